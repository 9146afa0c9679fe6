import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'glob';
import { isSamePlace, type Place } from '../aws/place.ts';
import { JOURNAL_NAME } from '../naming/reserved-names.ts';
import type { RunContext } from '../runner/context.ts';
import type { Certificate, CertificateWithPem } from './certificate.ts';
import { type JournalState, readJournal } from './journal.ts';
import { certificateIn, readManifest } from './manifest.ts';
import { checkPem } from './read-certificate.ts';

/** The artifact that the post step of an unfinished attempt uploads. */
export function partialArtifactName(artifactName: string, attempt: number): string {
  return `${artifactName}-attempt-${attempt}-partial`;
}

/** A certificate that an earlier attempt handed over, and the fingerprint of its key. */
export interface HandedOver {
  readonly spkiSha256: string;
  readonly certificate: CertificateWithPem;
}

/** What earlier attempts have done. */
export interface Earlier {
  readonly certificates: readonly HandedOver[];
  /** As in {@link JournalState.delivered}. */
  readonly delivered: ReadonlyMap<string, string>;
}

/**
 * What the earlier attempts of this workflow run handed over as artifacts, complete or partial. Whatever is missing
 * here is found in the account, only more slowly.
 *
 * @param token needs `actions: read`
 * @param directory to download to
 * @param place what is of another account or region does not count
 */
export async function fromEarlierAttempts(
  artifactName: string,
  context: RunContext,
  token: string,
  { directory, place }: { readonly directory: string; readonly place: Place },
): Promise<Earlier> {
  const [repositoryOwner = '', repositoryName = ''] = context.repository?.split('/') ?? [];
  const findBy = { token, workflowRunId: Number(context.runId), repositoryOwner, repositoryName };
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const client = new DefaultArtifactClient();
  const { artifacts } = await client.listArtifacts({ findBy });
  const certificates: HandedOver[] = [];
  const delivered = new Map<string, string>();
  for (const { name, id } of artifacts) {
    if (name !== artifactName && !name.startsWith(`${artifactName}-attempt-`)) continue;
    const path = join(directory, `artifact-${id}`);
    await client.downloadArtifact(id, { path, findBy });
    const read = readJournal(await readFile(join(path, JOURNAL_NAME), 'utf8').catch(() => ''));
    const journal = read.place !== undefined && isSamePlace(read.place, place) ? read : readJournal('');
    certificates.push(...(await contentOf(path, journal, place)));
    for (const [to, sha256] of journal.delivered) delivered.set(to, sha256);
  }
  return { certificates, delivered };
}

async function contentOf(directory: string, journal: JournalState, place: Place): Promise<readonly HandedOver[]> {
  const journalled = [...journal.certificates.values()].map(({ certificate }) => certificate);
  const records = new Map<string, Certificate>(journalled.map((certificate) => [certificate.id, certificate]));
  for (const entry of (await readManifest(directory))?.certificates ?? []) {
    const certificate = certificateIn(entry, place);
    if (certificate !== undefined) records.set(certificate.id, certificate);
  }
  const pems = await glob('**/*.pem', { cwd: directory, nodir: true, absolute: true });
  const files = await Promise.all(pems.map((file) => readFile(file, 'utf8')));
  // Only what the PEM itself proves counts: the key it is for, and its id.
  return [...journalled.map(({ pem }) => pem), ...files].flatMap((pem) => {
    const checked = checkPem(pem);
    if (checked === undefined) return [];
    const record = records.get(checked.id);
    return record === undefined
      ? []
      : [{ spkiSha256: checked.spkiSha256, certificate: { ...record, pem: checked.pem } }];
  });
}
