import { encode } from '../../src/csr/parse/der.ts';
import { der, makeCsr, makeKey, toPem } from '../csr/make-csr.ts';

const extension = (oid: string, hex: string) => der.sequence(der.oid(oid), der.octets(Buffer.from(hex, 'hex')));
const attributes = [
  der.sequence(
    der.oid('1.2.840.113549.1.9.14'),
    der.set(der.sequence(extension('2.5.29.17', '3003820178'), extension('2.5.29.37', '300a06082b06010505070302'))),
  ),
  der.sequence(der.oid('1.2.840.113549.1.9.7'), der.set(encode(0x13, Buffer.from('secret')))),
];
const subject = [
  ['C', encode(0x13, Buffer.from('CH'))],
  ['O', encode(0x1e, Buffer.from('Geräte', 'utf16le').swap16())],
  ['OU', encode(0x14, Buffer.from('Zürich', 'latin1'))],
  ['CN', 'sensor, 1'],
  ['serialNumber', '0042'],
] as const;

/** CSRs of every kind that AWS takes, in every form a file has, and what is mistaken for them. */
export function makeOriginals(): readonly Uint8Array[] {
  const rsa = makeKey('RSA-2048');
  const ec = makeKey('P-256');
  const requests = [
    makeCsr({ key: ec, subject, attributes }),
    makeCsr({ key: makeKey('P-384'), hash: 'sha384' }),
    makeCsr({ key: makeKey('P-521'), hash: 'sha512', subject, attributes: undefined }),
    makeCsr({ key: rsa, subject, attributes, version: 1 }),
    makeCsr({ key: rsa, hash: 'sha1' }),
    makeCsr({ key: rsa, pss: { saltLength: 32 } }),
    makeCsr({ key: makeKey('RSA-3072'), hash: 'sha512' }),
    makeCsr({ key: makeKey('RSA-4096') }),
  ];
  const others = [
    ec.privateKey.export({ type: 'pkcs8', format: 'der' }),
    ec.privateKey.export({ type: 'sec1', format: 'der' }),
    rsa.privateKey.export({ type: 'pkcs1', format: 'der' }),
    Buffer.from(String(rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }))),
    rsa.publicKey.export({ type: 'spki', format: 'der' }),
    Buffer.from('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ device\n'),
  ];
  return [
    ...requests.flatMap((request) => [
      request,
      Buffer.from(toPem(request)),
      Buffer.from(toPem(request, 'NEW CERTIFICATE REQUEST', '\r\n')),
    ]),
    Buffer.from(`\ufeff${toPem(requests[0] ?? Buffer.alloc(0))}`, 'utf16le'),
    ...others,
  ];
}
