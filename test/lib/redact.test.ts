import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerText, keepSecret } from '../../src/lib/redact.ts';

const token = randomBytes(192).toString('base64');
const password = 's3cr&t!';
keepSecret(token);
keepSecret(password);
keepSecret('');
keepSecret(undefined);

const xml = (text: string): string =>
  [...text]
    .map((character) => (/\w/.test(character) ? character : `&#x${character.charCodeAt(0).toString(16)};`))
    .join('');

describe('a secret in the text of an answer', () => {
  it.each([
    ['as it is', (text: string) => text],
    ['percent-encoded', encodeURIComponent],
    ['percent-encoded twice', (text: string) => encodeURIComponent(encodeURIComponent(text))],
    [
      'with lower-case escapes',
      (text: string) =>
        encodeURIComponent(text)
          .toLowerCase()
          .replace(/^.*$/s, () => encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase())),
    ],
    ['in JSON', (text: string) => JSON.stringify(text).replaceAll('/', '\\/')],
    ['in JSON in JSON', (text: string) => JSON.stringify(JSON.stringify({ text }))],
    [
      'in the escapes of Unicode',
      (text: string) => text.replace(/[+/=]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`),
    ],
    ['in XML', xml],
    ['in Base64', (text: string) => Buffer.from(text).toString('base64')],
    ['in Base64 behind another character', (text: string) => Buffer.from(`:${text}`).toString('base64')],
    ['in Base64 behind a user name', (text: string) => Buffer.from(`us:er:${text}:1`).toString('base64')],
    ['in Base64 for addresses', (text: string) => Buffer.from(`ab${text}`).toString('base64url')],
    ['in hex', (text: string) => Buffer.from(text).toString('hex')],
    ['in upper-case hex', (text: string) => Buffer.from(text).toString('hex').toUpperCase()],
    ['in lines of 76 characters', (text: string) => text.replace(/.{76}/g, '$&\n')],
  ])('is taken out %s', (_, encode) => {
    const shown = answerText(`The token ${encode(token)} is not valid`);
    expect(shown).toMatch(/^The token "?(\\?"?\{?.{0,12})?\*{3}.{0,8} is not valid$/);
    for (const part of token.match(/\w{8}/g) ?? []) expect(shown).not.toContain(part);
  });

  it('is taken out where it is cut', () => {
    fc.assert(
      fc.property(fc.nat(token.length - 20), fc.integer({ min: 12, max: 60 }), fc.string(), (from, length, around) => {
        const part = token.slice(from, from + length);
        if (part.length < 12) return;
        expect(answerText(`${around} ${part}… ${around}`)).not.toContain(part.slice(0, 12));
      }),
    );
  });

  it('of few characters is taken out as a whole', () => {
    expect(answerText(`407 for user:${password}@proxy and ${encodeURIComponent(password)}`)).toBe(
      '407 for user:***@proxy and ***',
    );
  });

  it('leaves other text as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!text.includes(password));
        expect(answerText(text)).not.toContain('***'.repeat(text.includes('*') ? 99 : 1));
      }),
    );
    expect(answerText('Rate exceeded\n100 %')).toBe('Rate exceeded\\n100 %');
  });

  it('does not make a message long', () => {
    expect(answerText('x'.repeat(5_000_000)).length).toBeLessThanOrEqual(1_000);
  });
});
