import { join } from 'node:path';
import type { Account } from '../aws/sign-in.ts';
import type { Csr } from '../csr/csr.ts';
import { readPem } from '../csr/files/read-pem.ts';
import type { Policy } from '../csr/policy.ts';
import { publicKeyKnown } from '../csr/rules/public-key-known.ts';
import type { BundlePlan } from '../delivery/bundle/deliver-bundles.ts';
import type { HandOver } from '../delivery/hand-over.ts';
import type { LedgerCommit } from '../delivery/ledger-commit.ts';
import { watchAttempt } from '../github/current-attempt.ts';
import { type BatchResult, issueBatch } from '../issuance/issue-batch.ts';
import { createListing } from '../issuance/listing.ts';
import { createPacers, type Pacers } from '../issuance/pacers.ts';
import type { Memory } from '../issuance/recall.ts';
import { pacerMode, type RequestRate, shareOf } from '../issuance/request-rate.ts';
import { claimIn } from '../issuance/shared-ledger.ts';
import { type Survey, surveyOf } from '../issuance/survey.ts';
import { UserError } from '../lib/user-error.ts';
import { deliveredElsewhere } from '../records/journal-file.ts';
import { extendLedger, type Reach } from '../records/ledger.ts';
import type { ManifestEntry } from '../records/manifest-entry.ts';
import { originOf } from '../records/origin.ts';
import { annotateContradictions, annotateDuplicates, annotateKeptStatuses } from '../report/annotations.ts';
import { CHART_POINTS } from '../report/pacing.ts';
import type { Story } from '../report/story.ts';
import { createThroughput } from '../report/throughput.ts';
import { explain } from '../runner/log.ts';
import type { Services } from '../runner/services.ts';
import type { Batch } from '../validation/batch.ts';
import type { Shard } from '../validation/shard.ts';
import { carryManifest } from './carry-manifest.ts';
import type { BesideIssuing } from './register-devices.ts';

/** How certificates are created; each field is an input of action.yml. */
export interface CreateOptions {
  readonly policy: Policy;
  readonly onInvalid: 'fail' | 'skip';
  readonly requestsPerSecond: RequestRate;
  readonly requestTimeoutMs: number;
  readonly setAsActive: boolean | 'after-delivery';
  readonly reissue: boolean;
  /** For asking GitHub which attempt of this workflow run is the current one; empty outside GitHub. */
  readonly githubToken: string;
  readonly shard: Shard | undefined;
}

/** What was made sure of before the first create call. */
export interface Prepared {
  readonly batch: Batch;
  readonly handOver: HandOver;
  readonly account: Account;
  readonly memory: Memory;
  /** Undefined: the step does not commit the ledger. */
  readonly ledgerCommit: LedgerCommit | undefined;
  /** What goes on beside issuing; undefined: nothing does. */
  readonly beside: BesideIssuing | undefined;
  /** Undefined: devices get no bundles. */
  readonly bundles: BundlePlan | undefined;
}

/** What the stage that creates leaves for those that follow, beside the outcomes in the story. */
export interface Created {
  readonly pacers: Pacers;
  /** Entries of the manifest that are not about this run's CSRs. */
  readonly carried: readonly ManifestEntry[];
}

/**
 * The stage that creates: each CSR gets its certificate, as fast as the quota allows. Leaves the outcomes in the story.
 *
 * @throws UserError before anything is created when the account cannot be searched although it has to be
 */
export async function createCertificates(
  story: Story,
  { batch, handOver, account, memory, beside }: Prepared,
  options: CreateOptions,
  services: Services,
): Promise<Created> {
  const { log, clock, context, stop } = services;
  handOver.refuseTakenSecrets(await deliveredElsewhere(context.tempDirectory, account));
  const mode = await pacerMode(options.requestsPerSecond, batch.csrs.length, account.createQuota);
  if (mode.kind === 'known') log.info(`Quota: ${mode.quota} certificates a second (AWS Service Quotas)`);
  const created = createThroughput(CHART_POINTS);
  const pacers = createPacers(clock, {
    create: mode,
    share: shareOf(options.requestsPerSecond),
    onCreated: () => created.add(clock.now()),
    report: log.info,
  });
  story.pacing = () => ({ stats: pacers.create.stats, series: created.read() });
  const watch = watchAttempt(services, options.githubToken);
  const signal = AbortSignal.any([stop, watch.lost]);
  const access = { iot: account.iot, pacers, clock, signal, report: log.info };
  const listing = createListing(access);
  const carried = await carryManifest(batch.csrs, { handOver, account }, { access, listing }, services);
  const result = await issueBatch({
    csrs: comparable(batch.csrs, options.policy),
    request: {
      pemOf: (csr) => readPem(join(context.workspace, csr.path), csr),
      setAsActive: options.setAsActive === true,
      origin: originOf(context),
      replaces: memory.replaced,
    },
    access,
    listing,
    namesSeconds: options.shard === undefined,
    leavesOut: options.onInvalid === 'skip',
    earlier: {
      knowledge: memory.knowledge,
      ownSince: memory.ownSince,
      runId: context.runId,
      others: memory.others,
      journal: { ...memory.journal.before, inDoubt: memory.inDoubt },
      reissue: options.reissue,
      search: memory.search,
      quietSince: story.start + options.requestTimeoutMs,
    },
    journal: memory.journal.journal,
    surveys: memory.surveys && {
      othersSince: memory.surveys.othersSince,
      share: async (found) => memory.surveys?.share(() => surveyed(found, memory, account)),
    },
    claims: memory.shared && claimIn(memory.shared, { account, context, clock, stop: signal, options }),
    store: handOver.directory,
    follower: beside?.follower,
    log,
  })
    .finally(watch.stop)
    .catch(async (error: unknown) => {
      await beside?.finish(batch.csrs);
      throw error;
    });
  if (watch.lost.aborted) annotateLost(watch.lost.reason, log);
  story.outcomes = result.outcomes;
  story.duplicates = result.duplicates;
  story.reach = reachOf(result, memory);
  await beside?.finish(batch.csrs);
  annotateContradictions(result.contradictions, log);
  annotateDuplicates(story.duplicates, log);
  annotateKeptStatuses(result.outcomes, result.changed, options.setAsActive !== false, log);
  return { pacers, carried };
}

/** Who has made `public-key-known` less than an error lets another subject have the certificate of a key. */
function comparable(csrs: readonly Csr[], { severities = {} }: Policy): readonly Csr[] {
  if ((severities[publicKeyKnown.id] ?? publicKeyKnown.severity) === 'error') return csrs;
  return csrs.map(({ subjectSha256, ...csr }) => csr);
}

function annotateLost(reason: unknown, log: Services['log']): void {
  if (reason instanceof UserError) log.annotate('error', explain(reason), { title: reason.code });
}

/**
 * What is known of the account before anything is created, for the other shards of the batch; undefined when there is a
 * gap in it.
 */
function surveyed(
  { seen, covered }: Pick<BatchResult, 'seen' | 'covered'>,
  memory: Memory,
  account: Account,
): Survey | undefined {
  const ledger = extendLedger(memory.ledger, [], reachOf({ seen, covered, contradictions: [] }, memory), account);
  return surveyOf(ledger, covered, account);
}

/** What was looked at by this attempt and by those before it. */
function reachOf(
  { seen, covered, contradictions }: Pick<BatchResult, 'seen' | 'covered' | 'contradictions'>,
  { others, search, horizon }: Memory,
): Reach {
  const refuted = new Set(contradictions.map(({ certificateId }) => certificateId));
  const kept = [...others].filter(([id]) => !refuted.has(id));
  // A search for a part of what may exist extends what is known, and does not begin it.
  const begins = search.scope === 'since' && !search.isPartial;
  return { seen: new Map([...kept, ...seen]), covered: begins || horizon !== undefined ? covered : undefined, refuted };
}
