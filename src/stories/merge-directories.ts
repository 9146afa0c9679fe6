import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { FileWriter } from '../lib/file-writer.ts';
import { readRegularFile } from '../lib/read-file.ts';
import { UserError } from '../lib/user-error.ts';
import { foldName, refuseReserved } from '../naming/reserved-names.ts';
import { entryFor, mergeLedger, readLedger, writeLedger } from '../records/ledger.ts';
import { certificateIn, type ManifestFiles, readManifest, writeManifest } from '../records/manifest.ts';
import type { ManifestEntry } from '../records/manifest-entry.ts';
import { checkPem } from '../records/read-certificate.ts';

/** What the shards of a batch handed over, as one. */
export interface Merged {
  readonly files: ManifestFiles;
  readonly entries: readonly ManifestEntry[];
  /** How many directories had a manifest. */
  readonly shards: number;
  /** Keys that have more than one certificate. */
  readonly duplicates: readonly string[];
}

/**
 * Merges the output directories of shards, or artifacts of them: the certificates, one manifest, and the ledger. Every
 * certificate is looked at before it counts.
 *
 * @param from directories that hold a manifest, or whose subdirectories do
 * @param to absolute path of the directory to write
 * @param ledger absolute path; undefined: none is kept
 * @throws UserError `merge` when there is nothing to merge, or something is not what its manifest says
 */
export async function mergeShards(
  files: FileWriter,
  from: readonly string[],
  to: string,
  ledger: string | undefined,
): Promise<Merged> {
  const directories = (await Promise.all(from.map(withManifest))).flat();
  const manifests = await Promise.all(
    directories.map(async (directory) => ({ directory, manifest: await readManifest(directory) })),
  );
  const [first] = manifests;
  if (first?.manifest === undefined) {
    throw new UserError('merge', 'There is no manifest.json in these directories, nor directly below them.', {
      where: from.join(', '),
      fix: 'Name the output directories of the shards, or the directory that their artifacts were downloaded to.',
    });
  }
  const { repository, account, region } = first.manifest;
  const place = { account, region };
  const known = await readLedger(ledger);
  const entries = new Map<string, ManifestEntry>();
  const idsByKey = new Map<string, Set<string>>();
  /** Whose certificate is at a path, which is folded. */
  const owners = new Map<string, string>();
  const issued: Parameters<typeof mergeLedger>[1][number][] = [];
  const target = files.below(to);
  for (const { directory, manifest } of manifests) {
    if (manifest === undefined) continue;
    if (manifest.account !== account || manifest.region !== region) {
      throw wrong(
        directory,
        `It is of account ${manifest.account} in ${manifest.region}, not ${account} in ${region}.`,
      );
    }
    for (const entry of manifest.certificates) {
      const certificate = certificateIn(entry, place);
      const before = entries.get(entry.csrPath);
      // A file that was refused is in the manifest of every shard; a certificate says more than that there is none.
      if (before === undefined || certificate !== undefined) entries.set(entry.csrPath, entry);
      if (certificate === undefined || entry.spkiSha256 === null) continue;
      idsByKey.set(entry.spkiSha256, (idsByKey.get(entry.spkiSha256) ?? new Set()).add(certificate.id));
      refuseSecondOwner(owners, directory, entry);
      const pem = await copyCertificate(target, directory, to, entry, entry.spkiSha256);
      const csr = { spkiSha256: entry.spkiSha256, csrSha256: entry.csrSha256, path: entry.csrPath };
      issued.push(entryFor(csr, { ...certificate, pem }, { account, region }));
    }
  }
  if (ledger !== undefined) await writeLedger(files, ledger, mergeLedger(known, issued));
  const certificates = [...entries.values()].sort((a, b) => (a.csrPath < b.csrPath ? -1 : 1));
  const manifest = await writeManifest(target, to, { repository, account, region, certificates });
  const duplicates = [...idsByKey].filter(([, ids]) => ids.size > 1).map(([key]) => key);
  return { files: manifest, entries: certificates, shards: directories.length, duplicates };
}

/** The directory itself when it has a manifest, or else those directly below it that have one. */
async function withManifest(directory: string): Promise<readonly string[]> {
  let below: readonly string[];
  try {
    const found = await readdir(directory, { withFileTypes: true });
    if (found.some((entry) => entry.name === 'manifest.json')) return [directory];
    below = found.filter((entry) => entry.isDirectory()).map(({ name }) => join(directory, name));
  } catch (error) {
    throw wrong(directory, `It cannot be read (${error instanceof Error ? error.message : error}).`);
  }
  const having = await Promise.all(
    below.map(async (path) => ((await readdir(path)).includes('manifest.json') ? [path] : [])),
  );
  return having.flat().sort();
}

/** Two batches may have a CSR of one name: the certificate of one would overwrite that of the other. */
function refuseSecondOwner(owners: Map<string, string>, from: string, { file, csrPath }: ManifestEntry): void {
  const place = foldName(file ?? '');
  const owner = owners.get(place) ?? csrPath;
  if (owner !== csrPath) throw wrong(from, `The certificates of ${owner} and ${csrPath} would both be ${file}.`);
  owners.set(place, csrPath);
}

/** @returns the PEM, which is of this key */
async function copyCertificate(
  files: FileWriter,
  from: string,
  to: string,
  entry: ManifestEntry,
  spkiSha256: string,
): Promise<string> {
  const { file, csrPath, certificateId } = entry;
  const way = relative(to, join(to, file ?? ''));
  // The manifest is a file from elsewhere: it does not choose where is written.
  const isOutside = way === '' || way === '..' || way.startsWith(`..${sep}`);
  if (file === null || isOutside || refuseReserved(way.replaceAll(sep, '/')) !== undefined) {
    throw wrong(from, `Its manifest names no file for ${csrPath} that may be in the output directory.`);
  }
  const source = join(from, way);
  let pem: string;
  try {
    const text = await readRegularFile(source);
    if (text === undefined) throw new Error('it is not there');
    pem = text;
  } catch (error) {
    throw wrong(
      source,
      `The certificate of ${csrPath} cannot be read (${error instanceof Error ? error.message : error}).`,
    );
  }
  const checked = checkPem(pem);
  if (checked?.spkiSha256 !== spkiSha256) throw wrong(source, `This is not the certificate of ${csrPath}.`);
  // Nobody can be asked here, so the id has to follow from the certificate, as AWS IoT's do.
  if (checked.id !== certificateId) throw wrong(source, `This is not the certificate ${certificateId}.`);
  const target = join(to, way);
  if (source === target) return checked.pem;
  await files.write(target, pem);
  return checked.pem;
}

function wrong(where: string, message: string): UserError {
  return new UserError('merge', message, {
    where,
    fix: 'Download the artifact of this shard again; the certificates are in the account and in the ledger, too.',
  });
}
