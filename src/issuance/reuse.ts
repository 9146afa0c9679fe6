import type { Csr } from '../csr/csr.ts';
import { forEach } from '../lib/for-each.ts';
import { UserError } from '../lib/user-error.ts';
import type { Certificate, Outcome } from '../records/certificate.ts';
import { check } from '../records/read-certificate.ts';
import { describe, type IotAccess } from './iot-access.ts';
import type { Plan } from './plan.ts';

/** Certificates read, fetched and written at a time. */
const WIDTH = 32;

/**
 * Gives CSRs whose certificate is known its PEM, in the store and as if new. What is known by its id alone is asked of
 * AWS.
 *
 * @returns the outcomes, in the order of `reuse`, without the PEMs
 * @throws UserError when a certificate cannot be had, or is for another key; nothing has been created then
 */
export async function reuseKnown(
  reuse: Plan['reuse'],
  access: IotAccess<'describeCertificate', 'describe'>,
  write: (csr: Csr, pem: string) => Promise<void>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  await forEach(reuse, WIDTH, async ({ csr, certificate, isStored }, index) => {
    const { pem, ...withoutPem } = certificate;
    const checked = check(csr, pem ?? (await describe(access, certificate.id)).pem);
    if (checked.verdict !== 'good') throw notItsKey(csr, certificate);
    if (!isStored) await write(csr, checked.pem);
    outcomes[index] = { result: 'reused', csr, certificate: withoutPem };
  });
  return outcomes;
}

function notItsKey(csr: Csr, certificate: Certificate): UserError {
  return new UserError(
    'ledger',
    `The certificate ${certificate.id} that is recorded for ${csr.path} is not for its key.`,
    {
      where: csr.path,
      fix: 'Correct or remove its line in the ledger; nothing was created.',
    },
  );
}
