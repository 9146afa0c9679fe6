import type { Iot } from '../aws/iot.ts';
import type { Csr } from '../csr/csr.ts';
import type { Clock } from '../lib/clock.ts';
import { forEach } from '../lib/for-each.ts';
import { UserError } from '../lib/user-error.ts';
import type { StoredCertificate } from '../records/certificate.ts';
import { check } from '../records/read-certificate.ts';
import { insist } from './insist.ts';
import type { Pacer } from './pacer/pacer.ts';
import type { Plan } from './plan.ts';

/** Certificates read, fetched and written at a time. */
const WIDTH = 32;

/**
 * Gives CSRs whose certificate is known its PEM, in the store and as if new. What is known by its id alone is asked of
 * AWS.
 *
 * @param use told of each certificate once it is stored
 * @throws UserError when a certificate cannot be had, or is for another key; nothing has been created then
 */
export async function reuseKnown(
  reuse: Plan['reuse'],
  options: {
    readonly iot: Pick<Iot, 'describeCertificate'>;
    readonly pacers: { readonly describe: Pacer };
    readonly clock: Clock;
    readonly stop: AbortSignal;
    readonly store: { write(csr: Csr, pem: string): Promise<void> };
    readonly use: (csr: Csr, certificate: StoredCertificate) => void;
  },
): Promise<void> {
  const { iot, pacers, clock, stop, store, use } = options;
  const fetchPem = async (id: string): Promise<string> => {
    const call = () => iot.describeCertificate(id);
    return (await insist('iot:DescribeCertificate', call, { pacer: pacers.describe, clock, signal: stop })).pem;
  };
  await forEach(reuse, WIDTH, async ({ csr, certificate, isStored }) => {
    const checked = check(csr, certificate.pem || (await fetchPem(certificate.id)));
    if (checked.verdict !== 'good') throw notItsKey(csr, certificate);
    if (!isStored) await store.write(csr, checked.pem);
    const { pem, ...stored } = certificate;
    use(csr, stored);
  });
}

function notItsKey(csr: Csr, certificate: StoredCertificate): UserError {
  return new UserError(
    'ledger',
    `The certificate ${certificate.id} that is recorded for ${csr.path} is not for its key.`,
    {
      where: csr.path,
      fix: 'Correct or remove its line in the ledger; nothing was created.',
    },
  );
}
