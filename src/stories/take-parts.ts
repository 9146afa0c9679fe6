import { isAbsolute, join, normalize, sep } from 'node:path';
import { certificateArn, type Place } from '../aws/place.ts';
import { errorOf } from '../lib/file-error.ts';
import { readRegularFile } from '../lib/read-file.ts';
import { directoriesOf, foldName, refuseReserved } from '../naming/reserved-names.ts';
import type { Certificate, CertificateWithPem } from '../records/certificate.ts';
import type { CsrRef, IssuedRecord } from '../records/journal.ts';
import { certificateIn } from '../records/manifest.ts';
import { type ManifestEntry, NOT_REGISTERED } from '../records/manifest-entry.ts';
import { checkPem } from '../records/read-certificate.ts';
import { type ShardPart, wrongShards } from './shard-parts.ts';

/** A certificate of a shard. Its PEM proves its id and its key, and not who signed it. */
export interface Taken {
  readonly entry: ManifestEntry;
  readonly spkiSha256: string;
  readonly certificate: CertificateWithPem;
  /** The directory of its shard, absolute. */
  readonly directory: string;
  /** Where it goes in the output directory, with `/`. */
  readonly way: string;
  /** It stands there already, as this product writes it. */
  readonly isThere: boolean;
}

/** What parts hold. */
export interface TakenParts {
  readonly taken: readonly Taken[];
  /** Entries that name no certificate. */
  readonly without: readonly ManifestEntry[];
}

/**
 * Reads what parts hand over, and writes nothing.
 *
 * @param to absolute path of the output directory
 * @throws UserError `merge` when something is not what its manifest or journal says
 */
export async function takeParts(parts: readonly ShardPart[], to: string, place: Place): Promise<TakenParts> {
  const claim = createClaims();
  const taken: Taken[] = [];
  const without: ManifestEntry[] = [];
  const add = async (directory: string, entry: ManifestEntry, pem?: string): Promise<void> => {
    const certificate = certificateIn(entry, place);
    if (certificate === undefined) {
      without.push(entry);
      return;
    }
    const { spkiSha256, csrPath } = entry;
    if (spkiSha256 === null) throw wrongShards(directory, `Its manifest names no key for ${csrPath}.`);
    const way = wayOf(entry, directory);
    claim(way, directory, csrPath);
    const read = await readCertificate({ from: directory, to, way, pem }, csrPath, spkiSha256, certificate);
    taken.push({ entry, spkiSha256, directory, way, ...read });
  };
  for (const { directory, ...part } of parts) {
    if (part.manifest !== undefined) {
      for (const entry of part.manifest.certificates) await add(directory, entry);
      continue;
    }
    const { certificates, inDoubt } = part.journal;
    for (const record of certificates.values()) {
      await add(directory, journalEntry(record, place), record.certificate.pem);
    }
    for (const { csr } of inDoubt.values()) await add(directory, doubtfulEntry(csr));
  }
  return { taken, without };
}

/** No certificate is as long, whatever stands around it. */
const MAX_PEM_BYTES = 1_048_576;

const UNKNOWN = {
  commonName: null,
  key: null,
  secret: null,
  ...NOT_REGISTERED,
} as const;

function journalEntry({ spki, csr, path, file, certificate }: IssuedRecord, place: Place): ManifestEntry {
  const { id, status, issuedAt, origin } = certificate;
  return {
    ...UNKNOWN,
    ...{ csrPath: path, csrSha256: csr, spkiSha256: spki, result: 'created', account: place.account },
    ...{ region: place.region, certificateId: id, certificateArn: certificateArn(place, id), file },
    ...{ status: status ?? null, issuedAt: issuedAt ?? null, runId: origin?.runId ?? null, reason: null },
    ...{ runAttempt: origin?.runAttempt ?? null, commit: origin?.commit ?? null },
  };
}

function doubtfulEntry({ path, csrSha256, spkiSha256 }: CsrRef): ManifestEntry {
  return {
    ...UNKNOWN,
    ...{ csrPath: path, csrSha256, spkiSha256, result: 'in-doubt', account: null, region: null, certificateId: null },
    ...{ certificateArn: null, file: null, status: null, issuedAt: null, runId: null, runAttempt: null, commit: null },
    reason: 'Its shard was ended before AWS answered; the next attempt looks for the certificate.',
  };
}

/**
 * Where a certificate goes in the output directory, with `/`. The manifest is a file from elsewhere: it does not choose
 * where is written.
 *
 * @throws UserError `merge`
 */
function wayOf({ file, csrPath }: ManifestEntry, from: string): string {
  const way = normalize(file ?? '').replaceAll(sep, '/');
  const isOutside = isAbsolute(way) || /^\.{0,2}(\/|$)/.test(way);
  if (file === null || file === '' || isOutside || refuseReserved(way) !== undefined) {
    throw wrongShards(from, `Its manifest names no file for ${csrPath} that may be in the output directory.`);
  }
  return way;
}

/**
 * Two batches may have a CSR of one name: the certificate of one would overwrite that of the other, or stand where that
 * needs a directory.
 *
 * @returns takes the place of a certificate, whose shard it is of, and the path of its CSR
 */
function createClaims(): (way: string, from: string, csrPath: string) => void {
  /** By the folded path: the CSR of the certificate there. */
  const files = new Map<string, string>();
  /** By the folded path: the CSR of a certificate in that directory. */
  const directories = new Map<string, string>();
  return (way, from, csrPath) => {
    const place = foldName(way);
    const above = directoriesOf(place);
    const other = files.get(place) === csrPath ? undefined : files.get(place);
    const owner =
      other ?? directories.get(place) ?? above.map((one) => files.get(one)).find((one) => one !== undefined);
    if (owner !== undefined) {
      throw wrongShards(from, `The certificates of ${owner} and ${csrPath} would both be ${way}.`);
    }
    files.set(place, csrPath);
    for (const directory of above) directories.set(directory, csrPath);
  };
}

/** @param places `pem`: where no file has it */
async function readCertificate(
  places: { readonly from: string; readonly to: string; readonly way: string; readonly pem: string | undefined },
  csrPath: string,
  spkiSha256: string,
  certificate: Certificate,
): Promise<Pick<Taken, 'certificate' | 'isThere'>> {
  const { from, to, way } = places;
  const source = join(from, way);
  let pem: string;
  try {
    const text = places.pem ?? (await readRegularFile(source, MAX_PEM_BYTES));
    if (text === undefined) throw wrongShards(source, `The certificate of ${csrPath} does not exist.`);
    pem = text;
  } catch (error) {
    throw errorOf(error, 'merge', source);
  }
  const checked = checkPem(pem);
  if (checked?.spkiSha256 !== spkiSha256) throw wrongShards(source, `This is not the certificate of ${csrPath}.`);
  // The id has to follow from the certificate, as AWS IoT's do: a merge may have nobody to ask.
  if (checked.id !== certificate.id) throw wrongShards(source, `This is not the certificate ${certificate.id}.`);
  const isThere = source === join(to, way) && places.pem === undefined && pem === checked.pem;
  return { certificate: { ...certificate, pem: checked.pem }, isThere };
}
