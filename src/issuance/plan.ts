import type { Csr } from '../csr/csr.ts';
import { forEach } from '../lib/for-each.ts';
import { UserError } from '../lib/user-error.ts';
import type { Certificate } from '../records/certificate.ts';
import type { Knowledge } from '../records/knowledge.ts';
import { type Checked, check } from '../records/read-certificate.ts';

/** What is to be done for a batch. */
export interface Plan {
  /** CSRs of which no certificate is known, in the order of the batch. */
  readonly create: readonly Csr[];
  /** CSRs whose certificate is known. Its PEM is not there when only the id is. */
  readonly reuse: readonly Reuse[];
}

export interface Reuse {
  readonly csr: Csr;
  readonly certificate: Certificate;
  /** True when its PEM is in its place already. */
  readonly isStored: boolean;
}

/** Places looked at, at a time. */
const WIDTH = 32;

/**
 * Decides which CSRs need a certificate: those that have one in `knowledge`, or at their place in the output directory,
 * do not.
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
  const stored: (Checked | undefined)[] = [];
  await forEach(csrs, WIDTH, async (csr, index) => {
    const pem = await pemAt(csr);
    stored[index] = pem === undefined ? undefined : check(csr, pem);
  });
  for (const [index, csr] of csrs.entries()) {
    const checked = stored[index];
    if (checked !== undefined && checked.verdict !== 'good') {
      strangers.push(csr.path);
      continue;
    }
    const known = knowledge.get(csr.spkiSha256);
    const atPlace = checked && { ...(known?.id === checked.id ? known : unrecorded(checked)), pem: checked.pem };
    const certificate = reissue && atPlace?.id !== known?.id ? known : (atPlace ?? known);
    if (certificate === undefined) create.push(csr);
    else reuse.push({ csr, certificate, isStored: certificate.id === checked?.id });
  }
  if (strangers.length > 0) throw wouldOverwrite(strangers);
  return { create, reuse };
}

function unrecorded({ id }: { readonly id: string }): Certificate {
  return { id, status: undefined, issuedAt: undefined, origin: undefined };
}

function wouldOverwrite(paths: readonly string[]): UserError {
  const more = paths.length > 10 ? ` and ${paths.length - 10} more` : '';
  return new UserError(
    'would-overwrite',
    `Other files stand where the certificates of ${paths.slice(0, 10).join(', ')}${more} would go.`,
    { where: 'output-directory', fix: 'Name another directory, or move these files away.' },
  );
}
