import { describe, expect, it } from 'vitest';
import type { Csr } from '../../src/csr/csr.ts';
import { columnsOfDevices, unknownColumn } from '../../src/naming/device-columns.ts';
import { thingNamer } from '../../src/naming/device-thing.ts';
import { nameBatch } from '../../src/naming/name-batch.ts';
import { columnsIn, parseTemplate, TEMPLATE_FIELDS } from '../../src/naming/template.ts';
import type { ThingNaming } from '../../src/naming/thing-names.ts';
import { parseDevices } from '../../src/validation/parse-devices.ts';

const csrAt = (path: string, digit: string): Csr => ({
  path,
  pemLength: 400,
  csrSha256: digit.repeat(64),
  spkiSha256: digit.repeat(64),
  commonName: undefined,
  key: { type: 'ec', name: 'EC P-256' },
  signatureAlgorithm: 'SHA256-ECDSA',
});
const CSRS = [csrAt('a.csr', 'a'), csrAt('b.csr', 'b'), csrAt('c.csr', 'c')];

const list = parseDevices('thing,Site,__proto__,Line No\na,graz,x,7\nb,,y,8\n', 'devices.csv');
/** The third CSR has no line. */
const columnsOf = columnsOfDevices(
  list,
  new Map(list.devices.map((device, index) => [CSRS[index]?.path ?? '', device] as const)),
);

const named = (fileName: string, secretName = 'CERT_{NAME}', things?: ThingNaming) =>
  nameBatch(CSRS, {
    fileName: parseTemplate(fileName),
    secrets: { layout: 'per-certificate', name: parseTemplate(secretName) },
    forArtifact: true,
    bundle: undefined,
    shards: { index: 1, of: 1, shardOf: () => 1 },
    runId: undefined,
    columnsOf,
    things,
  });

describe('the name of a thing, by which a CSR finds its line', () => {
  const nameOf = (template: string, changes: Partial<Csr> = {}) =>
    thingNamer(parseTemplate(template))?.({ ...csrAt('csrs/a.csr', 'a'), ...changes });

  it('is what thing-name makes of the CSR', () => {
    expect(nameOf('fleet-{NAME}')).toBe('fleet-A');
    expect(nameOf('{cn}', { commonName: 'gw-1' })).toBe('gw-1');
    expect(nameOf('fleet-{cn}')).toBeUndefined();
  });

  it('is not known beforehand where it comes from the file itself', () => {
    expect(thingNamer(parseTemplate('{device:thing}'))).toBeUndefined();
  });

  it('is not made where no things are asked for', () => {
    expect(thingNamer(undefined)).toBeUndefined();
  });
});

describe('a column in a template', () => {
  it('is named in any case and spelling, and gives capitals where all of it is in capitals', () => {
    const template = parseTemplate('{device:Site}-{DEVICE:SITE}-{device:SITE}-{device:Serial Number}');
    expect(columnsIn(template)).toEqual(['site', 'site', 'site', 'serial']);
    expect(template.map((part) => typeof part !== 'string' && part.capitals)).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('is refused where names are the same for all devices', () => {
    expect(() => parseTemplate('{device:site}', ['run-id'])).toThrow('There is no field {device:site}');
    expect(() => parseTemplate('{device}')).toThrow('{device:COLUMN}');
    expect(TEMPLATE_FIELDS).toContain('device:COLUMN');
  });

  it('has the value of the line; an empty cell and a missing line are findings', () => {
    const { certificateFiles, findings } = named('{device:site}/{name}.pem');
    expect([...certificateFiles]).toEqual([['a.csr', 'graz/a.pem']]);
    expect(findings.map(({ path, rule, message }) => `${path} ${rule}: ${message}`)).toEqual(
      ['b.csr', 'c.csr'].map(
        (path) =>
          `${path} output-path-illegal: Its device has nothing in the column site of the devices file, which file-name uses.`,
      ),
    );
  });

  it('names things and is in their attributes', () => {
    const { things, findings } = named('{name}.pem', undefined, {
      name: parseTemplate('fleet-{device:thing}'),
      attributes: [{ name: 'site', value: parseTemplate('{device:site}') }],
    });
    expect([...things]).toEqual([['a.csr', { name: 'fleet-a', attributes: new Map([['site', 'graz']]) }]]);
    expect(findings.map(({ path, rule }) => `${path} ${rule}`).sort()).toEqual([
      'b.csr thing-attribute-illegal',
      'c.csr thing-attribute-illegal',
      'c.csr thing-name-illegal',
    ]);
  });

  it('may have a name that objects have, too', () => {
    const { certificateFiles, secretPlan } = named('{device:__proto__}-{name}.pem', 'CERT_{device:line no}_{NAME}');
    expect([...certificateFiles.values()]).toEqual(['x-a.pem', 'y-b.pem']);
    expect(secretPlan?.names).toEqual(['CERT_7_A', 'CERT_8_B']);
  });

  it('that the file does not have is a mistake of the input, which names those that there are', () => {
    const error = unknownColumn({ input: 'thing-name', template: parseTemplate('{device:sites}') }, list);
    expect(error?.message).toBe('thing-name: devices.csv has no column sites.');
    expect(error?.fix).toBe('Did you mean {device:site}? The file has the columns thing, site, __proto__, line no.');
    expect(unknownColumn({ input: 'x', template: parseTemplate('{device:site}{name}') }, list)).toBeUndefined();
    expect(unknownColumn({ input: 'x', template: parseTemplate('{device:constructor}') }, list)).toBeDefined();
  });
});
