import type { Csr } from '../csr/csr.ts';
import type { Certificate, Outcome } from '../records/certificate.ts';
import type { Journal } from '../records/journal.ts';
import type { Knowledge } from '../records/knowledge.ts';
import { notKept } from './problems.ts';

/** The certificates of a batch in the output directory. */
export interface Store {
  /** Where the certificate of a CSR goes, relative to the output directory. */
  nameOf(csr: Csr): string;
  /** What stands there; undefined when nothing does. */
  read(csr: Csr): Promise<string | undefined>;
  write(csr: Csr, pem: string): Promise<void>;
}

/** Makes a certificate durable: in the journal first, then where it is handed over from. */
export type Keep = (csr: Csr, certificate: Certificate, pem: string) => Promise<void>;

/** @throws what the journal or the store throws; the certificate exists all the same */
export function createKeep(options: {
  readonly journal: Pick<Journal, 'issued'>;
  readonly knowledge: Knowledge;
  readonly store: Store;
}): Keep {
  const { journal, knowledge, store } = options;
  return async (csr, certificate, pem) => {
    await journal.issued(csr, store.nameOf(csr), { ...certificate, pem });
    knowledge.add(csr.spkiSha256, certificate);
    await store.write(csr, pem);
  };
}

/**
 * Keeps a certificate that was found in the account.
 *
 * @param result `created` when a request of this run made it
 */
export async function keepFound(
  keep: Keep,
  csr: Csr,
  certificate: Certificate,
  pem: string,
  result: 'created' | 'reused',
): Promise<Outcome> {
  try {
    await keep(csr, certificate, pem);
    return { result, csr, certificate };
  } catch (error) {
    return { result: 'in-doubt', csr, problem: notKept(certificate, error) };
  }
}
