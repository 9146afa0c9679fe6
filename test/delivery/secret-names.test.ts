import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Csr } from '../../src/csr/csr.ts';
import { secretNameProblem, secretNames } from '../../src/naming/secret-names.ts';
import { parseTemplate } from '../../src/naming/template.ts';

const csrNamed = (commonName: string, path: string): Csr => ({
  path,
  pemLength: 0,
  csrSha256: 'c'.repeat(64),
  spkiSha256: 'a'.repeat(64),
  commonName,
  key: { type: 'ec', name: 'EC P-256' },
  signatureAlgorithm: 'SHA256-ECDSA',
});

const name = (template: string, ...commonNames: readonly string[]) =>
  secretNames(
    commonNames.map((commonName, n) => csrNamed(commonName, `${n}.csr`)),
    parseTemplate(template),
    '7',
  );

describe('the names of secrets', () => {
  it.each([
    ['gateway', 'PEM_GATEWAY'],
    ['gateway_01', 'PEM_GATEWAY_01'],
    ['gateway-01', 'PEM_GATEWAY_X2D_01'],
    ['a_x2d_1', 'PEM_A_X5F_X2D_1'],
    ['straße', 'PEM_STRA_XDF_E'],
    ['\u212a', 'PEM__X212A_'],
    ['📡', 'PEM__X1F4E1_'],
  ])('are made of %s', (commonName, secret) => {
    expect([...name('pem_{cn}', commonName).byPath.values()]).toEqual([secret]);
  });

  it('are legal, and different for values that differ in more than case', () => {
    const device = fc.string({
      unit: fc.constantFrom('a', 'X', 'x', '2', 'd', '_', '-', '.', 'é', '\u{1f4e1}'),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(device, device, (one, other) => {
        const same = one.toLowerCase() === other.toLowerCase();
        const { byPath, findings } = name('pem_{cn}', one, other);
        expect(findings.map(({ rule }) => rule)).toEqual(same ? Array(2).fill('secret-name-collision') : []);
        for (const secret of byPath.values()) expect(secret).toMatch(/^[A-Z_][A-Z0-9_]*$/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('may not be what GitHub does not take', () => {
    expect(name('{cn}', '1').findings[0]?.message).toContain('digit');
    expect(name('{cn}', 'github_x').findings[0]?.message).toContain('reserved');
    expect(name('{cn}', 'x'.repeat(256)).findings[0]?.message).toContain('longer');
    expect(secretNameProblem('A'.repeat(255))).toBeUndefined();
  });
});
