import { isSamePlace, type Place } from '../aws/place.ts';
import type { Csr } from '../csr/csr.ts';
import { readHolder } from '../csr/parse/certificate-holder.ts';
import { forEach } from '../lib/for-each.ts';
import { certificateIn } from '../records/manifest.ts';
import { type ManifestEntry, NOT_REGISTERED } from '../records/manifest-entry.ts';
import { checkPem } from '../records/read-certificate.ts';
import { type Contradiction, confirm, type Holder } from './confirm.ts';
import type { SearchAccess } from './iot-access.ts';
import type { Listing } from './listing.ts';

/** What a run takes over from the manifest that stood in the output directory before. */
export interface CarryOver {
  /** Entries that are true. */
  readonly carried: readonly ManifestEntry[];
  /** Entries of which that is not known, or known not to be so. */
  readonly leftOut: readonly Contradiction<Pick<Csr, 'path'>>[];
}

/** What entries are held against. */
export interface CarryOptions {
  /** Of this run. */
  readonly place: Place;
  /** Paths of the CSRs of which this run itself says what became. */
  readonly own: ReadonlySet<string>;
  /** A step of this job wrote the manifest, and nobody has changed it since. */
  readonly isOfJob: boolean;
  /** What stands at a path below the output directory; undefined when nothing does. */
  pemAt(file: string): Promise<string | undefined>;
  /** The CSR at a path below the workspace; undefined when there is no file, `none` when it holds no CSR. */
  csrAt(path: string): Csr | 'none' | undefined;
}

/** Files read at a time. */
const WIDTH = 32;

/** Entries that are confirmed together: their PEMs are in memory, 12 MB of them. */
const CHUNK = 10_000;

/**
 * Makes sure of what a manifest says of CSRs beyond this run's: anybody may have written it. A certificate of this
 * account and region counts when its PEM, in its place, proves id and key, the CSR has that key, and the account holds
 * it. One of another account or region counts when a step of this job wrote the manifest: nobody can be asked there.
 * What only that step could know, such as the name of a secret, is left out otherwise.
 *
 * @throws UserError when the account cannot be asked
 */
export async function carryOver(
  entries: readonly ManifestEntry[],
  options: CarryOptions,
  access: SearchAccess,
  listing: Listing,
): Promise<CarryOver> {
  const { place, own } = options;
  const others = entries.filter((entry) => !own.has(entry.csrPath) || placeOf(entry, place) === 'elsewhere');
  const carried: ManifestEntry[] = [];
  const leftOut: Contradiction<Pick<Csr, 'path'>>[] = [];
  for (let start = 0; start < others.length; start += CHUNK) {
    const proven: Proven[] = [];
    const looked: (Looked | undefined)[] = [];
    await forEach(others.slice(start, start + CHUNK), WIDTH, async (entry, index) => {
      looked[index] = await look(entry, options);
    });
    for (const one of looked) {
      if (one === undefined) continue;
      if ('reason' in one) leftOut.push(one);
      else if ('pem' in one && placeOf(one.entry, place) === 'here') proven.push(one);
      else carried.push(one.entry);
    }
    const answer = await askAccount(proven, place, access, listing);
    carried.push(...answer.carried);
    leftOut.push(...answer.leftOut);
  }
  return { carried, leftOut };
}

/** An entry whose PEM proves its id and its key. */
interface Proven {
  readonly entry: ManifestEntry;
  readonly spkiSha256: string;
  readonly pem: string;
}

type Looked = Proven | { readonly entry: ManifestEntry } | Contradiction<Pick<Csr, 'path'>>;

/** `none`: the entry names no certificate. */
function placeOf({ account, region, certificateId }: ManifestEntry, place: Place): 'here' | 'elsewhere' | 'none' {
  if (certificateId === null || account === null || region === null) return 'none';
  return isSamePlace({ account, region }, place) ? 'here' : 'elsewhere';
}

/** What can be said of an entry without asking the account; undefined when it says nothing. */
async function look(entry: ManifestEntry, options: CarryOptions): Promise<Looked | undefined> {
  const { csrPath, certificateId, spkiSha256, file } = entry;
  if (certificateId === null) return withoutCertificate(entry, options.isOfJob);
  const left = (reason: string): Looked => ({ csr: { path: csrPath }, certificateId, reason });
  if (!options.isOfJob && placeOf(entry, options.place) === 'elsewhere') {
    return left(`no step of this job put it there for account ${entry.account} in ${entry.region}`);
  }
  const checked = file === null ? undefined : checkPem((await options.pemAt(file)) ?? '');
  if (checked === undefined || checked.id !== certificateId || checked.spkiSha256 !== spkiSha256) {
    return left('this certificate does not stand where the manifest says');
  }
  if (options.isOfJob) return { entry, spkiSha256, pem: checked.pem };
  const csr = options.csrAt(csrPath);
  if (csr === 'none' || (csr !== undefined && csr.spkiSha256 !== spkiSha256)) return left('its CSR has another key');
  const unknown = { secret: null, reason: null, ...NOT_REGISTERED };
  return { entry: { ...entry, ...aboutKey(csr, checked.pem), ...unknown }, spkiSha256, pem: checked.pem };
}

const WITHOUT: ReadonlySet<string> = new Set<ManifestEntry['result']>([
  'failed',
  'not-attempted',
  'in-doubt',
  'rejected',
]);

function withoutCertificate(entry: ManifestEntry, isOfJob: boolean): Looked | undefined {
  if (isOfJob) return { entry };
  // No run writes that there is a certificate without saying which.
  if (!WITHOUT.has(entry.result)) return undefined;
  const none = { status: null, file: null, secret: null, issuedAt: null, runId: null, runAttempt: null, commit: null };
  return { entry: { ...entry, ...none, ...NOT_REGISTERED } };
}

/** What the CSR says of itself; where its file is gone, the certificate, which has its subject and its key. */
function aboutKey(csr: Csr | undefined, pem: string): Pick<ManifestEntry, 'csrSha256' | 'commonName' | 'key'> {
  if (csr !== undefined) {
    return { csrSha256: csr.csrSha256, commonName: csr.commonName ?? null, key: csr.key.name };
  }
  const holder = readHolder(pem);
  return { csrSha256: null, commonName: holder?.commonName ?? null, key: holder?.key.name ?? null };
}

async function askAccount(
  proven: readonly Proven[],
  place: Place,
  access: SearchAccess,
  listing: Listing,
): Promise<CarryOver> {
  const claims = proven.flatMap(({ entry, spkiSha256, pem }) => {
    const certificate = certificateIn(entry, place);
    if (certificate === undefined) return [];
    const csr: Holder = { path: entry.csrPath, spkiSha256 };
    return [{ entry, reuse: { csr, candidates: [{ ...certificate, pem }], storedId: undefined, isStoredAlone: true } }];
  });
  const answer = await confirm(
    claims.map(({ reuse }) => reuse),
    access,
    listing,
  );
  const confirmed = new Map(answer.confirmed.map(({ reuse, certificate }) => [reuse, certificate]));
  return {
    carried: claims.flatMap(({ entry, reuse }) => {
      const certificate = confirmed.get(reuse);
      if (certificate === undefined) return [];
      return [{ ...entry, status: certificate.status, issuedAt: certificate.issuedAt ?? null }];
    }),
    leftOut: [
      ...answer.contradictions,
      ...answer.unusable.map((one) => ({ ...one, reason: `it is ${one.status} in the account` })),
    ],
  };
}
