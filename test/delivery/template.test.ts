import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Csr } from '../../src/csr/csr.ts';
import { certificateFiles, DEFAULT_FILE_NAME } from '../../src/naming/certificate-files.ts';
import { fieldsOf, parseTemplate, renderTemplate } from '../../src/naming/template.ts';

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

const filesOf = (template: string, ...csrs: readonly Csr[]) =>
  certificateFiles(csrs, parseTemplate(template), '7', true);

describe('a template', () => {
  it('is text with fields, in capitals on request', () => {
    const template = parseTemplate('a-{name}-{NAME}-{run-id}');
    expect(fieldsOf(template)).toEqual(['name', 'name', 'run-id']);
    expect(renderTemplate(template, { name: 'Straße', 'run-id': '7' })).toBe('a-Straße-STRAßE-7');
  });

  it('makes values fit, not its own text', () => {
    expect(renderTemplate(parseTemplate('a.b{name}'), { name: 'c.d' }, (value) => value.replace('.', '_'))).toBe(
      'a.bc_d',
    );
  });

  it.each([
    '{device}',
    '{device:}',
    '{device: }',
    '{Device:site}',
    '{DEVICE:site}',
    '{Name}',
    '{',
    'a}b',
    '{}',
    '{{name}}',
    '{name',
  ])('refuses %s', (text) => {
    expect(() => parseTemplate(text)).toThrow('{serial-number}');
  });

  it('refuses fields that have no value where it is used', () => {
    expect(() => parseTemplate('{cn}', ['run-id'])).toThrow('{run-id}');
  });
});

describe('certificate files', () => {
  it('stand at the place of the CSR unless they are named otherwise', () => {
    const { byPath, findings } = certificateFiles(
      [csrAt('csrs/a.csr'), csrAt('csrs/.hidden'), csrAt('b.tar.csr')],
      DEFAULT_FILE_NAME,
      undefined,
      true,
    );
    expect([...byPath.values()]).toEqual(['csrs/a.pem', 'csrs/.hidden.pem', 'b.tar.pem']);
    expect(findings).toEqual([]);
  });

  it('may be named for everything that is known of the CSR', () => {
    const csr = csrAt('csrs/a.csr', { commonName: 'gateway', serialNumber: 'SN-1', organizationalUnit: 'line-1' });
    const template = '{ou}/{SERIAL-NUMBER}/{cn}-{name}-{index}-{run-id}-{csr-sha256}.pem';
    const name = filesOf(template, csr).byPath.get('csrs/a.csr');
    expect(name).toBe(`line-1/SN-1/gateway-a-1-7-${'c'.repeat(64)}.pem`);
  });

  it.each([
    ['no value', csrAt('a.csr'), '{cn} has no value'],
    ['a way out', csrAt('a.csr', { commonName: '../../etc' }), 'slash'],
    ['a way up', csrAt('a.csr', { commonName: '..' }), undefined],
    ['a line break', csrAt('a.csr', { commonName: 'a\nb' }), 'control character'],
    ['what no artifact takes', csrAt('a.csr', { commonName: 'a:b' }), 'artifact'],
    ['a name that is too long', csrAt('a.csr', { commonName: 'x'.repeat(252) }), '255 bytes'],
  ])('are refused for %s', (_, csr, complaint) => {
    const { byPath, findings } = filesOf('out/{cn}.pem', csr);
    if (complaint === undefined) expect(byPath.get('a.csr')).toBe('out/...pem');
    else expect(findings[0]?.message).toContain(complaint);
  });

  it.each(['{cn}/{name}.pem', '{path}/{cn}/x.pem'])('never lead out of the directory: %s', (template) => {
    for (const commonName of ['..', '.']) {
      expect(filesOf(template, csrAt('a.csr', { commonName })).findings[0]?.message).toContain('leads out');
    }
  });

  it('are refused, both of them, when two are one on any file system', () => {
    const { byPath, findings } = filesOf('{cn}.pem', csrAt('a', { commonName: 'É' }), csrAt('b', { commonName: 'é' }));
    expect(findings.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      'a output-path-collision',
      'b output-path-collision',
    ]);
    expect(byPath.size).toBe(0);
  });
});

describe('names of certificate files', () => {
  const SEGMENT = fc.constantFrom(
    'a',
    'A',
    'a.pem',
    'A.PEM',
    'b',
    'manifest.json',
    'Journal.jsonl',
    'con',
    'aux.x',
    'c.',
    'd ',
  );
  const CSR = fc.array(SEGMENT, { minLength: 1, maxLength: 3 }).map((segments) => `${segments.join('/')}.csr`);

  it('that are accepted can all be files in one directory of any system, beside the manifest', () => {
    fc.assert(
      fc.property(fc.uniqueArray(CSR, { maxLength: 8 }), (paths) => {
        const { byPath, findings } = filesOf('{path}.pem', ...paths.map((path) => csrAt(path)));
        const names = [...byPath.values(), 'manifest.json', 'manifest.csv', 'journal.jsonl'].map((name) =>
          name.toLowerCase(),
        );
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) {
          expect(names.filter((other) => other.startsWith(`${name}/`))).toEqual([]);
          for (const segment of name.split('/')) expect(segment).not.toMatch(/[. ]$|^(con|aux)(\.|$)/);
        }
        const refused = new Set(findings.map(({ path }) => path));
        expect(paths.filter((path) => !refused.has(path))).toEqual([...byPath.keys()]);
      }),
    );
  });

  it('hold whole characters: two halves would be one file', () => {
    const csr = csrAt('csrs/a.csr', { commonName: 'a\ud800' });
    expect(filesOf('{cn}.pem', csr).findings[0]?.message).toContain('half a character');
  });

  it('with a backslash do not go into an artifact, where it would be a slash', () => {
    expect(filesOf('{path}.pem', csrAt('csrs\\a.csr')).findings).toHaveLength(1);
    expect(certificateFiles([csrAt('csrs\\a.csr')], DEFAULT_FILE_NAME, '7', false).findings).toHaveLength(
      process.platform === 'win32' ? 1 : 0,
    );
  });
});
