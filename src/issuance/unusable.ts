import type { Csr } from '../csr/csr.ts';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import type { Outcome, Problem } from '../records/certificate.ts';
import type { Unusable } from './confirm.ts';

/**
 * What becomes of CSRs whose key has a certificate that is of no use any more. A revoked key stays revoked: it may be in
 * other hands, so that nothing is created for it unless `reissue` asks for that.
 *
 * @param leavesOut the other CSRs of the batch get their certificates all the same (`on-invalid: skip`)
 * @throws UserError `key-revoked`, `certificate-not-usable` unless `leavesOut`; nothing has been created then
 */
export function refuseUnusable(unusable: readonly Unusable[], leavesOut: boolean): readonly Outcome[] {
  const [first, ...more] = unusable;
  if (first === undefined) return [];
  if (!leavesOut) {
    const { code, message, fix } = problemOf(first);
    const others = more.length === 0 ? '' : ` The same holds for ${plural(more.length, 'other CSR')}: ${listOf(more)}.`;
    throw new UserError(code, `${message}${others} Nothing was created.`, { where: first.csr.path, fix });
  }
  return unusable.map((one) => ({ result: 'failed', csr: one.csr, problem: problemOf(one) }));
}

/** Names that an error lists; the others are in the same directory, mostly. */
const NAMED = 10;

function listOf(unusable: readonly Unusable[]): string {
  const names = unusable.slice(0, NAMED).map(({ csr, certificateId }) => `${csr.path} (${certificateId})`);
  return names.join(', ') + (unusable.length > NAMED ? ' …' : '');
}

export function problemOf({ certificateId, status }: Unusable<Pick<Csr, 'path'>>): Problem {
  if (/^revoked$/i.test(status)) {
    return {
      code: 'key-revoked',
      message: `The certificate for its key, ${certificateId}, is revoked.`,
      fix: 'Make a new key and a new CSR on the device. To trust this key again, run once with `reissue: true` and only its CSR in csr-path.',
    };
  }
  return {
    code: 'certificate-not-usable',
    message: `The certificate for its key, ${certificateId}, has the status ${status}, so that a device cannot connect with it.`,
    fix: 'Look at the certificate in AWS IoT: accept or cancel its transfer, or make a new key on the device.',
  };
}
