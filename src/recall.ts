import type { Account } from './aws/sign-in.ts';
import { fromEarlierAttempts } from './delivery/earlier-attempts.ts';
import { artifactNameOf } from './delivery/hand-over.ts';
import { certificateIn, type ManifestEntry } from './delivery/manifest.ts';
import { getRunStart } from './github/run-start.ts';
import type { Inputs } from './inputs.ts';
import type { Certificate } from './issuance/certificate.ts';
import { type JournalFile, journalPath, openJournal } from './issuance/journal-file.ts';
import { createKnowledge, type Knowledge } from './issuance/knowledge.ts';
import { certificateOf, type Ledger, readLedger } from './issuance/ledger.ts';
import { plural } from './report/progress.ts';
import type { Services } from './services.ts';

/** What earlier runs, attempts and steps left. */
export interface Memory {
  readonly knowledge: Knowledge;
  readonly journal: JournalFile;
  readonly ledger: Ledger;
  /** How far back the account is to be searched, milliseconds; undefined: not at all. */
  readonly searchSince: number | undefined;
}

/**
 * Gathers what has been issued already: the ledger, the manifest in the output directory, the journal on this machine,
 * and on a re-run what the earlier attempts handed over.
 *
 * @throws UserError when the ledger or the journal cannot be used, or it cannot be told how far back to search
 */
export async function recall(
  inputs: Inputs,
  services: Pick<Services, 'context' | 'log'>,
  account: Pick<Account, 'account' | 'region'>,
  manifest: readonly ManifestEntry[],
): Promise<Memory> {
  const { context, log } = services;
  const ledger = inputs.ledger === undefined ? { entries: [] } : await readLedger(inputs.ledger);
  const journal = await openJournal(journalPath(context.tempDirectory, { ...inputs, ...account }));
  const knowledge = createKnowledge();
  const learn = (spkiSha256: string, certificate: Certificate): void => {
    // A new certificate on purpose: only what this run has issued counts, in any of its attempts.
    const counts = !inputs.reissue || (context.runId !== undefined && certificate.origin?.runId === context.runId);
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
  if (context.runAttempt > 1) {
    for (const { spkiSha256, certificate } of await recallAttempts(inputs, services)) learn(spkiSha256, certificate);
  }
  log.info(`Journal: ${journal.path}`);
  return { knowledge, journal, ledger, searchSince: await searchSince(inputs, services) };
}

async function recallAttempts(inputs: Inputs, { context, log }: Pick<Services, 'context' | 'log'>) {
  if (inputs.githubToken === '') return [];
  try {
    const found = await fromEarlierAttempts(artifactNameOf(inputs), context, inputs.githubToken, context.tempDirectory);
    log.info(`Earlier attempts of this run handed over ${plural(found.length, 'certificate')}`);
    return found;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.annotate(
      'notice',
      `What earlier attempts handed over cannot be read (${reason}); the account is searched instead.`,
    );
    return [];
  }
}

async function searchSince({ reconcile, githubToken }: Inputs, { context }: Pick<Services, 'context'>) {
  switch (reconcile.when) {
    case 'since':
      return reconcile.since;
    case 'always':
      return 0;
    case 'never':
      return undefined;
    case 'auto':
      return context.runAttempt > 1 ? await getRunStart(context, githubToken) : undefined;
  }
}
