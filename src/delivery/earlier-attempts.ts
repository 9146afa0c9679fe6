import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'glob';
import type { RunContext } from '../github/context.ts';
import type { Certificate } from '../issuance/certificate.ts';
import { checkPem } from '../issuance/check.ts';
import { readJournal } from '../issuance/journal.ts';
import { JOURNAL_NAME } from '../issuance/journal-file.ts';
import { certificateIn, readManifest } from './manifest.ts';

/** The artifact that the post step of an unfinished attempt uploads. */
export function partialArtifactName(artifactName: string, attempt: number): string {
  return `${artifactName}-attempt-${attempt}-partial`;
}

/** A certificate that an earlier attempt handed over, and the fingerprint of its key. */
export interface HandedOver {
  readonly spkiSha256: string;
  readonly certificate: Certificate;
}

/**
 * What the earlier attempts of this workflow run handed over as artifacts, complete or partial. Whatever is missing
 * here is found in the account, only more slowly.
 *
 * @param token needs `actions: read`
 * @param directory to download to
 */
export async function fromEarlierAttempts(
  artifactName: string,
  context: RunContext,
  token: string,
  directory: string,
): Promise<readonly HandedOver[]> {
  const [repositoryOwner = '', repositoryName = ''] = context.repository?.split('/') ?? [];
  const findBy = { token, workflowRunId: Number(context.runId), repositoryOwner, repositoryName };
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const client = new DefaultArtifactClient();
  const { artifacts } = await client.listArtifacts({ findBy });
  const found: HandedOver[] = [];
  for (const { name, id } of artifacts) {
    if (name !== artifactName && !name.startsWith(`${artifactName}-attempt-`)) continue;
    const path = join(directory, `artifact-${id}`);
    await client.downloadArtifact(id, { path, findBy });
    found.push(...(await contentOf(path)));
  }
  return found;
}

async function contentOf(directory: string): Promise<readonly HandedOver[]> {
  const journal = await readFile(join(directory, JOURNAL_NAME), 'utf8').catch(() => '');
  const journalled = [...readJournal(journal).certificates.values()].map(({ certificate }) => certificate);
  const records = new Map(journalled.map((certificate) => [certificate.id, certificate]));
  for (const entry of (await readManifest(directory))?.certificates ?? []) {
    const certificate = certificateIn(entry);
    if (certificate !== undefined) records.set(certificate.id, certificate);
  }
  const pems = await glob('**/*.pem', { cwd: directory, nodir: true, absolute: true });
  const delivered = await Promise.all(pems.map((file) => readFile(file, 'utf8')));
  // Only what the PEM itself proves counts: the key it is for, and its id.
  return [...journalled.map(({ pem }) => pem), ...delivered].flatMap((pem) => {
    const checked = checkPem(pem);
    if (checked === undefined) return [];
    const record = records.get(checked.id);
    return record === undefined
      ? []
      : [{ spkiSha256: checked.spkiSha256, certificate: { ...record, pem: checked.pem } }];
  });
}
