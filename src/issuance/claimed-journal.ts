import type { Journal } from '../records/journal.ts';
import type { Claims } from './claims.ts';

/** A journal whose intents, releases and certificates the other runs see, too: in the claims of a shared ledger. */
export function withClaims(journal: Journal, claims: Pick<Claims, 'release' | 'issued'>): Journal {
  return {
    ...journal,
    release(csr) {
      journal.release(csr);
      claims.release(csr);
    },
    async issued(csr, file, certificate) {
      await journal.issued(csr, file, certificate);
      claims.issued(csr, certificate);
    },
  };
}
