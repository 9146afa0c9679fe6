/** A kind of file that is known by its first bytes. */
export interface FileKind {
  /** With its article: `a Java key store`. */
  readonly what: string;
  readonly isPrivateKey: boolean;
}

interface Magic {
  readonly what: string;
  /** Hex of the first bytes; a dot is any digit. */
  readonly starts: string;
}

/** What is made to keep private keys: the magic numbers are from each format's own description or source. */
const KEY_FILES: readonly Magic[] = [
  { what: 'a Java key store', starts: 'feedfeed0000000[12]' },
  { what: 'a Java key store (JCEKS)', starts: 'cececece0000000[12]' },
  // Bouncy Castle: version, and a salt of 20 bytes, in BKS and UBER alike.
  { what: 'a Java key store (BKS or UBER)', starts: '0000000[12]00000014' },
  { what: 'an OpenSSH private key', starts: '6f70656e7373682d6b65792d763100' },
  { what: 'a private key (SSH 1)', starts: '5353482050524956415445204b45592046494c45' },
  // bcrypt.h: BCRYPT_RSAPRIVATE_MAGIC, …FULLPRIVATE…, ECDSA and ECDH private keys, DSA.
  { what: 'a private key (BCRYPT_RSAPRIVATE_BLOB)', starts: '52534132..0.0000' },
  { what: 'a private key (BCRYPT_RSAFULLPRIVATE_BLOB)', starts: '52534133..0.0000' },
  { what: 'a private key (BCRYPT_ECCPRIVATE_BLOB)', starts: '4543(53|4b)3[246](20|30|42)000000' },
  { what: 'a private key (BCRYPT_ECCPRIVATE_BLOB)', starts: '45434456(20|30|42)000000' },
  { what: 'a private key (BCRYPT_DSA_PRIVATE_BLOB)', starts: '44(50|53)5056' },
  // wincrypt.h: PRIVATEKEYBLOB; .pvk of signtool.
  { what: 'a private key (PRIVATEKEYBLOB)', starts: '070200000.(a4|24|22)0000(525341|445353)32' },
  { what: 'a private key (PVK)', starts: '1ef1b5b0' },
  { what: 'data protected by Windows (DPAPI)', starts: '01000000d08c9ddf0115d1118c7a00c04fc297eb' },
  { what: 'a macOS key chain', starts: '6b79636800010000' },
  { what: 'a GNOME key ring', starts: '476e6f6d654b657972696e67' },
  { what: 'a KeePass database', starts: '03d9a29a(65|66|67)fb4bb5' },
];

const OTHER_FILES: readonly Magic[] = [
  { what: 'a gzip file', starts: '1f8b' },
  { what: 'a zip archive', starts: '504b(0304|0506|0708)' },
  { what: 'a 7z archive', starts: '377abcaf271c' },
  { what: 'a RAR archive', starts: '526172211a07' },
  { what: 'an xz file', starts: 'fd377a585a00' },
  { what: 'a bzip2 file', starts: '425a683.3141' },
  { what: 'a zstd file', starts: '28b52ffd' },
  { what: 'a file that git-crypt has encrypted', starts: '00474954435259505400' },
  { what: 'a PDF document', starts: '255044462d' },
  { what: 'a PNG image', starts: '89504e470d0a1a0a' },
  { what: 'a JPEG image', starts: 'ffd8ff' },
  { what: 'a program (ELF)', starts: '7f454c46' },
  { what: 'an SQLite database', starts: '53514c69746520666f726d6174203300' },
];

const compile = (isPrivateKey: boolean, { what, starts }: Magic) => ({
  what,
  isPrivateKey,
  pattern: new RegExp(`^${starts}`),
});
const KINDS = [...KEY_FILES.map((magic) => compile(true, magic)), ...OTHER_FILES.map((magic) => compile(false, magic))];

/** Names a kind of binary file by its first bytes; undefined when they say nothing. */
export function identifyMagic(bytes: Uint8Array): FileKind | undefined {
  const start = Buffer.from(bytes.subarray(0, 32)).toString('hex');
  const kind = KINDS.find(({ pattern }) => pattern.test(start));
  if (kind !== undefined) return { what: kind.what, isPrivateKey: kind.isPrivateKey };
  if (isPgpSecretKey(bytes)) return { what: 'a private key (PGP)', isPrivateKey: true };
  if (isDropbearKey(bytes)) return { what: 'a private key (Dropbear)', isPrivateKey: true };
  if (isTpmBlob(bytes)) return { what: 'a private key (TPM2B_PRIVATE)', isPrivateKey: true };
  if (Buffer.from(bytes.subarray(257, 262)).toString('latin1') === 'ustar') {
    return { what: 'a tar archive', isPrivateKey: false };
  }
  return undefined;
}

/**
 * Whether the first packet is a secret key of OpenPGP (RFC 9580, 4.2 and 5.5.2): its tag and length, a version from 3 to 6,
 * a time of creation since 1998, and a known algorithm. The packet must be there in whole, or random bytes would be keys.
 */
function isPgpSecretKey(bytes: Uint8Array): boolean {
  const [tag = 0, first = 0, second = 0] = bytes;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let start: number;
  let length: number;
  if (tag === 0x94) [start, length] = [2, first];
  else if (tag === 0x95) [start, length] = [3, first * 256 + second];
  else if (tag !== 0xc5) return false;
  else if (first < 192) [start, length] = [2, first];
  else if (first < 224) [start, length] = [3, (first - 192) * 256 + second + 192];
  else return false;
  const packet = buffer.subarray(start, start + length);
  if (packet.length < Math.max(length, 40)) return false;
  const [version = 0, time = 0, , , , algorithm = 0] = packet;
  const isKnown = (algorithm >= 1 && algorithm <= 3) || (algorithm >= 16 && algorithm <= 36);
  return version >= 3 && version <= 6 && time >= 0x35 && time < 0x80 && isKnown;
}

/** Fields behind the name that a public key has (RFC 4253, 6.6; RFC 5656, 3.1; RFC 8709, 4). Dropbear adds the private ones. */
const SSH_PUBLIC_FIELDS: Readonly<Record<string, number>> = {
  'ssh-rsa': 2,
  'ssh-dss': 4,
  'ssh-ed25519': 1,
  'ecdsa-sha2-nistp256': 2,
  'ecdsa-sha2-nistp384': 2,
  'ecdsa-sha2-nistp521': 2,
};

function isDropbearKey(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0 || bytes[1] !== 0 || bytes[2] !== 0) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const fields: Uint8Array[] = [];
  for (let offset = 0; offset + 4 <= bytes.length && fields.length < 10; ) {
    const end = offset + 4 + view.getUint32(offset);
    if (end > bytes.length) break;
    fields.push(bytes.subarray(offset + 4, end));
    offset = end;
  }
  const expected = SSH_PUBLIC_FIELDS[Buffer.from(fields[0] ?? []).toString('latin1')];
  if (expected === undefined) return false;
  // Both halves of an Ed25519 key are one field.
  return fields.length - 1 > expected || (expected === 1 && fields[1]?.length === 64);
}

/** TPM2B_PRIVATE of tpm2-tools: the length of the rest, and an integrity digest of SHA-256. */
function isTpmBlob(bytes: Uint8Array): boolean {
  const length = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  return (
    bytes.length > 100 && bytes.length < 1_000 && length + 2 === bytes.length && bytes[2] === 0 && bytes[3] === 0x20
  );
}
