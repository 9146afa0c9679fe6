import type { RequestRule } from './rule.ts';
import { attributeName } from './subject-attribute.ts';

/** Findings that are shown of one subject. */
const SHOWN = 3;

/** What a value is that is text but was hardly meant, by what it looks like; the first that fits is reported. */
const ODDITIES: readonly (readonly [what: string, looks: RegExp])[] = [
  ['is empty', /^\s*$/u],
  ['begins or ends with white space', /^\s|\s$/u],
  ['holds a control character or a line end', /[\p{Cc}\u2028\u2029]/u],
  ['holds a control character for the direction of text', /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u],
  [
    'holds an invisible character',
    // The joiners only where they join nothing: scripts and emoji need them.
    /[\u00ad\u115f\u1160\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]|(?<![^ -~])[\u200c\u200d]|[\u200c\u200d](?![^ -~])/u,
  ],
  ['holds U+FFFD, which a tool wrote in place of what it could not read', /\ufffd/u],
  ['holds a code point that is not a character', /[\ufdd0-\ufdef]|[\ufffe\uffff]|\p{Noncharacter_Code_Point}/u],
  // Latin-1 letters that are UTF-8 when they are taken for bytes: ZÃ¼rich.
  [
    'looks like UTF-8 that was read as Latin-1',
    /[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|\u00e2(\u20ac|\u201a)/u,
  ],
  [
    'holds other parts of a subject',
    /(^|[\s,;/+"'])(OID\.)?(CN|OU|O|C|L|ST|S|SN|DC|UID|STREET|T|E|G|GN|commonName|serialNumber|organizationName|organizationalUnitName|countryName|localityName|stateOrProvinceName|emailAddress|subject|\d+(\.\d+)+)\s?=/iu,
  ],
  ['is in quotation marks', /^(".*"|'.*'|“.*”|„.*“)$/su],
  [
    'holds a placeholder that nothing was put into',
    /\$\{[^}]*\}|\$\([^)]*\)|\{\{[^}]*\}\}|^<[\w .-]+>$|^\$[A-Za-z_]\w*$|^%\w+%$|%[-0-9]*[dsux]\b|^\{[\w.-]*\}$|^@@?[\w.-]+@@?$/u,
  ],
  [
    'is what a program writes for a value that is not there',
    /^(undefined|null|nil|none|nan|\(null\)|\[object \w+\])$/iu,
  ],
  [
    'holds an escape sequence that nothing undid',
    /\\(x[0-9a-f]{2}|u\{?[0-9a-f]{2,6}|[nrt0]|[c-f][0-9a-f]\\[89ab][0-9a-f])|&(#\d+|#x[0-9a-f]+|amp|lt|gt|quot|apos|nbsp);|%[0-9a-f]{2}%[0-9a-f]{2}|%(20|2f|3d|c3)/iu,
  ],
  ['holds a PEM label', /-----(BEGIN|END) /u],
];

/** VisibleString: text, but not in the DirectoryString of RFC 5280, and OpenSSL does not read a name with one. */
const VISIBLE_STRING = 0x1a;

export const subjectMeant: RequestRule = {
  about: 'request',
  id: 'subject-meant',
  severity: 'warning',
  isFixed: false,
  title: 'The text in the subject looks as if it was meant.',
  source: { name: 'RFC 5280, section 7.1; Unicode TR 36', url: 'https://www.unicode.org/reports/tr36/' },
  why: 'A certificate keeps its subject for good, and policies compare it. What is text but hardly meant is reported: control characters, marks that hide or turn text around, white space at an end, a value that swallowed others (`CN=a, OU=b` or `/CN=a/OU=b` as one common name), placeholders and escapes that a script left in, text in the wrong encoding. It may be meant all the same, so it is a warning.',
  check({ request: { subject } }) {
    const found = subject.flat().flatMap((attribute) => {
      const { text, tag } = attribute;
      const what = text === undefined ? undefined : oddityOf(text, tag);
      return what === undefined ? [] : [`${attributeName(attribute)} ${what}`];
    });
    if (found.length === 0) return undefined;
    const more = found.length > SHOWN ? ` and ${found.length - SHOWN} more` : '';
    return {
      message: `In its subject ${found.slice(0, SHOWN).join(', ')}${more}.`,
      fix: 'Make the CSR again when this is not meant: the subject of a certificate cannot be changed.',
    };
  },
};

function oddityOf(text: string, tag: number): string | undefined {
  if (tag === VISIBLE_STRING) return 'is a VisibleString, which OpenSSL does not read in a subject';
  // Nearly all are so, and then nothing below can be.
  if (/^[A-Za-z0-9:_.-]+$/.test(text) && !/^(undefined|null|nil|none|nan)$/i.test(text)) return undefined;
  return ODDITIES.find(([, looks]) => looks.test(text))?.[0];
}
