import type { Csr } from '../csr/csr.ts';
import type { Outcome } from '../records/certificate.ts';
import type { Follower } from './batch-options.ts';
import type { SharedCreation } from './create-shared.ts';

/** CSRs that are tried one after the other until one of them has a certificate. */
const MOST_ALONE = 3;

/**
 * Creates certificates, the first of them alone where what goes on beside issuing has to be tried with one: what would
 * fail for every device fails for one. What is not to be created any more is reported with the reason.
 *
 * @param create creates those of some CSRs
 */
export async function createFollowed(
  missing: readonly Csr[],
  follower: Follower | undefined,
  create: (csrs: readonly Csr[]) => Promise<SharedCreation>,
): Promise<SharedCreation> {
  if (follower === undefined || missing.length === 0 || !(await follower.startsAlone())) return create(missing);
  const parts: SharedCreation[] = [];
  let alone = 0;
  for (let isTried = false; !isTried && alone < Math.min(MOST_ALONE, missing.length); alone++) {
    const first = await create(missing.slice(alone, alone + 1));
    parts.push(first);
    const made = first.outcomes.find((outcome) => 'certificate' in outcome);
    isTried = made !== undefined;
    if (made !== undefined) await follower.tryFirst(made.csr);
  }
  const rest = missing.slice(alone);
  if (rest.length > 0) parts.push(follower.ended.aborted ? notCreated(rest, follower) : await create(rest));
  return {
    outcomes: parts.flatMap(({ outcomes }) => outcomes),
    duplicates: parts.flatMap(({ duplicates }) => duplicates),
    contradictions: parts.flatMap(({ contradictions }) => contradictions),
  };
}

function notCreated(csrs: readonly Csr[], { problem }: Pick<Follower, 'problem'>): SharedCreation {
  const outcomes = csrs.flatMap((csr): readonly Outcome[] =>
    problem === undefined ? [] : [{ result: 'not-attempted', csr, problem }],
  );
  return { outcomes, duplicates: [], contradictions: [] };
}
