import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BINARY_WRAPPINGS, TEXT_WRAPPINGS } from './disguises.ts';
import { makeCsr, toPem } from './make-csr.ts';
import { judgeFile, rulesOf, wordsOf } from './verdicts.ts';

const der = makeCsr({ subject: [['CN', 'sensor-1']] });
const pem = Buffer.from(toPem(der));
const pemLines = toPem(der).trimEnd().split('\n');

function named(file: Uint8Array | string): string {
  const { csr, findings } = judgeFile(file);
  expect(csr).toBeUndefined();
  expect(findings.map(({ rule }) => rule)).toEqual(['not-a-csr']);
  return wordsOf(file);
}

describe('a CSR that somebody wrapped is named as one, with the way out:', () => {
  const files: Readonly<Record<string, readonly [file: Uint8Array | string, what: string, fix: string]>> = {
    'a string of JSON': [JSON.stringify({ csr: pem.toString() }), 'with escapes such as', 'jq -r'],
    'one string of source code': [`csr = ${JSON.stringify(pem.toString())};`, 'with escapes such as', 'printf'],
    'a string of C a line': [
      `const char csr[] =\n${pemLines.map((line) => `"${line}\\n"`).join('\n')};\n`,
      'as strings of source code',
      'between the quotation marks',
    ],
    'strings of Go with plus signs': [
      `csr := ${pemLines.map((line) => `"${line}\\n"`).join(' +\n\t')}\n`,
      'as strings of source code',
      'between the quotation marks',
    ],
    'strings of Python without escapes': [
      `csr = (\n${pemLines.map((line) => `    '${line}'`).join('\n')}\n)\n`,
      'as strings of source code',
      'between the quotation marks',
    ],
    'the log of a modem': [
      `AT+QSECREAD="csr"\r\n${pemLines.map((line) => `+QSECREAD: ${line}`).join('\r\n')}\r\n\r\nOK\r\n`,
      'with something before or behind its lines',
      'Keep only its own lines',
    ],
    'a terminal with prompts': [
      pemLines.map((line) => `> ${line}`).join('\n'),
      'with something before or behind its lines',
      'Keep only its own lines',
    ],
    'line numbers': [
      pemLines.map((line, index) => `${index + 1}\t${line}`).join('\n'),
      'with something before or behind its lines',
      'Keep only its own lines',
    ],
    'time stamps of a log': [
      pemLines.map((line) => `[12:00:01.250] ${line}`).join('\n'),
      'with something before or behind its lines',
      'Keep only its own lines',
    ],
    'colours of a terminal': [
      pemLines.map((line) => `\u001b[32m${line}\u001b[0m`).join('\n'),
      'CSR|certificate',
      'Remove|Keep',
    ],
    'no-break spaces': [pemLines.map((line) => `${line}\u00a0`).join('\n'), 'control or invisible', 'tr -cd'],
    'base64 of the PEM': [pem.toString('base64'), 'PEM and all, in base64', 'base64 -d'],
    'base64 of the DER': [
      der.toString('base64'),
      'in base64 without its BEGIN and END lines',
      '-----BEGIN CERTIFICATE REQUEST-----',
    ],
    'base64 in JSON': [JSON.stringify({ csr: der.toString('base64') }), 'in base64 within other text', '-----BEGIN'],
    hex: [der.toString('hex'), 'in hex', 'xxd -r -p'],
    'a dump of xxd': [BINARY_WRAPPINGS['a dump of xxd']?.(der) ?? '', 'in hex', 'xxd -r'],
    'an array of C': [BINARY_WRAPPINGS['hex as an array of C']?.(der) ?? '', 'in hex', 'xxd -r -p'],
    'a string of hex escapes': [BINARY_WRAPPINGS['hex as a string of C']?.(der) ?? '', 'escapes|in hex', 'xxd|printf'],
    'an array of numbers': [JSON.stringify([...der]), 'as an array of numbers', 'bytes'],
    'entities of HTML': [TEXT_WRAPPINGS['with entities of HTML']?.(pem) ?? '', 'in HTML or XML', 'entities'],
    'breaks of HTML': [
      TEXT_WRAPPINGS['in HTML with line breaks']?.(pem) ?? '',
      'in HTML or XML|before or behind',
      'tags|lines',
    ],
    'quoted-printable': [TEXT_WRAPPINGS['in quoted-printable']?.(pem) ?? '', 'in quoted-printable', 'qprint'],
    'percent-encoding': [encodeURIComponent(pem.toString()), 'in percent-encoding', 'URL'],
    gzip: [gzipSync(pem), 'in a gzip file', 'gunzip'],
    zip: [BINARY_WRAPPINGS.zip?.(pem) ?? '', 'in a zip archive', 'Unpack'],
    tar: [BINARY_WRAPPINGS.tar?.(der) ?? '', 'in a tar archive', 'Unpack'],
  };
  for (const [name, [file, what, fix]] of Object.entries(files)) {
    it(name, () => {
      const words = named(file);
      expect(words).toMatch(/It holds a certificate signing request/);
      expect(words).toMatch(new RegExp(what));
      expect(words).toMatch(new RegExp(fix));
    });
  }
});

describe('a file in the place of a CSR is told for what it is:', () => {
  const files: Readonly<Record<string, readonly [file: Uint8Array | string, what: string]>> = {
    'a pointer of Git LFS': [
      `version https://git-lfs.github.com/spec/v1\noid sha256:${'ab12'.repeat(16)}\nsize 468\n`,
      'a Git LFS pointer where.*`lfs: true`',
    ],
    'what git-crypt has encrypted': [
      Buffer.from('\0GITCRYPT\0xxxxxxxxxxxx'),
      'git-crypt has encrypted where.*git-crypt unlock',
    ],
    'what Ansible Vault has encrypted': [
      '$ANSIBLE_VAULT;1.1;AES256\n6162\n',
      'Ansible Vault has encrypted where.*ansible-vault decrypt',
    ],
    'a conflict of a merge': [`<<<<<<< HEAD\n${pem}=======\n${pem}>>>>>>> main\n`, '2 certificate signing requests'],
    'a conflict of a merge without CSRs': ['<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main\n', 'a conflict of a merge'],
    'the path of a link': ['../devices/a.csr', 'the path of a link'],
    'a page': ['<!DOCTYPE html><html><body>Sign in</body></html>', 'a page in HTML where'],
    'an OpenSSH public key': [
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ device',
      'an OpenSSH public key where.*make a CSR',
    ],
    'an SSH2 public key': [
      '---- BEGIN SSH2 PUBLIC KEY ----\nAAAA\n---- END SSH2 PUBLIC KEY ----\n',
      'an SSH public key \\(RFC 4716\\)',
    ],
    'a PGP public key': [toPem(Buffer.alloc(40, 200), 'PGP PUBLIC KEY BLOCK'), 'a PGP public key where'],
    'a gzip file': [gzipSync('hello'), 'a gzip file where'],
    'a PNG image': [Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'a PNG image where'],
    'a configuration of OpenSSL': [
      '[req]\nprompt = no\n',
      'a configuration of OpenSSL where.*openssl req -new -config',
    ],
    'an empty file': ['', 'nothing where'],
    'a CSR under another label': [
      toPem(der, 'CERTIFICATE SIGNING REQUEST'),
      'under the label CERTIFICATE SIGNING REQUEST where.*-----BEGIN CERTIFICATE REQUEST-----',
    ],
  };
  for (const [name, [file, words]] of Object.entries(files)) {
    it(name, () => {
      expect(rulesOf(file)).toHaveLength(1);
      expect(wordsOf(file)).toMatch(new RegExp(words));
    });
  }

  it('a certificate, with what to put in its place', () => {
    const label = toPem(Buffer.from('3000', 'hex'), 'CERTIFICATE');
    expect(named(label)).toContain('a certificate where');
    expect(named(label)).toContain('AWS IoT makes the certificate');
  });
});

const field = join(import.meta.dirname, '../../../shared/field/git-lfs-pointer/csrs/device.csr');
const isThere = existsSync(field);
if (!isThere) console.log(`skipped: the pointer of Git LFS is not at ${field}`);

it.skipIf(!isThere)('a pointer from the field is named for Git LFS', () => {
  expect(named(readFileSync(field))).toMatch(/Git LFS.*`lfs: true` for actions\/checkout/);
});
