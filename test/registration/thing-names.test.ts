import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Csr } from '../../src/csr/csr.ts';
import { type BatchNames, nameBatch } from '../../src/naming/name-batch.ts';
import { parseTemplate } from '../../src/naming/template.ts';
import { wishesOf } from '../../src/registration/wishes.ts';

const csrAt = (path: string, changes: Partial<Csr> = {}): Csr => ({
  path,
  pemLength: 0,
  csrSha256: 'c'.repeat(64),
  spkiSha256: 'a'.repeat(64),
  commonName: undefined,
  key: { type: 'ec', name: 'EC P-256' },
  signatureAlgorithm: 'SHA256-ECDSA',
  ...changes,
});

function names(name: string | undefined, attributes: Readonly<Record<string, string>>, ...csrs: readonly Csr[]) {
  return nameBatch(csrs, {
    fileName: parseTemplate('{path}.pem'),
    forArtifact: true,
    secrets: undefined,
    bundle: undefined,
    things: name === undefined ? undefined : { name: parseTemplate(name), attributes: entries(attributes) },
    shards: { index: 1, of: 1, shardOf: () => 1 },
    runId: '7',
  });
}

const entries = (attributes: Readonly<Record<string, string>>) =>
  Object.entries(attributes).map(([name, value]) => ({ name, value: parseTemplate(value) }));

const found = ({ findings }: BatchNames) => findings.map(({ path, rule }) => `${path} ${rule}`);

describe('things', () => {
  it('are none unless they are asked for', () => {
    expect(names(undefined, {}, csrAt('a.csr', { commonName: 'a b' }))).toMatchObject({
      things: new Map(),
      findings: [],
    });
  });

  it('have names and attributes of what is known of the CSR', () => {
    const csr = csrAt('csrs/a.csr', { commonName: 'gateway', serialNumber: 'sn[1]' });
    const { things } = names('{cn}:{NAME}', { serial: '{serial-number}', path: '{path}', site: 'a=b' }, csr);
    expect(things.get('csrs/a.csr')).toEqual({
      name: 'gateway:A',
      attributes: new Map([
        ['serial', 'sn[1]'],
        ['path', 'csrs/a'],
        ['site', 'a=b'],
      ]),
    });
  });

  it('differ in case, which AWS IoT distinguishes', () => {
    const csrs = [csrAt('a.csr', { commonName: 'Gateway' }), csrAt('b.csr', { commonName: 'gateway' })];
    expect(found(names('{cn}', {}, ...csrs))).toEqual([]);
  });

  it('are refused, both of them, when two are one', () => {
    const named = names('{name}', {}, csrAt('a/x.csr'), csrAt('b/x.csr'), csrAt('c/y.csr'));
    expect(found(named)).toEqual(['a/x.csr thing-name-collision', 'b/x.csr thing-name-collision']);
    expect([...named.things.keys()]).toEqual(['c/y.csr']);
    expect(named.findings[0]).toMatchObject({
      message: 'Its thing would be called x, as would that of b/x.csr.',
      fix: 'Rename one of the files so that they differ in more than extension, or choose other fields in thing-name.',
    });
  });

  it.each([
    ['no value', undefined, '{cn} has no value'],
    ['a space', 'a b', 'only letters'],
    ['a slash', 'a/b', 'only letters'],
    ['letters of other alphabets', 'gerät', 'only letters'],
    ['129 characters', 'x'.repeat(129), '128 characters at most'],
  ])('are refused for %s', (_, commonName, words) => {
    const named = names('{cn}', {}, csrAt('a.csr', { commonName }));
    expect(found(named)).toEqual(['a.csr thing-name-illegal']);
    expect(named.findings[0]?.message).toContain(words);
  });

  it.each([
    ['no value', undefined, '{ou} has no value'],
    ['a space', 'a b', 'only letters'],
    ['a letter of another alphabet', 'é', 'only letters'],
    ['801 characters', 'x'.repeat(801), '800 characters at most'],
  ])('are refused for an attribute with %s', (_, organizationalUnit, words) => {
    const csr = csrAt('a.csr', organizationalUnit === undefined ? {} : { organizationalUnit });
    const named = names('{name}', { line: '{ou}' }, csr);
    expect(found(named)).toEqual(['a.csr thing-attribute-illegal']);
    expect(named.findings[0]?.message).toContain(words);
    expect(named.findings[0]?.message.length).toBeLessThan(300);
    expect(named.things.size).toBe(0);
  });

  it('have only names and values that AWS IoT takes, each once, whatever CSRs hold', () => {
    const TEXT = fc.oneof(fc.stringMatching(/^[ab]{1,2}$/), fc.string({ unit: 'binary', maxLength: 4 }));
    const CSRS = fc.array(fc.record({ commonName: TEXT, serialNumber: TEXT }), { maxLength: 6 });
    fc.assert(
      fc.property(CSRS, (made) => {
        const csrs = made.map((changes, index) => csrAt(`${index}.csr`, changes));
        const { things, findings } = names('{cn}', { serial: '{serial-number}' }, ...csrs);
        const all = [...things.values()];
        expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
        for (const { name, attributes } of all) {
          expect(name).toMatch(/^[a-zA-Z0-9:_-]{1,128}$/);
          expect(attributes.get('serial')).toMatch(/^[a-zA-Z0-9_.,@/:#=[\]-]{1,800}$/);
        }
        const refused = new Set(findings.map(({ path }) => path));
        expect(csrs.map(({ path }) => path).filter((path) => !refused.has(path))).toEqual([...things.keys()]);
      }),
    );
  });
});

describe('wishes', () => {
  const OPTIONS = {
    thingName: parseTemplate('{name}'),
    thingType: 'gateway',
    thingGroups: ['europe'],
    billingGroup: undefined,
    principalType: 'EXCLUSIVE_THING' as const,
    policies: ['fleet'],
  };

  it('are what all devices are asked for alike, with the name and the attributes of each', () => {
    const csrs = [csrAt('a.csr'), csrAt('b.csr')];
    const wishes = wishesOf(csrs, names('{name}', { file: '{name}' }, ...csrs).things, OPTIONS);
    expect([...wishes.keys()]).toEqual(['a.csr', 'b.csr']);
    expect(wishes.get('b.csr')).toEqual({
      thing: {
        name: 'b',
        typeName: 'gateway',
        groups: ['europe'],
        billingGroup: undefined,
        attributes: new Map([['file', 'b']]),
        principalType: 'EXCLUSIVE_THING',
      },
      policies: ['fleet'],
    });
  });

  it('are policies only where no things are asked for', () => {
    const wishes = wishesOf([csrAt('a.csr')], new Map(), { ...OPTIONS, thingName: undefined });
    expect(wishes.get('a.csr')).toEqual({ thing: undefined, policies: ['fleet'] });
  });
});
