import { join } from 'node:path';
import type { Place } from '../aws/place.ts';
import { getRunStart } from '../github/run-start.ts';
import { answerText } from '../lib/redact.ts';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import { MEMORY_NAME } from '../naming/reserved-names.ts';
import { artifactNameOf } from '../records/artifact-name.ts';
import { type Earlier, fromEarlierAttempts, NO_EARLIER } from '../records/earlier-attempts.ts';
import type { JournalState } from '../records/journal.ts';
import { type JournalFile, journalPath, openJournal } from '../records/journal-file.ts';
import { EMPTY_LEDGER, joinLedgers, type Ledger, readLedger, writeLedger } from '../records/ledger.ts';
import type { ManifestEntry } from '../records/manifest-entry.ts';
import { keysOfOtherShards } from '../records/other-shards.ts';
import { isAhead, type Span, spanOf } from '../records/reach.ts';
import type { TableAddress } from '../records/table/address.ts';
import { explain } from '../runner/log.ts';
import type { Services } from '../runner/services.ts';
import { waitFor } from '../runner/wait-for.ts';
import type { Shard } from '../validation/shard.ts';
import { chooseSearch, type Reconcile, type Search, type SearchFacts, searchSinceRunStart } from './choose-search.ts';
import { fromEarlierRun } from './earlier-run.ts';
import { type Learned, learn } from './learn.ts';
import type { SharedLedger } from './shared-ledger.ts';
import { openSurveys, type SharedSurveys, type Survey, shareSurveys } from './survey.ts';

/** What recalling needs of the run's services. */
type World = Pick<Services, 'context' | 'log' | 'clock' | 'stop' | 'files' | 'network'>;

/** What is remembered where, and how far it is trusted; each field is an input of action.yml. */
export interface RecallOptions {
  /** Absolute path of the ledger; undefined: none is kept. */
  readonly ledger: string | undefined;
  /** The ledger, when it is a table. */
  readonly ledgerTable: TableAddress | undefined;
  /** Absolute. */
  readonly outputDirectory: string;
  readonly artifactName: string;
  readonly shard: Shard | undefined;
  readonly reissue: boolean;
  readonly reconcile: Reconcile;
  readonly setAsActive: boolean | 'after-delivery';
  /** For asking GitHub about this workflow run; empty outside GitHub. */
  readonly githubToken: string;
  readonly deliver: readonly string[];
  readonly requestTimeoutMs: number;
}

/** What earlier runs, attempts and steps left. */
export interface Memory extends Learned {
  /** Milliseconds of AWS's clock: when this run began, when that is known and it may have created certificates before. */
  readonly ownSince: number | undefined;
  readonly journal: JournalFile;
  /** What the journal of this machine, and those of earlier attempts, leave unresolved. */
  readonly inDoubt: JournalState['inDoubt'];
  readonly ledger: Ledger;
  /** Absolute: the file that `ledger` names, or the one that travels in the artifact. */
  readonly ledgerFile: string;
  /** What the ledger knows of the account; undefined: nothing. */
  readonly horizon: Span | undefined;
  /** The ledger that several runs share, when it is a table. */
  readonly shared: SharedLedger | undefined;
  readonly search: Search;
  /** How the shards of a batch share what the account holds; undefined: each looks for itself. */
  readonly surveys: SharedSurveys | undefined;
  /** What records say of places outside this machine, such as secrets. */
  readonly delivered: JournalState['delivered'];
}

/**
 * Gathers what has been issued already: the ledger, the manifest in the output directory, the journal on this machine,
 * on a re-run what the earlier attempts handed over, and what another shard has found out. Only what is of this account and region counts.
 *
 * @throws UserError when the ledger or the journal cannot be used, or it is not known how far back to search
 */
export async function recall(
  options: RecallOptions,
  services: World,
  { account, region }: Place,
  manifest: readonly ManifestEntry[],
  shared?: SharedLedger,
): Promise<Memory> {
  const { context, log } = services;
  const place = { account, region };
  const { outputDirectory } = options;
  const file = options.ledger ?? join(outputDirectory, MEMORY_NAME);
  const path = journalPath(context.tempDirectory, { outputDirectory, ...place });
  const journal = await openJournal(services.files, path, context.step, place);
  const earlier = context.runAttempt > 1 ? await recallAttempts(options, services, place) : NO_EARLIER;
  log.info(`Journal: ${journal.path}`);
  const surveys = shared === undefined ? openSurveys(options, services, place) : undefined;
  const survey = await surveys?.read();
  const { ledger, previous } =
    shared === undefined
      ? await recallLedger(file, earlier, survey, options, services, place)
      : { ledger: { ...EMPTY_LEDGER, entries: shared.entries }, previous: NO_EARLIER };
  const horizon = spanOf(ledger.horizons, place);
  const facts = { ...factsOf(options, services, horizon), isSurveyed: isWithin(survey, horizon) };
  const runStart = await runStartOf(options, services, facts, journal.before);
  const inDoubt = new Map([...inDoubtOf(previous, options), ...earlier.inDoubt, ...journal.before.inDoubt]);
  const others =
    surveys !== undefined && survey === undefined ? await keysOfOthers(options, services, place) : new Map();
  return {
    ...learn({ ledger, manifest, journal: journal.before, earlier: both(previous, earlier, others) }, place, {
      reissue: options.reissue,
      distrust: options.reconcile.when === 'always',
      runId: context.runId,
    }),
    journal,
    inDoubt,
    ledger,
    ledgerFile: file,
    horizon,
    shared,
    delivered: new Map([...earlier.delivered, ...journal.before.delivered]),
    ownSince: runStart || undefined,
    search: searchOf(facts, services, runStart),
    surveys: surveys && shareSurveys(surveys, survey, inDoubt, facts.isRerun, options.requestTimeoutMs),
  };
}

/** What is known up to the horizon includes a survey's. */
function isWithin(survey: Survey | undefined, horizon: Span | undefined): boolean {
  return survey !== undefined && horizon !== undefined && horizon.until >= survey.known.until;
}

/** Artifacts of all shards of a batch may be some gigabytes; each certificate that is not in them costs a call. */
const READ_ALL_MS = 20 * 60_000;

/** On a re-run, the certificates that the other shards have handed over: they need not be looked at. */
async function keysOfOthers(
  { artifactName, shard, githubToken }: RecallOptions,
  services: World,
  place: Place,
): Promise<ReadonlyMap<string, string>> {
  const { context, log, clock, stop } = services;
  if (context.runAttempt === 1 || shard === undefined) return new Map();
  try {
    const about = { directory: context.tempDirectory, place };
    const reading = keysOfOtherShards({ artifactName, shard }, services, githubToken, about);
    const waiting = { clock, log, signal: stop, limitMs: READ_ALL_MS };
    return await waitFor('what the other shards handed over', reading, waiting);
  } catch (error) {
    stop.throwIfAborted();
    log.info(
      `What the other shards handed over cannot be read (${answerText(String(error))}); it is looked at instead`,
    );
    return new Map();
  }
}

/** Artifacts of 100 MB are downloaded in a minute; without them the account is searched. */
const READ_MS = 5 * 60_000;

/**
 * The ledger, whichever way it came: from the file, from earlier attempts, and where these do not say how far they know
 * the account, from the run before this one.
 */
async function recallLedger(
  file: string,
  earlier: Earlier,
  survey: Survey | undefined,
  options: RecallOptions,
  services: World,
  place: Place,
): Promise<{ readonly ledger: Ledger; readonly previous: Earlier }> {
  const { clock } = services;
  // A time to come says nothing: it would keep all that is created until then from being found.
  const credible = (one: Ledger): Ledger => ({
    ...one,
    horizons: one.horizons.filter((horizon) => !isAhead(horizon, clock.now())),
  });
  const read = joinLedgers(credible(await readLedger(file)), credible(earlier.ledger));
  const ledger = survey === undefined ? read : joinLedgers(read, credible(survey.ledger));
  const isKnown = spanOf(ledger.horizons, place) !== undefined;
  const previous = isKnown ? NO_EARLIER : await fromEarlierRun(options, services, place, READ_MS);
  const known = joinLedgers(ledger, credible(previous.ledger));
  // The post step has no other way to it.
  if (options.ledger === undefined && known.horizons.length > 0) await writeLedger(services.files, file, known);
  return { ledger: known, previous };
}

/** What another run left and what this one did, as one. */
function both(
  previous: Earlier,
  earlier: Earlier,
  others: Earlier['seen'],
): Pick<Earlier, 'certificates' | 'seen' | 'registered'> {
  return {
    certificates: [...previous.certificates, ...earlier.certificates],
    seen: new Map([...previous.seen, ...others, ...earlier.seen]),
    registered: new Map([...previous.registered, ...earlier.registered]),
  };
}

/** What another run left unresolved lies behind the horizon, and is searched for, unless nothing is. */
function inDoubtOf(previous: Earlier, { reconcile }: RecallOptions): Earlier['inDoubt'] {
  return reconcile.when === 'never' ? previous.inDoubt : NO_EARLIER.inDoubt;
}

async function recallAttempts(options: RecallOptions, services: World, place: Place): Promise<Earlier> {
  const { context, log, clock, stop } = services;
  const isNever = options.reconcile.when === 'never';
  if (options.githubToken === '') {
    if (isNever) throw unknownAttempts('there is no github-token');
    return NO_EARLIER;
  }
  try {
    const reading = fromEarlierAttempts(artifactNameOf(options), services, options.githubToken, {
      directory: context.tempDirectory,
      place,
    });
    const waiting = { clock, log, signal: stop, limitMs: READ_MS };
    const found = await waitFor('what earlier attempts handed over', reading, waiting);
    if (isNever && found.leftOut.length > 0) throw unknownAttempts(`the artifact ${found.leftOut[0]} cannot be read`);
    log.info(`Earlier attempts of this run handed over ${plural(found.certificates.length, 'certificate')}`);
    return found;
  } catch (error) {
    if (error instanceof UserError && error.code === 'in-doubt') throw error;
    const reason = answerText(error instanceof Error ? error.message : String(error));
    if (isNever) throw unknownAttempts(reason);
    log.annotate(
      'notice',
      `The artifacts of earlier attempts cannot be read (${reason}). The account is searched instead.`,
      { title: 'earlier-records' },
    );
    return NO_EARLIER;
  }
}

/** Without a search, only their journals say what earlier attempts may have created. */
function unknownAttempts(reason: string): UserError {
  return new UserError(
    'in-doubt',
    `Earlier attempts of this run may have created certificates, their artifacts cannot be read (${reason}), and reconcile is never.`,
    {
      where: 'reconcile',
      fix: 'Set `reconcile: auto`, so that the account is searched for it, or give the job `actions: read`. Nothing was created.',
    },
  );
}

/** How the account is to be searched: {@link chooseSearch}, and when this run began where that is needed. */
function searchOf(facts: SearchFacts, { log }: World, runStart: number | undefined): Search {
  const chosen = chooseSearch(facts);
  if (chosen.scope === 'since-run-start') return searchSinceRunStart(runStart ?? 0);
  if (facts.reconcile.when === 'auto' && chosen.scope === 'since') {
    const back = chosen.time <= 0 ? 'all of it is searched' : `it is searched back to ${isoTime(chosen.time)}`;
    log.info(
      facts.known === undefined
        ? `No record says what this account holds, so ${back}`
        : `The ledger knows this account until ${isoTime(chosen.time)}; what was created later is looked at`,
    );
  }
  return chosen;
}

function isoTime(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** GitHub's clock may differ from AWS's by so much, milliseconds; both are kept right by NTP. */
const CLOCKS_MS = 5 * 60_000;

function factsOf(
  { reconcile, reissue, ledgerTable }: RecallOptions,
  { context, clock }: World,
  known: SearchFacts['known'],
): SearchFacts {
  const created = context.repositoryCreatedAt;
  const earliest = created === undefined || created > clock.now() ? 0 : created - CLOCKS_MS;
  return { reconcile, known, earliest, isShared: ledgerTable !== undefined, reissue, isRerun: context.runAttempt > 1 };
}

/**
 * When this workflow run began, milliseconds since 1970: asked on a re-run, or where a journal says that this job began
 * already, when the search depends on it or what to activate does. Undefined when it is not needed; 0 when GitHub does
 * not say.
 */
async function runStartOf(
  options: RecallOptions,
  services: World,
  facts: SearchFacts,
  journal: JournalState,
): Promise<number | undefined> {
  const { context, clock, stop, log } = services;
  const isSearched = chooseSearch(facts).scope === 'since-run-start';
  // Records say what they like: only what the account created since counts as this run's.
  const hasBegun = context.runAttempt > 1 || journal.certificates.size + journal.inDoubt.size > 0;
  const isActivated = hasBegun && options.setAsActive === 'after-delivery' && context.runId !== undefined;
  if (!isSearched && !isActivated) return undefined;
  try {
    return await getRunStart(services, options.githubToken, { clock, signal: stop });
  } catch (error) {
    // What to issue anew cannot be distinguished from what this run has issued already.
    if (!(error instanceof UserError) || options.reissue) throw error;
    const then = isSearched
      ? 'Until then the whole account is searched.'
      : 'Certificates that are reused stay INACTIVE.';
    log.annotate('notice', `${explain(error)} ${then}`, { title: error.code });
    return 0;
  }
}
