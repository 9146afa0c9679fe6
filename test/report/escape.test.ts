import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  forCommandData,
  forCommandProperty,
  forCsv,
  forLog,
  forMarkdown,
  forSarif,
  shorten,
  visible,
} from '../../src/lib/escape.ts';
import { renderMarkdown } from './github-page.ts';

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
        '; =1',
        ';"\uff1d1',
        '\uff20x',
        '\t-1',
        '{0}',
        '[x](1)',
        '\\]',
        'www.example.com',
      ),
    ),
  )
  .map((parts) => parts.join(''));

describe('hostile text', () => {
  it('is one line of visible characters everywhere', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const escaped of [visible, forLog, forCommandData, forCommandProperty, forMarkdown, forCsv, forSarif]) {
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
        // A break that nobody sees keeps addresses and names apart.
        expect(forMarkdown(text).replaceAll('<wbr>', '')).not.toMatch(/[<>|`*_[\]@\\]|www\./);
        const html = renderMarkdown(`| x |\n| - |\n| ${forMarkdown(text)} |`);
        expect(html.match(/<[a-z]+/g)).toEqual(expect.not.arrayContaining(['<a', '<em', '<strong', '<img', '<code']));
        expect(html.match(/<(?!\/?(?:table|thead|tbody|tr|th|td|wbr)\b)/)).toBeNull();
      }),
    );
  });

  it.each(['https://evil.example/x', 'www.evil.example', 'a@evil.example', '@octocat', '#1', 'mailto:a@evil.example'])(
    'is never a link or a mention in the summary: %s',
    (text) => {
      const html = renderMarkdown(forMarkdown(text));
      expect(html).not.toContain('<a');
      // GitHub looks for mentions in what is between two elements.
      expect(html).not.toMatch(/[@#]\w/);
      expect(html.replaceAll('<wbr>', '')).toContain(text.replaceAll('&', '&#x26;'));
    },
  );

  it('is never a formula in a spreadsheet, and never ends its field', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const field = forCsv(text);
        // As a reader sees it that strips spaces and quotation marks, and one that splits at semicolons.
        for (const cell of field.split(';')) {
          expect(cell.replace(/^[\s"]+/u, '')).not.toMatch(/^[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b]/);
        }
        expect(field.slice(1, -1).replaceAll('""', '')).not.toContain('"');
      }),
    );
  });

  it('is never a formula behind what a spreadsheet strips or splits at', () => {
    for (const sign of '=+-@＝＋－＠') {
      for (const before of ['', ' ', '\u00a0', '\u3000', '"', ' " ']) {
        expect(forCsv(`${before}${sign}1+1`)).toMatch(/^"'/);
        expect(forCsv(`a;${before}${sign}1+1`)).toMatch(/^"a;'/);
      }
      // A tab is shown as its escape, so that no field starts behind it.
      expect(forCsv(`a\t${sign}1+1`)).toBe(`"a\\t${sign}1+1"`);
    }
    expect(forCsv('device-1; x=y, a@example.com')).toBe('"device-1; x=y, a@example.com"');
  });

  it('is never a placeholder or a link in a SARIF message', () => {
    expect(forSarif('{0} [x](1) {{1}}')).toBe('{{0}} \\[x\\](1) {{{{1}}}}');
    expect(forSarif('a\\[b] C:\\d')).toBe('a\\\\\\[b\\] C:\\d');
    fc.assert(
      fc.property(hostile, (text) => {
        const written = forSarif(text);
        expect(written.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]/);
        expect(written).not.toMatch(/(?<!\\)(\\\\)*[[\]]/);
      }),
    );
  });

  it('stays readable', () => {
    expect(forLog('a\u202eb ::x ##[y]')).toBe('a\\u202eb ::x ##\\[y]');
    expect(forMarkdown('csrs/device-1.csr')).toBe('csrs/device-1.csr');
    expect(shorten('abcdef', 4)).toBe('abc…');
  });
});
