import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPem } from '../../src/csr/files/read-pem.ts';
import { makeCsr, toPem } from './make-csr.ts';
import { judgeFile, rulesOf, wordsOf } from './verdicts.ts';
import { makeWorkspace } from './workspace.ts';

const request = makeCsr();
const pem = toPem(request);
const base64 = request.toString('base64');

function utf16(text: string, order: 'little' | 'big', mark = true): Buffer {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  return order === 'little' ? bytes : bytes.swap16();
}

describe('one request is read the same from', () => {
  const files: Readonly<Record<string, Uint8Array | string>> = {
    PEM: pem,
    'the label NEW CERTIFICATE REQUEST': toPem(request, 'NEW CERTIFICATE REQUEST'),
    'CRLF line ends': toPem(request, 'CERTIFICATE REQUEST', '\r\n'),
    'CR line ends': toPem(request, 'CERTIFICATE REQUEST', '\r'),
    'indented lines': pem.replace(/^/gm, '    '),
    'tabs and blank lines': pem.replace(/\n/g, '\t\n\n'),
    'no line end at the end': pem.trim(),
    'base64 in one line': `-----BEGIN CERTIFICATE REQUEST-----\n${base64}\n-----END CERTIFICATE REQUEST-----`,
    'UTF-8 with a byte order mark': `\ufeff${pem}`,
    'UTF-16 LE, as PowerShell writes it': utf16(toPem(request, 'CERTIFICATE REQUEST', '\r\n'), 'little'),
    'UTF-16 BE': utf16(pem, 'big'),
    'UTF-16 LE without a mark': utf16(pem, 'little', false),
    'UTF-16 BE without a mark': utf16(pem, 'big', false),
    'text before it, as of openssl req -text': `Certificate Request:\n    Data:\n        Subject: CN=Zürich\n${pem}`,
    'text behind it': `${pem}\nkind regards\n`,
    'Latin-1 text before it': Buffer.concat([Buffer.from('Gerät: Zürich\n', 'latin1'), Buffer.from(pem)]),
    HTML: `<html><pre>${pem.trim()}</pre></html>`,
    'another block beside it': `${toPem(Buffer.from('0500', 'hex'), 'EC PARAMETERS')}${pem}`,
    DER: request,
  };
  for (const [name, file] of Object.entries(files)) {
    it(name, () => {
      const { csr, findings } = judgeFile(file);
      expect(findings).toEqual([]);
      const path = join(makeWorkspace({ 'device.csr': file }), 'device.csr');
      expect(csr && readPem(path, csr)).toBe(pem);
    });
  }
});

describe('PEM that is damaged', () => {
  const files: Readonly<Record<string, readonly [file: string, words: string]>> = {
    'its end is missing': [
      pem.slice(0, -10).replace(/-----END.*/s, ''),
      'END line of its CERTIFICATE REQUEST block is missing',
    ],
    'its end has another label': [pem.replace('END CERTIFICATE REQUEST', 'END CERTIFICATE'), 'another label'],
    'a line is missing': [pem.split('\n').toSpliced(2, 1).join('\n'), 'not a well-formed'],
    'a character is missing': [pem.replace(base64.slice(60, 64), base64.slice(60, 63)), 'incomplete'],
    'quotes are smart': [pem.replace(base64.slice(60, 64), `“${base64.slice(61, 64)}`), 'U+201C'],
    'dashes are long': [pem.replaceAll('-----', '—–'), 'five belong on each side'],
    'headers stand in it': [pem.replace('REQUEST-----\n', 'REQUEST-----\nProc-Type: 4,CLEAR\n\n'), 'U+002D'],
    'its block is empty': ['-----BEGIN CERTIFICATE REQUEST-----\n-----END CERTIFICATE REQUEST-----\n', 'incomplete'],
  };
  for (const [name, [file, words]] of Object.entries(files)) {
    it(`is malformed when ${name}`, () => {
      expect(rulesOf(file)).toEqual(['malformed']);
      expect(wordsOf(file)).toContain(words);
    });
  }
});

describe('two requests in a file', () => {
  const other = makeCsr();

  it.each([
    ['PEM', `${pem}${toPem(other)}`],
    ['both labels', `${pem}${toPem(other, 'NEW CERTIFICATE REQUEST')}`],
    ['the same twice', `${pem}${pem}`],
    ['the second damaged', `${pem}${toPem(other).replace('END CERTIFICATE REQUEST', '')}`],
    ['DER', Buffer.concat([request, other])],
  ])('are refused: %s', (_, file) => {
    expect(rulesOf(file)).toEqual(['several-requests']);
    expect(wordsOf(file)).toContain('It holds 2 certificate signing requests.');
  });
});
