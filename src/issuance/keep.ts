import type { Csr } from '../csr/csr.ts';
import type { Certificate, Outcome } from '../records/certificate.ts';
import type { Journal } from '../records/journal.ts';
import type { Knowledge } from '../records/knowledge.ts';
import type { Follower } from './batch-options.ts';
import { notKept } from './problems.ts';

/** The certificates of a batch in the output directory. */
export interface Store {
  /** Where the certificate of a CSR goes, relative to the output directory. */
  nameOf(csr: Csr): string;
  /** What stands there; undefined when nothing does. */
  read(csr: Csr): Promise<string | undefined>;
  write(csr: Csr, pem: string): Promise<void>;
}

/**
 * Makes a certificate durable: in the journal first, then where it is handed over from.
 *
 * @param isNew a request of this process made it
 */
export type Keep = (csr: Csr, certificate: Certificate, pem: string, isNew: boolean) => Promise<void>;

/** @throws what the journal or the store throws; the certificate exists all the same */
export function createKeep(options: {
  readonly journal: Pick<Journal, 'issued'>;
  readonly knowledge: Knowledge;
  readonly store: Store;
  readonly follower?: Pick<Follower, 'onCertificate'> | undefined;
}): Keep {
  const { journal, knowledge, store, follower } = options;
  return async (csr, certificate, pem, isNew) => {
    await journal.issued(csr, store.nameOf(csr), { ...certificate, pem });
    knowledge.add(csr.spkiSha256, certificate);
    knowledge.confirm(csr.spkiSha256, certificate.id);
    await store.write(csr, pem);
    follower?.onCertificate(csr, certificate, isNew);
  };
}

/**
 * Keeps a certificate that was found in the account.
 *
 * @param made `created` when a request of this attempt made it; whether this run did, in whatever attempt
 */
export async function keepFound(
  keep: Keep,
  csr: Csr,
  certificate: Certificate,
  pem: string,
  made: { readonly result: 'created' | 'reused'; readonly isOwn: boolean },
): Promise<Outcome> {
  try {
    await keep(csr, certificate, pem, made.result === 'created');
    const awaitsActivation = made.isOwn && certificate.status === 'INACTIVE';
    return { result: made.result, csr, certificate, awaitsActivation };
  } catch (error) {
    return { result: 'in-doubt', csr, problem: notKept(certificate, error) };
  }
}
