import type { Account } from '../aws/sign-in.ts';
import { getRunStart } from '../github/run-start.ts';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import { artifactNameOf } from '../records/artifact-name.ts';
import type { Certificate } from '../records/certificate.ts';
import { type Earlier, fromEarlierAttempts } from '../records/earlier-attempts.ts';
import { type JournalFile, journalPath, openJournal } from '../records/journal-file.ts';
import { createKnowledge, type Knowledge } from '../records/knowledge.ts';
import { certificateOf, type Ledger, readLedger } from '../records/ledger.ts';
import { certificateIn, type ManifestEntry } from '../records/manifest.ts';
import { explain } from '../runner/log.ts';
import type { Services } from '../runner/services.ts';
import type { Shard } from '../validation/shard.ts';
import type { Search } from './issue-batch.ts';

/** When to search the account for certificates that earlier attempts may have issued; `since` in milliseconds. */
export type Reconcile =
  | { readonly when: 'auto' | 'always' | 'never' }
  | { readonly when: 'since'; readonly since: number };

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
 * @throws UserError when the ledger or the journal cannot be used, or it cannot be told how far back to search
 */
export async function recall(
  options: RecallOptions,
  services: Pick<Services, 'context' | 'log'>,
  account: Pick<Account, 'account' | 'region'>,
  manifest: readonly ManifestEntry[],
): Promise<Memory> {
  const { context, log } = services;
  const ledger = await readLedger(options.ledger);
  const journal = await openJournal(
    journalPath(context.tempDirectory, { outputDirectory: options.outputDirectory, ...account }),
  );
  const knowledge = createKnowledge();
  const learn = (spkiSha256: string, certificate: Certificate): void => {
    // A new certificate on purpose: only what this run has issued counts, in any of its attempts.
    const counts = !options.reissue || (context.runId !== undefined && certificate.origin?.runId === context.runId);
    if (counts) knowledge.add(spkiSha256, certificate);
    else knowledge.ignore(certificate.id);
  };
  for (const entry of ledger.entries) {
    const here = entry.account === account.account && entry.region === account.region;
    // A status that nobody here gives, such as REVOKED, says that the certificate is of no use any more.
    if (here && /^(|(IN)?ACTIVE)$/.test(entry.status ?? '')) learn(entry.spkiSha256, certificateOf(entry));
  }
  for (const entry of manifest) {
    const certificate = certificateIn(entry);
    if (certificate !== undefined && entry.spkiSha256 !== null) learn(entry.spkiSha256, certificate);
  }
  for (const { spki, certificate } of journal.before.certificates.values()) learn(spki, certificate);
  const earlier = context.runAttempt > 1 ? await recallAttempts(options, services) : NOTHING;
  for (const { spkiSha256, certificate } of earlier.certificates) learn(spkiSha256, certificate);
  const delivered = new Map([...earlier.delivered, ...journal.before.delivered]);
  log.info(`Journal: ${journal.path}`);
  return { knowledge, journal, ledger, delivered, search: await searchOf(options, services) };
}

const NOTHING: Earlier = { certificates: [], delivered: new Map() };

async function recallAttempts(
  options: RecallOptions,
  { context, log }: Pick<Services, 'context' | 'log'>,
): Promise<Earlier> {
  if (options.githubToken === '') return NOTHING;
  try {
    const found = await fromEarlierAttempts(
      artifactNameOf(options),
      context,
      options.githubToken,
      context.tempDirectory,
    );
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

/**
 * How the account is to be searched. `auto` searches no more than it has to, but never less: without a ledger nothing
 * but the account tells what other runs have issued.
 */
async function searchOf(options: RecallOptions, services: Pick<Services, 'context' | 'log'>): Promise<Search> {
  const { reconcile, ledger, reissue } = options;
  const isRerun = services.context.runAttempt > 1;
  switch (reconcile.when) {
    case 'never':
      return { scope: 'never' };
    case 'since':
      return { scope: 'since', time: reconcile.since, mayBeLate: true, always: true };
    case 'always':
      return { scope: 'since', time: 0, mayBeLate: true, always: true };
    case 'auto':
      if (ledger === undefined && !reissue) {
        services.log.info(
          'No ledger is kept, so the whole account is searched for certificates of these CSRs (with the `ledger` input it is not)',
        );
        return { scope: 'since', time: 0, mayBeLate: isRerun, always: false };
      }
      if (!isRerun) return { scope: 'doubts' };
      return { scope: 'since', time: await runStart(options, services), mayBeLate: true, always: false };
  }
}

/** When this workflow run began; without an answer, its earlier attempts may have issued at any time. */
async function runStart({ githubToken, reissue }: RecallOptions, { context, log }: Pick<Services, 'context' | 'log'>) {
  try {
    return await getRunStart(context, githubToken);
  } catch (error) {
    // What to issue anew cannot be told from what this run has issued already.
    if (!(error instanceof UserError) || reissue) throw error;
    log.annotate('notice', `${explain(error)} Until then the whole account is searched.`);
    return 0;
  }
}
