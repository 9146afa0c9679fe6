import { expectedRate, type RequestRate } from '../issuance/request-rate.ts';
import { UserError } from '../lib/user-error.ts';
import { count } from '../lib/words.ts';

/** How a batch is divided into jobs. */
export interface ShardPlan {
  /** `1/4`, `2/4` …: the `shard` input of each job. */
  readonly shards: readonly string[];
  /** Jobs that run at a time. */
  readonly parallel: number;
  /** The `requests-per-second` input of each job: together the jobs stay at the whole rate. */
  readonly requestsPerSecond: string;
}

/**
 * How long a job may create certificates: GitHub ends a job after 6 hours, and what comes before and after takes time.
 * https://docs.github.com/en/actions/reference/limits
 */
const JOB_SECONDS = 5 * 3_600;

/** GitHub's limit for the jobs of one matrix. https://docs.github.com/en/actions/reference/limits */
const MOST_SHARDS = 256;

/** Keys spread over the shards by chance; with fewer than this in each, one might have none. */
const LEAST_CSRS = 25;

/**
 * Divides a batch, so that no job lasts too long and the jobs that run at a time share the rate.
 *
 * @param parallel how many jobs are wished for at a time
 * @param rate of all of them together
 * @throws UserError `shards` when the batch does not fit into one workflow run
 */
export function planShards(csrs: number, parallel: number, rate: RequestRate): ShardPlan {
  const share = rate.kind === 'share' ? rate.share : 1;
  const perSecond = expectedRate(rate);
  // `requests-per-second` takes no rate below 0.1 and no share below 1 %.
  const dividable = rate.kind === 'rate' ? perSecond * 10 : share * 100;
  const width = Math.max(1, Math.min(parallel, Math.floor(csrs / LEAST_CSRS), Math.floor(dividable)));
  const of = Math.max(width, Math.ceil((csrs * width) / (perSecond * JOB_SECONDS)));
  if (of > MOST_SHARDS) {
    const most = Math.floor((MOST_SHARDS * perSecond * JOB_SECONDS) / width);
    throw new UserError(
      'shards',
      `${count(csrs)} CSRs at ${count(perSecond)}/s do not fit into one workflow run, which has ${MOST_SHARDS} jobs of ${JOB_SECONDS / 3_600} hours: ${count(most)} do.`,
      { where: 'csr-path', fix: 'Ask AWS for a higher quota, run fewer jobs at a time, or split the batch.' },
    );
  }
  return {
    shards: Array.from({ length: of }, (_, n) => `${n + 1}/${of}`),
    parallel: width,
    requestsPerSecond: rate.kind === 'rate' ? decimal(rate.perSecond / width) : `${decimal((share * 100) / width)}%`,
  };
}

/** Rounded down: together the jobs must not be faster. */
function decimal(value: number): string {
  return String(Math.floor(value * 1_000) / 1_000);
}
