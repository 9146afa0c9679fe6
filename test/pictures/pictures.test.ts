import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { COMMAND, fingerprint, PICTURES, VERSION } from './fingerprint.ts';

it('the pictures of README show the summary and the report of this version', () => {
  expect(readFileSync(VERSION, 'utf8'), `run "${COMMAND}", look at docs/pictures, and commit them`).toBe(fingerprint());
});

it.each(['summary-light', 'summary-dark', 'report-light', 'report-dark'])(
  '%s.png is small enough for a page',
  (name) => {
    const { size } = statSync(join(PICTURES, `${name}.png`));
    expect(size).toBeGreaterThan(10_000);
    expect(size).toBeLessThan(150_000);
  },
);
