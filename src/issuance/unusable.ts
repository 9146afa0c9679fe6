import type { Csr } from '../csr/csr.ts';
import type { Outcome, Problem } from '../records/certificate.ts';
import type { Unusable } from './confirm.ts';
import { refuse } from './refuse.ts';

/**
 * What becomes of CSRs whose key has a certificate that is of no use any more. A revoked key stays revoked: it may be in
 * other hands, so that nothing is created for it unless `reissue` asks for that.
 *
 * @param leavesOut the other CSRs of the batch get their certificates all the same (`on-invalid: skip`)
 * @throws UserError `key-revoked`, `certificate-not-usable` unless `leavesOut`; nothing has been created then
 */
export function refuseUnusable(unusable: readonly Unusable[], leavesOut: boolean): readonly Outcome[] {
  return refuse(unusable, problemOf, leavesOut);
}

export function problemOf({ certificateId, status }: Unusable<Pick<Csr, 'path'>>): Problem {
  if (/^revoked$/i.test(status)) {
    return {
      code: 'key-revoked',
      message: `The certificate for its key, ${certificateId}, is revoked.`,
      fix: 'Make a new key and a new CSR on the device. To trust this key again, run once with `reissue: true` and only its CSR in csr-path.',
    };
  }
  if (/^(retired|deleted)$/i.test(status)) {
    return {
      code: 'key-retired',
      message: `The certificate for its key, ${certificateId}, was retired: its thing has a newer one.`,
      fix: 'Remove this CSR, or replace it by that of the key which the device has now. To use the old key again, run once with `reissue: true` and only its CSR in csr-path.',
    };
  }
  return {
    code: 'certificate-not-usable',
    message: `The certificate for its key, ${certificateId}, has the status ${status}, so that a device cannot connect with it.`,
    fix: 'Look at the certificate in AWS IoT: accept or cancel its transfer, or make a new key on the device.',
  };
}
