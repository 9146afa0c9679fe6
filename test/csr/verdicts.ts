import { judge, type Verdict } from '../../src/csr/judge/judge.ts';
import type { Severities } from '../../src/csr/policy.ts';

/** Judges bytes or text as the file `device.csr`. */
export function judgeFile(file: Uint8Array | string, severities: Severities = {}): Verdict {
  return judge('device.csr', typeof file === 'string' ? Buffer.from(file) : file, {
    severities,
    matchesSubject: undefined,
  });
}

/** Ids of the rules that complain of a file. */
export function rulesOf(file: Uint8Array | string, severities: Severities = {}): readonly string[] {
  return judgeFile(file, severities).findings.map(({ rule }) => rule);
}

/** What is said of a file, in one text. */
export function wordsOf(file: Uint8Array | string): string {
  return judgeFile(file)
    .findings.map(({ message, fix }) => `${message} ${fix}`)
    .join(' ');
}
