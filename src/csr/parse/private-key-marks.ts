/** What says in a text that a private key stands in it, and what it is then called. */
interface Mark {
  readonly what: string;
  readonly looks: RegExp;
}

/**
 * What keeps private keys in text, but for PEM labels. No expression has a repetition inside of another that could match
 * the same text in two ways: the time is proportional to the text.
 */
const MARKS: readonly Mark[] = [
  { what: 'a PuTTY private key', looks: /PuTTY-User-Key-File-|Private-(Lines|MAC): / },
  { what: 'an encrypted private key', looks: /Proc-Type: ?4, ?ENCRYPTED|DEK-Info: ?[A-Z0-9-]{1,40},/ },
  { what: 'a private key (SSH 1)', looks: /SSH PRIVATE KEY FILE FORMAT/ },
  { what: 'a private key (OpenSSH)', looks: /openssh-key-v1\0/ },
  { what: 'a private key (age)', looks: /AGE-SECRET-KEY-(PQ-)?1[A-Z0-9]{20}/i },
  { what: 'a private key (minisign, signify)', looks: /untrusted comment: .{0,80}secret key/ },
  { what: 'a private key (DNSSEC)', looks: /Private-key-format: v/ },
  { what: 'a private key (Tor)', looks: /== ed25519v1-secret: / },
  { what: 'a static key (OpenVPN)', looks: /BEGIN OpenVPN (Static key|tls-crypt)/i },
  { what: 'a private key (GnuPG)', looks: /\((\d+:)?(protected-|shadowed-)?private-key/ },
  { what: 'a private key (XML)', looks: /<(\w+:)?(D|InverseQ)>\s{0,40}[A-Za-z0-9+/=]{20}/ },
  // `openssl rsa -text`, `openssl ec -text`, certtool: the next line begins with the bytes, or with what stands before it.
  {
    what: 'a private key (printed as text)',
    looks:
      /(privateExponent|private exponent|prime ?1|exponent ?1|priv|private key)( \([a-z]\))?:[^:]{1,40}(?:[0-9A-Fa-f]{2}:){8}/i,
  },
  // `openssl asn1parse` of PKCS#1 and of SEC 1.
  {
    what: 'a private key (printed as ASN.1)',
    looks:
      /prim: {1,3}INTEGER {1,20}:0[01]\s{1,9}\d{1,6}:d=\d.{0,60}(OCTET STRING {1,20}\[HEX DUMP\]:[0-9A-F]{56}|INTEGER {1,20}:[0-9A-F]{256})/,
  },
  // Keys that only their name in a configuration distinguishes from other values: WireGuard, Tink, DNSSEC, .NET.
  {
    what: 'a private key',
    looks:
      /(private[ _-]?key|privkey|secret[ _-]?key|"(?:D|InverseQ)")["']?\s{0,4}[:=]\s{0,4}["']?(?=[A-Za-z+/_-]{0,60}\d)[A-Za-z0-9+/_-]{42,}/i,
  },
];

/**
 * What private key a text holds by its own word; undefined when it does not say. Any PEM label that says PRIVATE KEY
 * counts, whatever became of the dashes around it, and whether its text follows or not.
 */
export function findPrivateKeyMark(text: string): string | undefined {
  const label = /private/i.test(text) ? findLabel(text) : undefined;
  if (label !== undefined) return `a private key (${tidy(label)})`;
  return MARKS.find(({ looks }) => looks.test(text))?.what ?? jsonWebKey(text);
}

function findLabel(text: string): string | undefined {
  return (
    /BEGIN[ _-]{1,3}([A-Z0-9 _-]{0,40}PRIVATE[ _-]?KEY)/.exec(text)?.[1] ??
    /([A-Z0-9 ]{0,40}PRIVATE KEY)( BLOCK)? ?[-\u2010-\u2015\u2212]{4}/.exec(text)?.[1] ??
    /(?:begin|end) ([a-z0-9 ]{0,40}private key)[a-z ]{0,8}-{4}/i.exec(text)?.[1]
  );
}

function tidy(label: string): string {
  return label
    .replace(/[ _-]+/g, ' ')
    .replace(/^ ?(BEGIN|END) /i, '')
    .trim()
    .toUpperCase();
}

/** JSON Web Keys (RFC 7518, 6.2.2, 6.3.2 and 6.4.1; RFC 8037, 2), however their quotation marks are written. */
function jsonWebKey(text: string): string | undefined {
  if (!text.includes('kty')) return undefined;
  const plain = text.replace(/[\\"'\s]/g, '');
  if (!/kty[:=](RSA|EC|OKP|AKP|oct)/i.test(plain)) return undefined;
  if (/(^|[^A-Za-z0-9_])(d|p|q|priv)[:=][A-Za-z0-9_-]{20}/.test(plain)) return 'a private key (JWK)';
  return /kty[:=]oct/i.test(plain) && /(^|[^A-Za-z0-9_])k[:=][A-Za-z0-9_-]{8}/.test(plain)
    ? 'a secret key (JWK)'
    : undefined;
}
