import type { Csr } from '../csr/csr.ts';
import { UserError } from '../errors.ts';
import type { Certificate, Outcome } from './certificate.ts';
import { check } from './check.ts';

/** What is to be done for a batch. */
export interface Plan {
  /** CSRs without a certificate, in the order of the batch. */
  readonly create: readonly Csr[];
  /** CSRs whose certificate is there already. */
  readonly reuse: readonly Outcome[];
}

/** What earlier runs left behind for a CSR. */
export interface Remains {
  /** What stands where its certificate goes. */
  readonly pem: string;
  /** What was written down about it. */
  readonly record: Omit<Certificate, 'pem'> | undefined;
}

/**
 * Decides which CSRs need a certificate: those that an earlier run left a certificate for, of the same key, do not.
 *
 * @param arnOf the ARN of a certificate id in the account at hand
 * @throws UserError `would-overwrite` when something else stands where a certificate goes: it is not ours to overwrite
 */
export async function plan(
  csrs: readonly Csr[],
  remainsOf: (csr: Csr) => Promise<Remains | undefined>,
  arnOf: (id: string) => string,
): Promise<Plan> {
  const create: Csr[] = [];
  const reuse: Outcome[] = [];
  const strangers: string[] = [];
  for (const csr of csrs) {
    const remains = await remainsOf(csr);
    if (remains === undefined) {
      create.push(csr);
      continue;
    }
    const checked = check(csr, remains.pem);
    if (checked.verdict !== 'good') {
      strangers.push(csr.path);
      continue;
    }
    const unrecorded = { id: checked.id, arn: arnOf(checked.id), status: undefined, issuedAt: undefined };
    reuse.push({ result: 'reused', csr, certificate: { ...(remains.record ?? unrecorded), pem: checked.pem } });
  }
  if (strangers.length > 0) throw wouldOverwrite(strangers);
  return { create, reuse };
}

function wouldOverwrite(paths: readonly string[]): UserError {
  const more = paths.length > 10 ? ` and ${paths.length - 10} more` : '';
  return new UserError(
    'would-overwrite',
    `Other files stand where the certificates of ${paths.slice(0, 10).join(', ')}${more} would go.`,
    { where: 'output-directory', fix: 'Name another directory, or move these files away.' },
  );
}
