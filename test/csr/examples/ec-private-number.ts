import { createECDH, createPrivateKey, createPublicKey } from 'node:crypto';
import { type Batch, type Examples, file } from '../example.ts';
import { makeCsr, toPem } from '../make-csr.ts';

/** A CSR of the key with this private number. */
const numbered = (number: number): Batch => {
  const ecdh = createECDH('prime256v1');
  const d = Buffer.alloc(32);
  d.writeUInt32BE(number, 28);
  ecdh.setPrivateKey(d);
  const point = ecdh.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((bytes) => bytes.toString('base64url'));
  const jwk = { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '', d: d.toString('base64url') };
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' });
  return file(toPem(makeCsr({ key: { privateKey, publicKey: createPublicKey(privateKey) } })));
};

export const examples: Examples = {
  'ec-private-number': { passes: () => numbered(4_000_000_000), fails: () => numbered(1) },
};
