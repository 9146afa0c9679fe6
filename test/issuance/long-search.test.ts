import { expect, it } from 'vitest';
import { announceLongSearch } from '../../src/issuance/long-search.ts';

function announced(certificates: number): readonly string[] {
  const lines: string[] = [];
  announceLongSearch(certificates, { info: (line) => lines.push(line) });
  return lines;
}

it('a search of up to a minute begins without a word', () => {
  expect(announced(600)).toEqual([]);
});

it('a search of more than a minute says how many certificates, how long, and what shortens it', () => {
  const [line = ''] = announced(50_000);
  expect(line).toContain('50,000 certificates');
  expect(line).toContain('1 h 23 min');
  expect(line).toContain('reconcile: since=');
});
