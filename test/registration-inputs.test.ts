import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInputs } from '../src/inputs/inputs.ts';
import { UserError } from '../src/lib/user-error.ts';
import { matchesWildcards } from '../src/lib/wildcards.ts';
import { readContext } from '../src/runner/context.ts';

const context = readContext({ GITHUB_WORKSPACE: '/w', RUNNER_TEMP: '/t' }, '/w', undefined);

async function read(inputs: Readonly<Record<string, string>>) {
  const given = { 'csr-path': 'csrs/*.csr', 'aws-region': 'eu-west-1', ...inputs };
  const env = Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  return (await readInputs(env, context)).registration;
}

/** All that is said of wrong inputs; empty when nothing is. */
async function refusal(inputs: Readonly<Record<string, string>>): Promise<string> {
  try {
    await read(inputs);
    return '';
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [error, ...error.others].map(({ message, fix }) => `${message} ${fix}`).join('\n');
  }
}

const THING = { 'thing-name': '{name}' };

describe('inputs about the registry', () => {
  it('ask for nothing when neither a thing nor a policy is named', async () => {
    expect(await read({})).toBeUndefined();
    expect(await read({ 'allowed-policies': 'fleet-*', 'thing-principal': 'exclusive' })).toBeUndefined();
  });

  it('are read together', async () => {
    expect(
      await read({
        policies: 'fleet',
        'thing-name': 'line-1:{CN}',
        'thing-type': 'gateway',
        'thing-groups': 'europe, factory\nfactory',
        'billing-group': 'team',
        'thing-attributes': 'serial = {serial-number}\nsite=a=b',
        'thing-principal': 'non-exclusive',
        'on-existing-thing': 'fail',
      }),
    ).toEqual({
      thingName: ['line-1:', { field: 'cn', capitals: true }],
      thingType: 'gateway',
      thingGroups: ['europe', 'factory'],
      billingGroup: 'team',
      thingAttributes: [
        { name: 'serial', value: [{ field: 'serial-number', capitals: false }] },
        { name: 'site', value: ['a=b'] },
      ],
      principalType: 'NON_EXCLUSIVE_THING',
      onExistingThing: 'fail',
      policies: ['fleet'],
    });
  });

  it('may ask for policies without things', async () => {
    expect(await read({ policies: 'fleet' })).toMatchObject({ thingName: undefined, policies: ['fleet'] });
  });

  it.each([
    ['one a line', 'a\nb', ['a', 'b']],
    ['in one line', 'a b', ['a', 'b']],
    ['with commas between them', 'a, b,\nc', ['a', 'b', 'c']],
    ['with a comma in one', 'a,b\nc', ['a,b', 'c']],
    ['with signs', '=+,.@-_', ['=+,.@-_']],
  ])('take policies %s', async (_, text, policies) => {
    expect((await read({ policies: text }))?.policies).toEqual(policies);
  });

  it.each([
    ['policies', 'fleet;Admin', 'Write fleet, Admin.'],
    ['policies', '- fleet\n- telemetry', 'Write fleet, telemetry.'],
    ['policies', '["fleet","telemetry"]', 'Write fleet, telemetry.'],
    ['policies', "'fleet'", 'Write fleet.'],
    ['policies', 'fleet # the default', 'Write fleet.'],
    ['policies', ',', 'It names nothing.'],
    ['policies', 'x'.repeat(129), 'Allowed: names of policies, one a line.'],
    ['policies', 'arn:aws:iot:eu-west-1:123456789012:policy/fleet', 'Allowed: names of policies, one a line.'],
    [
      'policies',
      Array.from({ length: 11 }, (_, index) => `p${index}`).join('\n'),
      '11 are named. Allowed: 10 at most.',
    ],
    ['allowed-policies', 'fleet-[ab]', 'in which * and ? stand for other characters'],
    ['thing-groups', 'a b/c', '"b/c" is not allowed. Allowed: names of thing groups'],
    ['thing-groups', '- a', 'Write a.'],
    ['thing-type', 'a b', 'Allowed: the name of a thing type, up to 128 letters, digits or :_-.'],
    ['billing-group', 'ä', 'Allowed: the name of a billing group, up to 128 letters, digits or :_-.'],
    ['thing-name', 'gateway', 'All devices would be one thing.'],
    ['thing-name', 'line 1/{name}', 'beside the fields letters, digits or :_-.'],
    ['thing-name', '{device}', 'There is no field {device}'],
    ['thing-name', '{certificate-id}', 'There is no field {certificate-id}'],
    ['thing-name', 'device-{index}', 'There is no field {index}'],
    ['thing-name', '{name}-{run-id}', 'There is no field {run-id}'],
    ['thing-attributes', 'serial: {cn}', 'Allowed: one attribute a line, as name={template}'],
    ['thing-attributes', '={cn}', 'Allowed: one attribute a line, as name={template}'],
    ['thing-attributes', '- serial={cn}', 'Write serial={cn}.'],
    ['thing-attributes', 'a=1\na={cn}', 'a stands there twice.'],
    ['thing-attributes', 'a=', 'a has no value.'],
    ['thing-attributes', 'site=Hall 3', 'The value of site is not allowed.'],
    ['thing-attributes', `a=${'x'.repeat(801)}`, 'up to 800 letters'],
    ['thing-attributes', 'run={run-id}', 'There is no field {run-id}'],
    [
      'thing-attributes',
      'a=1\nb=2\nc=3\nd=4',
      'A thing without a type has 3 attributes at most, not 4. Set `thing-type`',
    ],
    ['thing-principal', 'shared', 'Allowed: exclusive, non-exclusive.'],
    ['on-existing-thing', 'replace', 'Allowed: attach, fail.'],
  ])('refuse %s: %j', async (input, text, words) => {
    const said = await refusal({ ...THING, [input]: text });
    expect(said).toContain(`${input}: `);
    expect(said).toContain(words);
  });

  it('take 50 attributes with a type', async () => {
    const attributes = (count: number) => Array.from({ length: count }, (_, index) => `a${index}={cn}`).join('\n');
    const typed = { ...THING, 'thing-type': 'gateway' };
    expect((await read({ ...typed, 'thing-attributes': attributes(50) }))?.thingAttributes).toHaveLength(50);
    expect(await refusal({ ...typed, 'thing-attributes': attributes(51) })).toContain(
      'A thing with a type has 50 attributes at most, not 51. Remove some.',
    );
  });

  it.each([
    ['thing-type', 'gateway'],
    ['thing-groups', 'europe'],
    ['billing-group', 'team'],
    ['thing-attributes', 'serial={cn}'],
    ['thing-principal', 'non-exclusive'],
    ['on-existing-thing', 'fail'],
  ])('refuse %s without a thing', async (input, text) => {
    expect(await refusal({ policies: 'fleet', [input]: text })).toContain(
      `${input}: It is about things, and no thing is asked for.`,
    );
  });

  it('report every mistake at once', async () => {
    const said = await refusal({ ...THING, policies: 'a/b', 'thing-type': 'a b', 'on-existing-thing': 'keep' });
    for (const input of ['policies', 'thing-type', 'on-existing-thing']) expect(said).toContain(`${input}: `);
  });
});

describe('allowed-policies', () => {
  const allow = (policies: string, patterns: string) => refusal({ policies, 'allowed-policies': patterns });

  it.each([
    ['fleet', 'fleet'],
    ['fleet-a\nfleet-b', 'fleet-?'],
    ['fleet-europe', 'other\nfleet-*'],
    ['a.b', 'a.b'],
    ['Admin', '*'],
  ])('let %j pass by %j', async (policies, patterns) => {
    expect(await allow(policies, patterns)).toBe('');
  });

  it.each([
    ['Admin', 'fleet-*'],
    ['my-fleet', 'fleet*'],
    ['fleet', 'Fleet'],
    ['axb', 'a.b'],
    ['fleet,Admin', 'fleet'],
    ['fleet\nAdmin', 'fleet'],
    ['fleet', 'fleet-?'],
  ])('refuse %j by %j', async (policies, patterns) => {
    expect(await allow(policies, patterns)).toContain('is none of `allowed-policies`.');
  });
});

describe('wildcards', () => {
  const LETTERS = fc.stringMatching(/^[ab]{0,10}$/);

  it('say the same as the regular expression of the pattern', () => {
    fc.assert(
      fc.property(LETTERS, fc.stringMatching(/^[ab*?]{0,8}$/), (text, pattern) => {
        const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);
        expect(matchesWildcards(text, pattern)).toBe(expression.test(text));
      }),
    );
  });

  it('take signs of regular expressions as they are', () => {
    expect(matchesWildcards('a+b', 'a+b')).toBe(true);
    expect(matchesWildcards('aab', 'a+b')).toBe(false);
  });

  it('never run away, whatever the pattern', { timeout: 20_000 }, () => {
    expect(matchesWildcards('a'.repeat(10_000), `${'*a'.repeat(2_000)}*b`)).toBe(false);
    expect(matchesWildcards('a'.repeat(10_000), `${'a*'.repeat(2_000)}`)).toBe(true);
  });
});

describe('hostile values', () => {
  const INPUTS = [
    'policies',
    'allowed-policies',
    'thing-name',
    'thing-type',
    'thing-groups',
    'billing-group',
    'thing-attributes',
  ];

  it('are refused, or hold nothing that AWS IoT would not take', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...INPUTS), fc.string({ unit: 'binary' }), async (input, text) => {
        const said = await refusal({ ...THING, [input]: text });
        if (said !== '') {
          expect(said).toContain(`${input}: `);
          return;
        }
        const found = await read({ ...THING, [input]: text });
        for (const policy of found?.policies ?? []) expect(policy).toMatch(/^[\w+=,.@-]{1,128}$/);
        for (const name of [found?.thingType ?? 'x', found?.billingGroup ?? 'x', ...(found?.thingGroups ?? [])]) {
          expect(name).toMatch(/^[\w:-]{1,128}$/);
        }
      }),
    );
  });

  it('of any length are answered', { timeout: 20_000 }, async () => {
    for (const input of INPUTS) {
      for (const part of [',', ' ', '=', '-', '{', '*', 'a,', '# ', '"']) {
        const said = await refusal({ ...THING, [input]: `x${part.repeat(60_000)}x` });
        expect(said.length, `${input} ${part}`).toBeLessThan(10_000);
      }
    }
  });
});
