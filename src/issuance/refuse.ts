import type { Csr } from '../csr/csr.ts';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import type { Outcome, Problem } from '../records/certificate.ts';

/** A CSR that cannot have a certificate because of one that its key has already. */
export interface Refusal {
  readonly csr: Csr;
  readonly certificateId: string;
}

/** Names that an error lists; the others are in the same directory, mostly. */
const NAMED = 10;

/**
 * Refuses CSRs for one reason, before anything is created.
 *
 * @param leavesOut the other CSRs of the batch get their certificates all the same (`on-invalid: skip`)
 * @throws UserError with the code of the first problem unless `leavesOut`
 */
export function refuse<R extends Refusal>(
  refusals: readonly R[],
  problemOf: (refusal: R) => Problem,
  leavesOut: boolean,
): readonly Outcome[] {
  const [first, ...more] = refusals;
  if (first === undefined) return [];
  if (!leavesOut) {
    const { code, message, fix } = problemOf(first);
    const others = more.length === 0 ? '' : ` The same holds for ${plural(more.length, 'other CSR')}: ${listOf(more)}.`;
    throw new UserError(code, `${message}${others} Nothing was created.`, { where: first.csr.path, fix });
  }
  return refusals.map((one) => ({ result: 'failed', csr: one.csr, problem: problemOf(one) }));
}

function listOf(refusals: readonly Refusal[]): string {
  const names = refusals.slice(0, NAMED).map(({ csr, certificateId }) => `${csr.path} (${certificateId})`);
  return names.join(', ') + (refusals.length > NAMED ? ' …' : '');
}
