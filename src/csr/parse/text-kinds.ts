import { isLfsPointer, LFS_FIX } from '../../lib/lfs-pointer.ts';

/** A kind of text file that is found where a CSR belongs. */
interface TextKind {
  readonly what: string;
  readonly fix?: string;
  is(text: string): boolean;
}

const PUBLIC_ONLY =
  'Have the device make a CSR with its key (`openssl req -new -key KEY -subj /CN=NAME`): a public key alone proves nothing.';

const KINDS: readonly TextKind[] = [
  { what: 'a Git LFS pointer', fix: LFS_FIX, is: isLfsPointer },
  {
    what: 'a file that git-crypt has encrypted',
    fix: 'Unlock the repository (`git-crypt unlock`) in a step before this one.',
    is: (text) => text.startsWith('\0GITCRYPT\0'),
  },
  {
    what: 'a file that Ansible Vault has encrypted',
    fix: 'Decrypt it: `ansible-vault decrypt FILE`. A CSR is not secret.',
    is: (text) => text.startsWith('$ANSIBLE_VAULT;'),
  },
  {
    what: 'a file that age has encrypted',
    fix: 'Decrypt it: `age -d FILE`. A CSR is not secret.',
    is: (text) => text.startsWith('age-encryption.org/v1'),
  },
  {
    what: 'a file that SOPS has encrypted',
    fix: 'Decrypt it: `sops -d FILE`. A CSR is not secret.',
    is: (text) => /\bENC\[AES256_GCM,data:/.test(text) || /^["']?sops["']?\s{0,20}:/m.test(text),
  },
  {
    what: 'a file with a conflict of a merge in it',
    fix: 'Resolve the conflict: keep one of the two versions, without the marks.',
    is: (text) => /^<{7} /m.test(text) && /^>{7} /m.test(text),
  },
  {
    what: 'the path of a link, as Git writes it where links are off',
    fix: 'Check out with links (`git config core.symlinks true`), or put the file itself there.',
    is: (text) => /^(\.{1,2}\/)+[\w./ -]{1,200}$/.test(text),
  },
  { what: 'a public key (JWK)', fix: PUBLIC_ONLY, is: (text) => /["']?kty["']?\s{0,20}:/.test(text) },
  {
    what: 'an OpenSSH public key',
    fix: PUBLIC_ONLY,
    is: (text) => /^\s*(ssh-(rsa|dss|ed25519|ed448)|ecdsa-sha2-\S{1,40}|sk-\S{1,60}) AAAA/.test(text),
  },
  { what: 'an SSH public key (RFC 4716)', fix: PUBLIC_ONLY, is: (text) => /---- BEGIN SSH2 PUBLIC KEY/.test(text) },
  {
    what: 'a page in HTML',
    fix: 'Download the CSR itself: this is the page of a site, perhaps one that asks to sign in or that reports an error.',
    is: (text) => /^\s*(<!doctype html|<html)/i.test(text) && !text.includes('BEGIN CERTIFICATE'),
  },
  {
    what: 'the answer of an HTTP server',
    fix: 'Download the CSR itself, without the headers (curl: leave out `-i`), and look at the status: the server may have reported an error.',
    is: (text) => /^HTTP\/\d(\.\d)? \d{3}\b/.test(text),
  },
  {
    what: 'the address of a page',
    fix: 'Download the CSR from there, and put it in its place.',
    is: (text) => /^\s*(\[InternetShortcut\]\s+URL=)?[a-z][a-z\d+.-]{1,20}:\/\/\S+\s*$/i.test(text),
  },
  {
    what: 'a configuration of OpenSSL',
    fix: 'Have the device make the CSR with it: `openssl req -new -config FILE -key KEY -out device.csr`.',
    is: (text) => /^[ \t]{0,20}\[ ?(req|v3_req|req_distinguished_name) ?\]/m.test(text),
  },
  {
    what: 'a message of OpenSSL',
    fix: 'Make the CSR again: the program reported an error in its place.',
    is: (text) =>
      /^(unable to load|Unable to load|Can't open|Error |\w{8,16}:error:)/m.test(text) &&
      /:error:|X509|key/i.test(text),
  },
  {
    what: 'a CSR printed as text, without the CSR itself',
    fix: 'Print it without `-noout`, so that the PEM follows: `openssl req -in FILE -text`.',
    is: (text) =>
      /^[ \t]{0,20}Certificate Request:[ \t]{0,20}\r?\n[ \t]{0,20}Data:/m.test(text) && !/-----BEGIN/.test(text),
  },
];

/** Characters of a document that is parsed to see whether it is JSON: a CSR within one has a few thousand. */
const JSON_READ = 65_536;

const JSON_DOCUMENT = {
  what: 'a JSON document',
  fix: 'Put the CSR itself in its place. When the document holds it in a field, take it out: `jq -r .FIELD FILE > device.csr`.',
};

/** Names a document that holds nothing that is known; undefined for other text. */
export function nameDocument(text: string): { readonly what: string; readonly fix: string } | undefined {
  return isJson(text) ? JSON_DOCUMENT : undefined;
}

function isJson(text: string): boolean {
  if (text.length > JSON_READ || !/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Names a text by what only that kind of text has; undefined for others. */
export function nameText(text: string): { readonly what: string; readonly fix?: string | undefined } | undefined {
  return KINDS.find(({ is }) => is(text));
}

/** How a CSR comes in the place of what was found, a sentence; undefined when nothing but another file helps. */
export function fixFor(what: string): string | undefined {
  return FIXES.find(([looks]) => looks.test(what))?.[1];
}

const FIXES: readonly (readonly [looks: RegExp, fix: string])[] = [
  [
    /^a certificate( |$)(?!signing)/,
    'Put the CSR of the device in its place: AWS IoT makes the certificate. One that another CA made is registered in AWS IoT, not asked for.',
  ],
  [/public key/, PUBLIC_ONLY],
  [/PGP|OpenPGP/, 'Put the CSR (PKCS#10) of the device in its place: AWS IoT does not accept PGP.'],
  [
    /^a PKCS#7/,
    'Put the CSR of the device in its place; of a signed request, the CSR inside: `openssl cms -verify -noverify -in FILE`.',
  ],
  [/^a CRMF/, 'Have the tool make PKCS#10 requests, as `openssl req -new` does.'],
  [/parameters$/, 'Put the CSR of the device in its place: parameters are only a part of a key.'],
  [/gzip file$/, 'Unpack it (`gunzip`), and put the CSR in it in its place.'],
  [/archive$|xz file|bzip2 file|zstd file/, 'Unpack it, and put each CSR in it as a file of its own.'],
  [/git-crypt/, 'Unlock the repository (`git-crypt unlock`) in a step before this one.'],
];
