import type { Place } from '../aws/place.ts';
import { isOfTheBranch, listEarlierRuns } from '../github/workflow-runs.ts';
import { answerText } from '../lib/redact.ts';
import { count, plural } from '../lib/words.ts';
import { artifactNameOf } from '../records/artifact-name.ts';
import { type Earlier, fromEarlierAttempts, NO_EARLIER } from '../records/earlier-attempts.ts';
import { joinLedgers } from '../records/ledger.ts';
import { spanOf } from '../records/reach.ts';
import type { Services } from '../runner/services.ts';
import { waitFor } from '../runner/wait-for.ts';
import type { Shard } from '../validation/shard.ts';

/** Runs whose artifacts are looked for: the latest may have ended without one. */
const MAX_RUNS = 10;

/** Runs whose artifacts are read: one that was ended early may have left a journal and no ledger. */
const MAX_READ = 3;

/**
 * What the latest run of the same workflow file on the same branch left in its artifact: its ledger, where none is
 * named, and where it was ended, its journal; where that does not say how far it knows the account, that of the run
 * before as well. Never that of a pull request, of a fork or of another workflow file. All
 * of it is a record like any other, which the account has to confirm.
 *
 * Where GitHub does not give it, that is a notice, and the account is searched.
 *
 * @param limitMs how long it is waited for
 */
export async function fromEarlierRun(
  options: { readonly artifactName: string; readonly shard: Shard | undefined; readonly githubToken: string },
  services: Pick<Services, 'context' | 'log' | 'network' | 'clock' | 'stop'>,
  place: Place,
  limitMs: number,
): Promise<Earlier> {
  const { context, log, clock, stop } = services;
  const { workflow, event } = context;
  const { githubToken: token } = options;
  if (!context.onGitHub || workflow === undefined || token === '' || !isOfTheBranch(event.name)) return NO_EARLIER;
  try {
    // What a batch handed over in the end, or else what this shard did.
    const names = [...new Set([options.artifactName, artifactNameOf(options)])];
    const reading = readRuns(names, workflow, services, token, place);
    return await waitFor('what earlier runs know', reading, { clock, log, signal: stop, limitMs });
  } catch (error) {
    stop.throwIfAborted();
    const reason = answerText(error instanceof Error ? error.message : String(error));
    log.annotate(
      'notice',
      `The records of earlier runs of this workflow cannot be read (${reason}). The account is searched instead. Add \`actions: read\` to the permissions of the job, or set \`ledger\`.`,
      { title: 'earlier-records' },
    );
    return NO_EARLIER;
  }
}

async function readRuns(
  names: readonly string[],
  workflow: { readonly path: string; readonly branch: string },
  services: Pick<Services, 'context' | 'log' | 'network'>,
  token: string,
  place: Place,
): Promise<Earlier> {
  const { context, log } = services;
  let left = NO_EARLIER;
  let read = 0;
  for (const runId of (await listEarlierRuns(services, workflow, token)).slice(0, MAX_RUNS)) {
    const from = { directory: context.tempDirectory, place, runId };
    let found = NO_EARLIER;
    for (const name of names) {
      if (found.read.length === 0) found = await fromEarlierAttempts(name, services, token, from);
    }
    if (found.read.length === 0) continue;
    const { entries, others, horizons } = found.ledger;
    log.info(
      `Run ${runId} of this workflow on ${workflow.branch} left ${plural(found.certificates.length, 'certificate')} and a ledger of ${count(entries.length + others.length)}`,
    );
    left = {
      ...left,
      certificates: [...found.certificates, ...left.certificates],
      seen: new Map([...found.seen, ...left.seen]),
      registered: new Map([...found.registered, ...left.registered]),
      inDoubt: new Map([...found.inDoubt, ...left.inDoubt]),
      ledger: joinLedgers(found.ledger, left.ledger),
    };
    if (spanOf(horizons, place) !== undefined || ++read === MAX_READ) break;
  }
  return left;
}
