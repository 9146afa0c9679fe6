import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/csr/judge/judge.ts';
import { RULES } from '../../src/csr/rules/rules.ts';

/** A file that another tool wrote, and what two other implementations say of it. */
interface Row {
  readonly path: string;
  readonly expected: 'accept' | 'reject';
  readonly reasons: readonly string[];
  /** Both agree, and no decision of ours is involved. */
  readonly strict: boolean;
  readonly key: string | null;
  readonly sigalg: string | null;
  /** The decisions of a product that the verdict depends on. */
  readonly policy: readonly string[];
  /** What is known of a weak key. */
  readonly weak: readonly string[];
}

const ANY = { matchesSubject: undefined };
const corpus = join(import.meta.dirname, '../../../shared/corpus');
const isThere = existsSync(join(corpus, 'verdicts.json'));
if (!isThere) console.log(`skipped: the corpus of other tools' CSRs is not at ${corpus}`);

/** The rules that stand for a reason of the corpus. */
const RULES_FOR: Readonly<Record<string, readonly string[]>> = {
  'bad-signature': ['signature'],
  curve: ['key-type'],
  'key-size': ['key-size'],
  'key-type': ['key-type'],
  malformed: ['malformed', 'attributes-missing'],
  'signature-algorithm': ['signature-algorithm', 'md5-signature', 'sha1-signature'],
  'too-long': ['too-long'],
};

/** The rules whose documentation tells what was decided, and words of the decision. */
const DECIDED: Readonly<Record<string, readonly (readonly [rule: string, words: string])[]>> = {
  'attributes-missing': [['attributes-missing', 'so it is a warning']],
  'der-input': [['not-a-csr', 'the DER of the request alone is taken as well']],
  'raw-over-4096': [['too-long', 'What counts is the PEM that is sent, not the file']],
  'sig-hash-not-in-aws-list': [
    ['signature-algorithm', 'SHA-1 and MD5 have rules of their own'],
    ['sha1-signature', 'AWS IoT still takes such a CSR'],
    ['md5-signature', 'AWS IoT does not take it'],
  ],
  'surrounding-text': [['not-a-csr', 'text around it']],
  'version=2': [['version', 'so it is a warning']],
  'weak-key': [['rsa-close-primes', 'Fermat']],
};

const RULES_FOR_WEAK: Readonly<Record<string, string>> = { fermat: 'rsa-close-primes' };

describe.skipIf(!isThere)('CSRs that other tools wrote', () => {
  const rows = isThere ? (JSON.parse(readFileSync(join(corpus, 'verdicts.json'), 'utf8')) as readonly Row[]) : [];

  it.each(rows.filter(({ strict }) => strict))('$expected $path', ({ path, expected, reasons, key }) => {
    const { csr, findings } = judge(path, readFileSync(join(corpus, path)), ANY);
    const errors = findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
    expect(errors.length === 0 ? 'accept' : 'reject').toBe(expected);
    // An unusable key cannot verify anything: one of several reasons is enough.
    expect(reasons.flatMap((reason) => RULES_FOR[reason] ?? [])).toEqual(expect.arrayContaining(errors));
    if (csr !== undefined && key !== null && !/^[\d.]+$/.test(key)) expect(csr.key.name).toBe(key);
  });

  it('rest on decisions that are written down', () => {
    for (const policy of new Set(rows.flatMap((row) => row.policy))) {
      const decisions = DECIDED[policy] ?? [];
      expect(decisions.length, policy).toBeGreaterThan(0);
      for (const [id, words] of decisions) expect(RULES.find((rule) => rule.id === id)?.why).toContain(words);
    }
  });

  // The two others do not agree, or refuse what AWS takes: DER, text around the PEM and SHA-1 are accepted, MD5 and weak
  // keys are not.
  it.each(rows.filter(({ strict }) => !strict))('as decided: $path', ({ path, key, sigalg, weak }) => {
    const { csr, findings } = judge(path, readFileSync(join(corpus, path)), ANY);
    const errors = findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
    const isWeak = weak.map((weakness) => RULES_FOR_WEAK[weakness]);
    expect(errors).toEqual(sigalg === 'md5WithRSA' ? [...isWeak, 'md5-signature'] : isWeak);
    expect(csr?.key.name).toBe(key);
  });
});
