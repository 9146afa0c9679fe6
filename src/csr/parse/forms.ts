import type { Form } from './layer.ts';

const WORDS: Readonly<Record<Form, string>> = {
  base64: 'in base64',
  hex: 'in hex',
  numbers: 'as an array of numbers',
  uuencode: 'in uuencode',
  escapes: 'with escapes such as \\n in it',
  percent: 'in percent-encoding, as in a URL',
  markup: 'in HTML or XML',
  'quoted-printable': 'in quoted-printable, as in mail',
  controls: 'with control or invisible characters in it',
  wide: 'in UTF-16 or UTF-32',
  gzip: 'in a gzip file',
  zip: 'in a zip archive',
  tar: 'in a tar archive',
};

/** ` in base64 in a gzip file`, for forms from the outside; empty for none. */
export function nameForms(forms: readonly Form[]): string {
  return forms
    .toReversed()
    .map((form) => ` ${WORDS[form]}`)
    .join('');
}

/** How to get at what is written in a form, a sentence. FILE stands for the file. */
export const UNDO: Readonly<Record<Form, string>> = {
  base64: 'Decode it first: `base64 -d FILE > device.csr`.',
  hex: 'Turn the digits into bytes first: `xxd -r -p FILE > device.csr`, or `xxd -r` for a dump with offsets.',
  numbers: 'Write these numbers into a file as bytes.',
  uuencode: 'Decode it first: `uudecode -o device.csr FILE`.',
  escapes:
    'Write line ends in place of each \\n: `printf "%b" "$(cat FILE)" > device.csr`; take a value out of JSON with `jq -r .NAME`.',
  percent: 'Decode it first, as a URL is decoded.',
  markup: 'Take the text out of the page, without tags and entities.',
  'quoted-printable':
    'Decode it first: `qprint -d FILE device.csr`, or save it from the mail program as an attachment.',
  controls: 'Remove these characters: `tr -cd "\\n -~" < FILE > device.csr`.',
  wide: 'Save it in UTF-8.',
  gzip: 'Unpack it first: `gunzip -c < FILE > device.csr`.',
  zip: 'Unpack it first, and commit the CSRs in it as files of their own.',
  tar: 'Unpack it first, and commit the CSRs in it as files of their own.',
};
