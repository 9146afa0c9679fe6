import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  forCommandData,
  forCommandProperty,
  forCsv,
  forLog,
  forMarkdown,
  shorten,
  visible,
} from '../../src/lib/escape.ts';

/** Any text, with what is dangerous somewhere more likely than chance has it. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '::error::x',
        '##[add-mask]',
        '%0A',
        '\r\n',
        '</td><script>',
        '|',
        '`',
        '\u202e',
        '\u2028',
        '\ud800',
        '=1+1',
        '@x',
      ),
    ),
  )
  .map((parts) => parts.join(''));

describe('hostile text', () => {
  it('is one line of visible characters everywhere', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const escaped of [visible, forLog, forCommandData, forCommandProperty, forMarkdown, forCsv]) {
          expect(escaped(text)).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069\u200b-\u200f]|\p{Surrogate}/u);
        }
      }),
    );
  });

  it('is never a command in the log', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(forLog(text)).not.toContain('##[');
        expect(forLog(text)).not.toMatch(/^\s*::/);
        expect(forCommandProperty(text)).not.toMatch(/[:,]|##\[/);
      }),
    );
  });

  it('is never markup in the summary', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(forMarkdown(text)).not.toMatch(/[<>|`*_[\]@\\]/);
      }),
    );
  });

  it('is never a formula in a spreadsheet, and never ends its field', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const field = forCsv(text);
        expect(field).not.toMatch(/^"[=+\-@]/);
        expect(field.slice(1, -1).replaceAll('""', '')).not.toContain('"');
      }),
    );
  });

  it('stays readable', () => {
    expect(forLog('a\u202eb ::x ##[y]')).toBe('a\\u202eb ::x ##\\[y]');
    expect(forMarkdown('csrs/device-1.csr')).toBe('csrs/device-1.csr');
    expect(shorten('abcdef', 4)).toBe('abc…');
  });
});
