import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { node24 } from '../e2e/step.ts';
import { makeCsr, toPem } from './make-csr.ts';
import { makeRsaCsr, randomPrime } from './rsa-keys.ts';
import { makeWorkspace } from './workspace.ts';

interface Result {
  readonly hash: string;
  readonly csrs: number;
  readonly rejected: readonly string[];
  readonly rules: readonly string[];
  readonly workers: number;
}

/** Examines a workspace in a process of its own, as the threads' program is TypeScript, which Node 24 reads. */
function examineOn(threads: number, workspace: string, workersStart: 'late' | 'early' = 'late'): Result {
  const program = join(import.meta.dirname, 'threads-run.ts');
  const output = execFileSync(node24, [program, workspace, String(threads), workersStart], { encoding: 'utf8' });
  return JSON.parse(output) as Result;
}

const canRun = Number.parseInt(execFileSync(node24, ['-p', 'process.versions.node'], { encoding: 'utf8' }), 10) >= 24;
if (!canRun) console.log('skipped: threads that run TypeScript need Node 24');

const one = toPem(makeCsr());

describe.skipIf(!canRun)('threads', () => {
  it('make no difference to the verdicts: bad, doubled and weak files among good ones', () => {
    const key = { factors: [randomPrime(512), randomPrime(512)] };
    const files: Record<string, string> = {};
    for (let n = 0; n < 1_200; n += 1)
      files[`${n}.csr`] = n % 40 === 7 ? `text ${n}` : n % 4 === 1 ? '' : toPem(makeCsr());
    files['doubled/a.csr'] = one;
    files['doubled/b.csr'] = one;
    // So many moduli that they are compared on several threads, too.
    const shared = randomPrime(512);
    for (let n = 0; n < 70; n += 1) {
      const factors = n % 30 === 3 ? [shared, randomPrime(512)] : [randomPrime(512), key.factors[0] ?? 0n];
      files[`rsa/${n}.csr`] = toPem(
        makeRsaCsr({ factors: n % 2 === 0 ? [randomPrime(512), randomPrime(512)] : factors }),
      );
    }
    const workspace = makeWorkspace(files);
    const results = [1, 2, 5].map((threads) => examineOn(threads, workspace));
    results.push(examineOn(2, workspace, 'early'));
    expect(new Set(results.map(({ hash }) => hash)).size).toBe(1);
    expect(results.map(({ workers }) => workers)).toEqual([0, 1, 4, 1]);
    const rules = results[0]?.rules ?? [];
    for (const rule of ['not-a-csr', 'public-key-duplicate', 'rsa-shared-factor']) expect(rules).toContain(rule);
  });

  it('are not started for a few files', () => {
    const result = examineOn(4, makeWorkspace({ 'a.csr': one, 'b.csr': toPem(makeCsr()) }));
    expect(result).toMatchObject({ workers: 0, csrs: 2 });
  });
});
