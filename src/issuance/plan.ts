import type { Csr } from '../csr/csr.ts';
import { forEach } from '../lib/for-each.ts';
import { UserError } from '../lib/user-error.ts';
import type { Certificate } from '../records/certificate.ts';
import type { Knowledge } from '../records/knowledge.ts';
import { type Checked, check } from '../records/read-certificate.ts';

/** What is to be done for a batch, by what the records say. */
export interface Plan {
  /** CSRs of which no certificate is recorded, in the order of the batch. */
  readonly create: readonly Csr[];
  /** CSRs of which a certificate is recorded. */
  readonly reuse: readonly Reuse[];
}

export interface Reuse<C = Csr> {
  readonly csr: C;
  /** The certificates that records name for its key, the preferred one first; without a PEM where only the id is known. */
  readonly candidates: readonly Certificate[];
  /** Id of the certificate that is in the place of this CSR's. */
  readonly storedId: string | undefined;
  /** Whether nothing but that certificate is there, as this product writes it. */
  readonly isStoredAlone: boolean;
}

/** Places looked at, at a time. */
const WIDTH = 32;

/**
 * Decides which CSRs may have a certificate: those that have one in `knowledge`, or at their place in the output
 * directory.
 *
 * @param pemAt what stands where the certificate of a CSR goes
 * @param reissue what stands in the output directory does not count, unless `knowledge` has it
 * @throws UserError `would-overwrite` when something else stands where a certificate goes: it is not ours to overwrite
 */
export async function plan(
  csrs: readonly Csr[],
  knowledge: Knowledge,
  pemAt: (csr: Csr) => Promise<string | undefined>,
  reissue: boolean,
): Promise<Plan> {
  const create: Csr[] = [];
  const reuse: Reuse[] = [];
  const strangers: string[] = [];
  const stored: (Stored | undefined)[] = [];
  await forEach(csrs, WIDTH, async (csr, index) => {
    const text = await pemAt(csr);
    stored[index] = text === undefined ? undefined : { text, ...check(csr, text) };
  });
  for (const [index, csr] of csrs.entries()) {
    const checked = stored[index];
    if (checked !== undefined && checked.verdict !== 'good') {
      strangers.push(csr.path);
      continue;
    }
    const isRetired = knowledge.retired(csr.spkiSha256).some(({ certificateId }) => certificateId === checked?.id);
    const candidates = candidatesOf(knowledge.get(csr.spkiSha256), isRetired ? undefined : checked, reissue);
    if (candidates.length === 0) create.push(csr);
    else reuse.push({ csr, candidates, storedId: checked?.id, isStoredAlone: checked?.text === checked?.pem });
  }
  if (strangers.length > 0) throw wouldOverwrite(strangers);
  return { create, reuse };
}

/** What stands in a place, and what it is. */
type Stored = Checked & { readonly text: string };

/** What is in the place comes first: somebody may have it already. */
function candidatesOf(
  known: readonly Certificate[],
  stored: (Checked & { readonly verdict: 'good' }) | undefined,
  reissue: boolean,
): readonly Certificate[] {
  if (stored === undefined) return known;
  const { id, pem } = stored;
  const recorded = known.find((certificate) => certificate.id === id);
  if (recorded === undefined && reissue) return known;
  const atPlace: Certificate = {
    ...(recorded ?? { id, status: undefined, issuedAt: undefined, origin: undefined }),
    pem,
  };
  return [atPlace, ...known.filter((certificate) => certificate.id !== id)];
}

/** @param paths of the CSRs whose certificates would be written there */
export function wouldOverwrite(paths: readonly string[]): UserError {
  const more = paths.length > 10 ? ` and ${paths.length - 10} more` : '';
  return new UserError(
    'would-overwrite',
    `There are other files where the certificates of ${paths.slice(0, 10).join(', ')}${more} would go.`,
    { where: 'output-directory', fix: 'Name another directory, or move these files away.' },
  );
}
