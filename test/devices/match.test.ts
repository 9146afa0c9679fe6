import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Csr } from '../../src/csr/csr.ts';
import { examine } from '../../src/csr/examine/examine.ts';
import type { DeviceOptions } from '../../src/csr/examine/match-devices.ts';
import { discover } from '../../src/csr/files/discover.ts';
import type { KnownKey } from '../../src/csr/known-key.ts';
import { parseDevices } from '../../src/validation/parse-devices.ts';
import { makeCsr, makeKey, toPem } from '../csr/make-csr.ts';
import { judgeFile } from '../csr/verdicts.ts';
import { makeWorkspace } from '../csr/workspace.ts';

/** The CSR of a device, with its name and number in the subject. */
const device = (name: string, serial?: string): Uint8Array =>
  makeCsr({
    subject: [['CN', name], ...(serial === undefined ? [] : ([['serialNumber', serial]] as const))],
  });

const csrOf = (der: Uint8Array): Csr => {
  const { csr } = judgeFile(der);
  if (csr === undefined) throw new Error('It is no CSR.');
  return csr;
};
const keyOf = (der: Uint8Array): string => csrOf(der).spkiSha256;

interface Setting extends Pick<DeviceOptions, 'thingOf'> {
  readonly known?: readonly KnownKey[];
  readonly severities?: Readonly<Record<string, 'error' | 'warning' | 'notice' | 'off'>>;
}

async function examined(
  files: Readonly<Record<string, Uint8Array | string>>,
  lines: readonly string[],
  { thingOf, known = [], severities = {} }: Setting = {},
) {
  const contents = Object.entries(files).map(
    ([path, content]) => [path, typeof content === 'string' ? content : toPem(content)] as const,
  );
  const workspace = makeWorkspace(Object.fromEntries(contents));
  const found = await discover({ patterns: ['**/*.csr'], workspace });
  const list = parseDevices(lines.join('\n'), 'devices.csv');
  return examine(found, { devices: { list, thingOf }, known, policy: { severities } });
}

/** What is found, as `path[:line] rule`. */
async function findingsOf(...given: Parameters<typeof examined>): Promise<readonly string[]> {
  const { findings } = await examined(...given);
  return findings.map(({ path, line, rule }) => `${path}${line === undefined ? '' : `:${line}`} ${rule}`);
}

const one = device('gw-1', 'SN-1');
const two = device('gw-2', 'SN-2');
const THINGS = ['thing,spki-sha256', `gw-1,${keyOf(one)}`, `gw-2,${keyOf(two)}`];
const SERIALS = ['serial,spki-sha256', `SN-1,${keyOf(one)}`, `SN-2,${keyOf(two)}`];

describe('a CSR finds its line', () => {
  it.each([
    ['by the name of its file', { 'a/gw-1.csr': device('x') }, 'thing', 'gw-1'],
    ['by its common name', { 'a/x.csr': device('gw-1') }, 'thing', 'gw-1'],
    ['by its serial number', { 'a/x.csr': device('x', 'SN-1') }, 'serial', 'SN-1'],
  ])('%s', async (_, files, column, name) => {
    const [csr] = Object.values(files);
    const { findings, devices } = await examined(files, [
      `${column},csr-sha256`,
      `${name},${csrOf(csr as Uint8Array).csrSha256}`,
    ]);
    expect(findings).toEqual([]);
    expect([...devices].map(([path, { line }]) => [path, line])).toEqual([[Object.keys(files)[0], 2]]);
  });

  it('by the name that its thing gets, where things are asked for, and by no other', async () => {
    const thingOf = ({ commonName = '' }: Csr) => `fleet-${commonName}`;
    const files = { 'gw-2.csr': one };
    expect(await findingsOf(files, ['thing,spki-sha256', `fleet-gw-1,${keyOf(one)}`, 'gw-2,'], { thingOf })).toEqual([
      'devices.csv:3 device-without-csr',
    ]);
    expect(
      await findingsOf(files, ['thing', 'gw-2'], { thingOf, severities: { 'device-without-csr': 'off' } }),
    ).toEqual(['gw-2.csr csr-without-device', 'devices.csv:1 device-without-key']);
  });

  it('never by its key', async () => {
    const { findings } = await examined({ 'gw-9.csr': device('gw-9'), 'x.csr': one }, [
      'thing,spki-sha256',
      `gw-9,${keyOf(one)}`,
    ]);
    expect(findings.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      'gw-9.csr device-key-mismatch',
      'x.csr csr-without-device',
    ]);
    expect(findings[1]?.message).toContain('Line 2 lists its key for the device gw-9, which it is not named after.');
  });
});

describe('a CSR in the place of another', () => {
  it('is refused when two have changed places', async () => {
    const { findings, csrs } = await examined({ 'gw-1.csr': two, 'gw-2.csr': one }, THINGS);
    expect(csrs).toEqual([]);
    const mismatches = findings.filter(({ rule }) => rule === 'device-key-mismatch');
    expect(mismatches.map(({ path }) => path)).toEqual(['gw-1.csr', 'gw-2.csr']);
    expect(mismatches[0]?.message).toBe(
      `It is not the key that line 2 of devices.csv lists for the device gw-1: the spki-sha256 there is ${keyOf(one)}, and it has ${keyOf(two)}. Line 3 lists what it has for the device gw-2.`,
    );
  });

  it('is refused when it says of itself whose it is', async () => {
    const [first] = (await examined({ 'gw-1.csr': two, 'gw-2.csr': two }, THINGS)).findings;
    expect(first?.rule).toBe('device-key-mismatch');
    expect(await findingsOf({ 'gw-1.csr': device('gw-1', 'SN-2') }, SERIALS)).toContain('gw-1.csr device-key-mismatch');
  });

  it('is refused under a name that no line has', async () => {
    const { csrs, findings } = await examined({ 'gw-3.csr': device('gw-3') }, THINGS);
    expect(csrs).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toEqual([
      'csr-without-device',
      'device-without-csr',
      'device-without-csr',
    ]);
  });

  it('is refused under a name that looks like that of a line', async () => {
    const { csrs } = await examined({ 'ɡw-1.csr': device('ɡw-1', 'ЅN-1') }, THINGS);
    expect(csrs).toEqual([]);
  });

  it('is refused whatever `rules` says of it', async () => {
    const severities = { 'device-key-mismatch': 'off', 'device-identity': 'off' } as const;
    const { csrs } = await examined({ 'gw-1.csr': two, 'gw-2.csr': one }, THINGS, { severities });
    expect(csrs).toEqual([]);
  });

  it('is refused when its key is right and the CSR is another', async () => {
    const key = makeKey('P-256');
    const listed = csrOf(makeCsr({ key, subject: [['CN', 'gw-1']] }));
    const other = makeCsr({
      key,
      subject: [
        ['CN', 'gw-1'],
        ['O', 'x'],
      ],
    });
    const { findings } = await examined({ 'gw-1.csr': other }, [
      'thing,spki-sha256,csr-sha256',
      `gw-1,${listed.spkiSha256},${listed.csrSha256}`,
    ]);
    expect(findings.map(({ rule }) => rule)).toEqual(['device-key-mismatch']);
    expect(findings[0]?.message).toContain(`the csr-sha256 there is ${listed.csrSha256}`);
  });

  it('never passes, however CSRs, names and lines are dealt out', async () => {
    const fleet = Array.from({ length: 4 }, (_, index) => ({ name: `gw-${index}`, csr: device(`gw-${index}`) }));
    const lines = ['thing,spki-sha256', ...fleet.map(({ name, csr }) => `${name},${keyOf(csr)}`)];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }), async (dealt) => {
        const files = Object.fromEntries(dealt.map((of, at) => [`gw-${at}.csr`, fleet[of]?.csr ?? '']));
        const { csrs } = await examined(files, lines);
        const own = dealt.flatMap((of, at) =>
          of === at && dealt.filter((one) => one === of).length === 1 ? [at] : [],
        );
        expect(csrs.map(({ path }) => path)).toEqual(own.map((at) => `gw-${at}.csr`));
      }),
      { numRuns: 40 },
    );
  });
});

describe('what a CSR says of itself', () => {
  it('must not be of two devices', async () => {
    const { findings } = await examined({ 'gw-1.csr': one }, [
      'thing,serial,spki-sha256',
      `gw-1,,${keyOf(one)}`,
      ',SN-1,',
    ]);
    expect(findings.map(({ message }) => message)).toEqual([
      'Its file name gw-1 is in line 2 of devices.csv, and its serial number SN-1 is in line 3: these are two devices.',
    ]);
  });

  it('must not contradict its line', async () => {
    const message = async (line: string, setting?: Setting) =>
      (await examined({ 'gw-1.csr': one }, ['thing,serial,spki-sha256', line], setting)).findings[0]?.message;
    expect(await message(`gw-1,SN-9,${keyOf(one)}`)).toBe(
      'Line 2 of devices.csv, which its file name gw-1 is in, lists the serial number SN-9, and its own is SN-1.',
    );
    expect(await message(`other,SN-1,${keyOf(one)}`, { thingOf: () => 'gw-1' })).toBe(
      'Line 2 of devices.csv, which its serial number SN-1 is in, lists the thing other, and its own is gw-1.',
    );
    // The name of a file is no name of a thing until somebody says so.
    expect(await message(`other,SN-1,${keyOf(one)}`)).toBeUndefined();
  });

  it('must not be said by two CSRs where no hash tells them apart', async () => {
    const files = { 'a/gw-1.csr': device('x'), 'b/gw-1.csr': device('y') };
    const found = await findingsOf(files, ['thing,spki-sha256', 'gw-1,']);
    expect(found.filter((one) => one.endsWith('device-identity'))).toEqual([
      'a/gw-1.csr device-identity',
      'b/gw-1.csr device-identity',
    ]);
  });
});

describe('a device without a CSR', () => {
  it('is named by its line, unless a file of it is refused for something else', async () => {
    const files = { 'gw-1.csr': one, 'gw-2.csr': '-----BEGIN CERTIFICATE REQUEST-----\nMA==\n' };
    expect(await findingsOf(files, [...THINGS, '', `gw-3,${'3'.repeat(64)}`])).toEqual([
      'gw-2.csr malformed',
      'devices.csv:5 device-without-csr',
    ]);
  });

  it('is none when its key has a certificate already', async () => {
    const known: KnownKey = {
      spkiSha256: keyOf(two),
      certificateId: 'c'.repeat(64),
      csrSha256: undefined,
      csrPath: undefined,
      subject: undefined,
      subjectBytes: undefined,
      modulus: undefined,
      isRetired: false,
    };
    expect(await findingsOf({ 'gw-1.csr': one }, THINGS, { known: [known] })).toEqual([]);
    expect(await findingsOf({ 'gw-1.csr': one }, THINGS, { known: [{ ...known, isRetired: true }] })).toEqual([
      'devices.csv:3 device-without-csr',
    ]);
  });
});

describe('a line without a hash', () => {
  it('is a warning beside the CSR that it does not protect', async () => {
    const { findings, csrs } = await examined({ 'gw-1.csr': one, 'gw-2.csr': two }, [
      'thing,spki-sha256',
      'gw-1,',
      `gw-2,${keyOf(two)}`,
    ]);
    expect(findings.map(({ path, rule, severity }) => [path, rule, severity])).toEqual([
      ['gw-1.csr', 'device-without-key', 'warning'],
    ]);
    expect(csrs).toHaveLength(2);
  });

  it('is one warning of the file, where it has no column for hashes', async () => {
    expect(await findingsOf({ 'gw-1.csr': one, 'gw-2.csr': two }, ['thing,site', 'gw-1,a', 'gw-2,b'])).toEqual([
      'devices.csv:1 device-without-key',
    ]);
  });
});
