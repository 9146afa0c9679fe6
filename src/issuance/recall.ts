import { isSamePlace, type Place } from '../aws/place.ts';
import { getRunStart } from '../github/run-start.ts';
import { answerText } from '../lib/redact.ts';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import { artifactNameOf } from '../records/artifact-name.ts';
import type { Certificate } from '../records/certificate.ts';
import { type Earlier, fromEarlierAttempts } from '../records/earlier-attempts.ts';
import type { JournalState } from '../records/journal.ts';
import { type JournalFile, journalPath, openJournal } from '../records/journal-file.ts';
import { createKnowledge, type Knowledge } from '../records/knowledge.ts';
import { certificateOf, type Ledger, readLedger } from '../records/ledger.ts';
import { certificateIn } from '../records/manifest.ts';
import type { ManifestEntry } from '../records/manifest-entry.ts';
import { isRetired } from '../records/status.ts';
import { explain } from '../runner/log.ts';
import type { Services } from '../runner/services.ts';
import type { Shard } from '../validation/shard.ts';
import { chooseSearch, type Reconcile, type Search, type SearchFacts, searchSinceRunStart } from './choose-search.ts';

/** What recalling needs of the run's services. */
type World = Pick<Services, 'context' | 'log' | 'clock' | 'stop' | 'files' | 'network'>;

/** What is remembered where, and how far it is trusted; each field is an input of action.yml. */
export interface RecallOptions {
  /** Absolute path of the ledger; undefined: none is kept. */
  readonly ledger: string | undefined;
  /** Absolute. */
  readonly outputDirectory: string;
  readonly artifactName: string;
  readonly shard: Shard | undefined;
  readonly reissue: boolean;
  readonly reconcile: Reconcile;
  readonly setAsActive: boolean | 'after-delivery';
  /** For asking GitHub about this workflow run; empty outside GitHub. */
  readonly githubToken: string;
}

/** What earlier runs, attempts and steps left. */
export interface Memory {
  readonly knowledge: Knowledge;
  /** By SPKI: certificates that the ledger calls revoked, or otherwise of no use. */
  readonly retired: ReadonlyMap<string, { readonly certificateId: string; readonly status: string }>;
  /** Ids of certificates that this workflow run created, in this attempt or an earlier one. */
  readonly ownIds: ReadonlySet<string>;
  /** Milliseconds of AWS's clock: when this run began, when that is known and an earlier attempt may have created any. */
  readonly ownSince: number | undefined;
  readonly journal: JournalFile;
  readonly ledger: Ledger;
  readonly search: Search;
  /** Hashes of what stands in places outside this machine, such as secrets. */
  readonly delivered: ReadonlyMap<string, string>;
}

/**
 * Gathers what has been issued already: the ledger, the manifest in the output directory, the journal on this machine,
 * and on a re-run what the earlier attempts handed over. Only what is of this account and region counts.
 *
 * @throws UserError when the ledger or the journal cannot be used, or it is not known how far back to search
 */
export async function recall(
  options: RecallOptions,
  services: World,
  { account, region }: Place,
  manifest: readonly ManifestEntry[],
): Promise<Memory> {
  const { context, log } = services;
  const place = { account, region };
  const ledger = await readLedger(options.ledger);
  const { outputDirectory } = options;
  const path = journalPath(context.tempDirectory, { outputDirectory, ...place });
  const journal = await openJournal(services.files, path, place);
  const earlier = context.runAttempt > 1 ? await recallAttempts(options, services, place) : NOTHING;
  log.info(`Journal: ${journal.path}`);
  const runStart = await runStartOf(options, services);
  return {
    ...learnAll({ ledger, manifest, journal: journal.before, earlier }, place, options.reissue, context.runId),
    journal,
    ledger,
    delivered: new Map([...earlier.delivered, ...journal.before.delivered]),
    ownSince: runStart || undefined,
    search: searchOf(options, services, runStart),
  };
}

/** Everything that is remembered, before the account has confirmed any of it. */
function learnAll(
  records: {
    readonly ledger: Ledger;
    readonly manifest: readonly ManifestEntry[];
    readonly journal: JournalState;
    readonly earlier: Earlier;
  },
  place: Place,
  reissue: boolean,
  runId: string | undefined,
): Pick<Memory, 'knowledge' | 'retired' | 'ownIds'> {
  const knowledge = createKnowledge();
  const retired = new Map<string, { readonly certificateId: string; readonly status: string }>();
  const ownIds = new Set<string>();
  const learn = (spkiSha256: string, certificate: Certificate): void => {
    // A new certificate on purpose: only what this run has issued counts, in any of its attempts.
    const counts = !reissue || (runId !== undefined && certificate.origin?.runId === runId);
    if (counts) knowledge.add(spkiSha256, certificate);
    else knowledge.ignore(certificate.id);
  };
  for (const entry of records.ledger.entries) {
    if (!isSamePlace(entry, place)) continue;
    const { spkiSha256, certificateId, status } = entry;
    // A status that nobody here gives, such as REVOKED, says that the certificate is of no use any more.
    if (isRetired(status)) retired.set(spkiSha256, { certificateId, status: status ?? '' });
    else learn(spkiSha256, certificateOf(entry));
  }
  for (const entry of records.manifest) {
    const certificate = certificateIn(entry, place);
    if (certificate !== undefined && entry.spkiSha256 !== null) learn(entry.spkiSha256, certificate);
  }
  // Of these two the run knows that they are its own; a ledger or a manifest may say anything.
  const own = [
    ...[...records.journal.certificates.values()].map(({ spki, certificate }) => ({ spkiSha256: spki, certificate })),
    ...records.earlier.certificates,
  ];
  for (const { spkiSha256, certificate } of own) {
    learn(spkiSha256, certificate);
    if (certificate.origin?.runId === runId) ownIds.add(certificate.id);
  }
  return { knowledge, retired, ownIds };
}

const NOTHING: Earlier = { certificates: [], delivered: new Map() };

async function recallAttempts(options: RecallOptions, services: World, place: Place): Promise<Earlier> {
  const { context, log } = services;
  if (options.githubToken === '') return NOTHING;
  try {
    const found = await fromEarlierAttempts(artifactNameOf(options), services, options.githubToken, {
      directory: context.tempDirectory,
      place,
    });
    log.info(`Earlier attempts of this run handed over ${plural(found.certificates.length, 'certificate')}`);
    return found;
  } catch (error) {
    const reason = answerText(error instanceof Error ? error.message : String(error));
    log.annotate(
      'notice',
      `What earlier attempts handed over cannot be read (${reason}); the account is searched instead.`,
    );
    return NOTHING;
  }
}

/** How the account is to be searched: {@link chooseSearch}, and when this run began where that is needed. */
function searchOf(options: RecallOptions, { context, log }: World, runStart: number | undefined): Search {
  const chosen = chooseSearch(factsOf(options, context));
  if (chosen.scope === 'since-run-start') return searchSinceRunStart(runStart ?? 0);
  if (options.reconcile.when === 'auto' && chosen.scope === 'since') {
    log.info(
      'No ledger is kept, so the whole account is searched for certificates of these CSRs (with the `ledger` input it is not)',
    );
  }
  return chosen;
}

function factsOf({ reconcile, ledger, reissue }: RecallOptions, context: World['context']): SearchFacts {
  return { reconcile, keepsLedger: ledger !== undefined, reissue, isRerun: context.runAttempt > 1 };
}

/**
 * When this workflow run began, milliseconds since 1970: asked on a re-run, when the search depends on it or what to
 * activate does. Undefined when it is not needed; 0 when GitHub does not say.
 */
async function runStartOf(options: RecallOptions, services: World): Promise<number | undefined> {
  const { context, clock, stop, log } = services;
  const isSearched = chooseSearch(factsOf(options, context)).scope === 'since-run-start';
  const isActivated = context.runAttempt > 1 && options.setAsActive === 'after-delivery';
  if (!isSearched && !isActivated) return undefined;
  try {
    return await getRunStart(services, options.githubToken, { clock, signal: stop });
  } catch (error) {
    // What to issue anew cannot be distinguished from what this run has issued already.
    if (!(error instanceof UserError) || options.reissue) throw error;
    const then = isSearched
      ? 'Until then the whole account is searched.'
      : 'Certificates that only the search finds stay INACTIVE.';
    log.annotate('notice', `${explain(error)} ${then}`);
    return 0;
  }
}
