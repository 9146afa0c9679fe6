import { isSamePlace, type Place } from '../aws/place.ts';
import { getRunStart } from '../github/run-start.ts';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import { artifactNameOf } from '../records/artifact-name.ts';
import type { Certificate } from '../records/certificate.ts';
import { type Earlier, fromEarlierAttempts } from '../records/earlier-attempts.ts';
import { type JournalFile, journalPath, openJournal } from '../records/journal-file.ts';
import { createKnowledge, type Knowledge } from '../records/knowledge.ts';
import { certificateOf, type Ledger, readLedger } from '../records/ledger.ts';
import { certificateIn } from '../records/manifest.ts';
import type { ManifestEntry } from '../records/manifest-entry.ts';
import { isRetired } from '../records/status.ts';
import { explain } from '../runner/log.ts';
import type { Services } from '../runner/services.ts';
import type { Shard } from '../validation/shard.ts';
import { chooseSearch, type Reconcile, type Search, searchSinceRunStart } from './choose-search.ts';

/** What recalling needs of the run's services. */
type World = Pick<Services, 'context' | 'log' | 'clock' | 'stop'>;

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
  /** For asking GitHub about this workflow run; empty outside GitHub. */
  readonly githubToken: string;
}

/** What earlier runs, attempts and steps left. */
export interface Memory {
  readonly knowledge: Knowledge;
  readonly journal: JournalFile;
  readonly ledger: Ledger;
  readonly search: Search;
  /** Hashes of what stands in places outside this machine, such as secrets. */
  readonly delivered: ReadonlyMap<string, string>;
}

/**
 * Gathers what has been issued already: the ledger, the manifest in the output directory, the journal on this machine,
 * and on a re-run what the earlier attempts handed over.
 *
 * @throws UserError when the ledger or the journal cannot be used, or it is not known how far back to search
 */
export async function recall(
  options: RecallOptions,
  services: World,
  account: Place,
  manifest: readonly ManifestEntry[],
): Promise<Memory> {
  const { context, log } = services;
  const ledger = await readLedger(options.ledger);
  const { outputDirectory } = options;
  const { region } = account;
  const place = { account: account.account, region };
  const journal = await openJournal(journalPath(context.tempDirectory, { outputDirectory, ...place }));
  if (journal.before.place === undefined) await journal.journal.begin(place);
  const knowledge = createKnowledge();
  const learn = (spkiSha256: string, certificate: Certificate): void => {
    // A new certificate on purpose: only what this run has issued counts, in any of its attempts.
    const counts = !options.reissue || (context.runId !== undefined && certificate.origin?.runId === context.runId);
    if (counts) knowledge.add(spkiSha256, certificate);
    else knowledge.ignore(certificate.id);
  };
  for (const entry of ledger.entries) {
    // A status that nobody here gives, such as REVOKED, says that the certificate is of no use any more.
    if (isSamePlace(entry, account) && !isRetired(entry.status)) learn(entry.spkiSha256, certificateOf(entry));
  }
  for (const entry of manifest) {
    const certificate = certificateIn(entry, account);
    if (certificate !== undefined && entry.spkiSha256 !== null) learn(entry.spkiSha256, certificate);
  }
  for (const { spki, certificate } of journal.before.certificates.values()) learn(spki, certificate);
  const earlier = context.runAttempt > 1 ? await recallAttempts(options, services, account) : NOTHING;
  for (const { spkiSha256, certificate } of earlier.certificates) learn(spkiSha256, certificate);
  const delivered = new Map([...earlier.delivered, ...journal.before.delivered]);
  log.info(`Journal: ${journal.path}`);
  return { knowledge, journal, ledger, delivered, search: await searchOf(options, services) };
}

const NOTHING: Earlier = { certificates: [], delivered: new Map() };

async function recallAttempts(options: RecallOptions, { context, log }: World, place: Place): Promise<Earlier> {
  if (options.githubToken === '') return NOTHING;
  try {
    const found = await fromEarlierAttempts(artifactNameOf(options), context, options.githubToken, {
      directory: context.tempDirectory,
      place,
    });
    log.info(`Earlier attempts of this run handed over ${plural(found.certificates.length, 'certificate')}`);
    return found;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.annotate(
      'notice',
      `What earlier attempts handed over cannot be read (${reason}); the account is searched instead.`,
    );
    return NOTHING;
  }
}

/** How the account is to be searched: {@link chooseSearch}, and when this run began where that is needed. */
async function searchOf({ reconcile, ledger, reissue, githubToken }: RecallOptions, services: World): Promise<Search> {
  const isRerun = services.context.runAttempt > 1;
  const chosen = chooseSearch({ reconcile, keepsLedger: ledger !== undefined, reissue, isRerun });
  if (chosen.scope === 'since-run-start') return searchSinceRunStart(await runStart(githubToken, reissue, services));
  if (reconcile.when === 'auto' && chosen.scope === 'since') {
    services.log.info(
      'No ledger is kept, so the whole account is searched for certificates of these CSRs (with the `ledger` input it is not)',
    );
  }
  return chosen;
}

/** When this workflow run began; without an answer, its earlier attempts may have issued at any time. */
async function runStart(token: string, reissue: boolean, { context, clock, stop, log }: World): Promise<number> {
  try {
    return await getRunStart(context, token, { clock, signal: stop });
  } catch (error) {
    // What to issue anew cannot be distinguished from what this run has issued already.
    if (!(error instanceof UserError) || reissue) throw error;
    log.annotate('notice', `${explain(error)} Until then the whole account is searched.`);
    return 0;
  }
}
