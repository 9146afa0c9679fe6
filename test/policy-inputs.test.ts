import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadSubjectPatterns } from '../src/csr/subject-matcher.ts';
import { readInputs } from '../src/inputs/inputs.ts';
import { UserError } from '../src/lib/user-error.ts';
import { readContext } from '../src/runner/context.ts';
import { CATALOGUE } from '../src/validation/rule-catalogue.ts';

const context = readContext({ GITHUB_WORKSPACE: '/w' }, '/w', undefined);

function read(inputs: Readonly<Record<string, string>>) {
  const given = Object.entries({ mode: 'validate', 'csr-path': '*', ...inputs });
  return readInputs(Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])), context);
}

/** What is said of wrong inputs. */
async function refusal(inputs: Readonly<Record<string, string>>): Promise<string> {
  const error: unknown = await read(inputs).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof UserError ? `${error.message} ${error.fix}` : String(error);
}

describe('rules', () => {
  it('are severities by rule', async () => {
    const { policy } = await read({ rules: 'sha1-signature=error, subject-duplicate = off\nthing-name=warning,' });
    expect(policy.severities).toEqual({
      'sha1-signature': 'error',
      'subject-duplicate': 'off',
      'thing-name': 'warning',
    });
  });

  it.each([
    ['sha1-signatur=error', 'Did you mean sha1-signature?'],
    ['SHA1=error', 'Did you mean sha1-signature?'],
    ['duplicate-subject=off', 'Did you mean subject-duplicate?'],
    ['everything=off', 'There is no rule everything. docs/rules.md lists all rules.'],
    ['sha1-signature=eror', 'Did you mean error?'],
    ['sha1-signature=fatal', 'Allowed: error, warning, notice, off'],
    ['sha1-signature', 'Write each as rule=severity'],
    ['sha1-signature=', 'Write each as rule=severity'],
    ['sha1-signature=error=off', 'Write each as rule=severity'],
    ['signature=off', 'is fixed'],
    ['private-key=warning', 'is fixed'],
    ['version=off, version=error', 'version is named twice'],
    ['constructor=off', 'There is no rule constructor'],
  ])('refuse %s', async (rules, words) => {
    expect(await refusal({ rules })).toContain(words);
  });

  it('may say what is so anyway', async () => {
    expect((await read({ rules: 'signature=error' })).policy.severities).toEqual({ signature: 'error' });
  });

  it('suggest any rule of which a letter was changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CATALOGUE.map(({ id }) => id)), fc.nat(), async (id, where) => {
        const index = where % id.length;
        const wrong = `${id.slice(0, index)}~${id.slice(index + 1)}`;
        expect(await refusal({ rules: `${wrong}=off` })).toContain('Did you mean');
      }),
    );
  });
});

describe('allowed-key-types', () => {
  it('are key types in the words of people', async () => {
    expect((await read({ 'allowed-key-types': 'p-256, EC P-384, rsa-3072\nRSA' })).policy.allowedKeyTypes).toEqual([
      'EC P-256',
      'EC P-384',
      'RSA-3072',
      'RSA',
    ]);
  });

  it.each([
    ['P-255', 'Did you mean P-256?'],
    ['RSA-1024', '"RSA-1024" is not allowed.'],
    ['Ed25519', '"Ed25519" is not allowed.'],
    ['foo', '"foo" is not allowed. Allowed: RSA,'],
  ])('refuse %s', async (types, words) => {
    expect(await refusal({ 'allowed-key-types': types })).toContain(words);
  });
});

describe('required-subject-attributes', () => {
  it('are short names in any case, and object identifiers', async () => {
    const { policy } = await read({ 'required-subject-attributes': 'cn, SerialNumber, 1.3.6.1.4.1.37244.2.1' });
    expect(policy.requiredSubjectAttributes).toEqual(['CN', 'serialNumber', '1.3.6.1.4.1.37244.2.1']);
  });

  it.each([
    ['serialnumbr', 'Did you mean serialNumber?'],
    ['1', '"1" is not allowed.'],
  ])('refuse %s', async (types, words) => {
    expect(await refusal({ 'required-subject-attributes': types })).toContain(words);
  });
});

const compile = await loadSubjectPatterns();

describe('subject-pattern', () => {
  it('matches the whole subject', () => {
    expect(compile('CN=a')('CN=a')).toBe(true);
    expect(compile('CN=a')('CN=ab')).toBe(false);
    expect(compile('CN=[^,]+,O=Example')('CN=a,O=Example')).toBe(true);
    expect(compile('^CN=\\p{L}+$')('CN=Zürich')).toBe(true);
  });

  it.each(['(', '[', '*', '(?=a)', '(a)\\1', '((a{1000}){1000}){1000}', 'a'.repeat(1_001)])(
    'refuses %s',
    async (pattern) => {
      await expect(read({ 'subject-pattern': pattern })).rejects.toThrow('subject-pattern');
    },
  );

  it('never runs away, whatever the pattern and the subject', { timeout: 20_000 }, () => {
    for (const pattern of ['(a+)+b', '(a|aa)+b', '(.*a){20}b', '([a-z]+)*[0-9]', '(a?){50}a{50}b']) {
      expect(compile(pattern)('a'.repeat(3_000))).toBe(false);
    }
  });

  it('says the same as the platform of patterns without a choice', () => {
    const literal = fc.string({ maxLength: 20 });
    fc.assert(
      fc.property(literal, literal, (pattern, subject) => {
        const escaped = pattern.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
        expect(compile(escaped)(subject)).toBe(pattern === subject);
        expect(compile(escaped)(pattern)).toBe(true);
      }),
    );
  });
});

describe('sarif-path', () => {
  it('is a file in the workspace, or absolute', async () => {
    expect((await read({ 'sarif-path': 'out/csrs.sarif' })).sarifPath).toBe('/w/out/csrs.sarif');
    expect((await read({})).sarifPath).toBeUndefined();
  });
});
