import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { node24 } from './step.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'ledgers-'));
});

afterEach(() => rmSync(directory, { recursive: true }));

const line = (device: string, status = 'INACTIVE'): object => ({
  spkiSha256: device.repeat(64),
  account: '123456789012',
  region: 'eu-west-1',
  certificateId: device.repeat(64),
  status,
});

function write(name: string, ...lines: readonly object[]): void {
  writeFileSync(join(directory, name), lines.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

function cli(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    node24,
    [join(import.meta.dirname, '../../dist/cli.js'), 'ledger', ...args],
    { cwd: directory, encoding: 'utf8', env: { PATH: process.env.PATH } },
  );
  return { status, stdout, output: stdout + stderr };
}

const statuses = (text: string): readonly string[] =>
  text
    .trim()
    .split('\n')
    .map((one) => JSON.parse(one))
    .map(({ certificateId, status }) => `${certificateId.slice(0, 1)} ${status}`);

it('ledger merge keeps every certificate of both files, and what is withdrawn in either', () => {
  write('a.jsonl', line('a', 'REVOKED'), line('b'), line('c'));
  write('b.jsonl', line('a'), line('c', 'ACTIVE'), line('d'));
  const merged = cli('merge', 'a.jsonl', 'b.jsonl');
  expect(merged.status).toBe(0);
  expect(statuses(merged.stdout)).toEqual(['a REVOKED', 'b INACTIVE', 'c ACTIVE', 'd INACTIVE']);
});

it('ledger merge writes to a file, which may be one of those that are merged', () => {
  write('a.jsonl', line('a'));
  write('b.jsonl', line('b'));
  expect(cli('merge', 'a.jsonl', 'b.jsonl', '-o', 'a.jsonl').status).toBe(0);
  expect(statuses(readFileSync(join(directory, 'a.jsonl'), 'utf8'))).toEqual(['a INACTIVE', 'b INACTIVE']);
});

it('ledger merge refuses a file that is not there or is no ledger, and writes nothing', () => {
  write('a.jsonl', line('a'));
  writeFileSync(join(directory, 'b.jsonl'), '<<<<<<< HEAD\n');
  for (const other of ['b.jsonl', 'none.jsonl']) {
    const refused = cli('merge', 'a.jsonl', other, '-o', 'out.jsonl');
    expect(refused.status).toBe(1);
    expect(refused.output).toContain(other);
  }
  expect(() => readFileSync(join(directory, 'out.jsonl'))).toThrow();
  expect(cli('merge').status).toBe(2);
});
