import { count, plural } from '../lib/words.ts';
import { type Manifest, type ManifestEntry, NOT_REGISTERED } from '../records/manifest-entry.ts';
import { type Shard, shardOfKey } from '../validation/shard.ts';
import { type ShardPart, type ShardParts, wrongShards } from './shard-parts.ts';

/** A shard of which no manifest came. */
export interface MissingShard {
  readonly index: number;
  /** Its CSRs that have no certificate; undefined where no plan says which they were. */
  readonly csrs: readonly string[] | undefined;
  /** Its journal is there: it was ended before it was finished. */
  readonly wasBegun: boolean;
}

/** What is to be said of the shards beyond what their manifests have. */
export interface ShardReport {
  readonly missing: readonly MissingShard[];
  /** For each CSR of the plan that no record mentions. */
  readonly entries: readonly ManifestEntry[];
}

/**
 * Sees that what is merged is one batch, each shard of it once: a part of another batch, or a shard that was issued
 * twice by different runs, is refused. An earlier attempt of the same run may have left a part of its own.
 *
 * @returns how many shards there are; undefined for directories that are no shards
 * @throws UserError `merge`
 */
export function refuseForeignShards({ parts, plan }: ShardParts): number | undefined {
  const shards = parts.flatMap((part) =>
    part.manifest?.shard ? [{ directory: part.directory, manifest: part.manifest, shard: part.manifest.shard }] : [],
  );
  const of = plan?.of ?? shards[0]?.shard.of;
  if (of === undefined) return undefined;
  const planned = plan && new Set(plan.csrs.map(({ spkiSha256 }) => spkiSha256));
  const seen = new Map<number, { readonly directory: string; readonly manifest: Manifest }>();
  for (const part of parts) {
    if (part.manifest === undefined) continue;
    const shard: Shard | null = part.manifest.shard ?? (of === 1 ? { index: 1, of } : null);
    if (shard === null || shard.of !== of) {
      const what = shard === null ? 'no shard' : `shard ${nameOf(shard)}`;
      throw wrongShards(part.directory, `It is ${what}, and the others are ${of} shards.`);
    }
    const before = seen.get(shard.index);
    if (before !== undefined && !isLaterAttempt(before.manifest, part.manifest)) {
      throw wrongShards(part.directory, `Shard ${nameOf(shard)} is here twice, also in ${before.directory}.`);
    }
    seen.set(shard.index, { directory: part.directory, manifest: part.manifest });
    refuseForeignKeys(part, part.manifest, shard, planned);
  }
  return of;
}

function refuseForeignKeys(
  { directory }: ShardPart,
  { certificates }: Manifest,
  shard: Shard,
  planned: ReadonlySet<string> | undefined,
): void {
  for (const { spkiSha256, csrPath } of certificates) {
    if (spkiSha256 === null) continue;
    if (shardOfKey(spkiSha256, shard) !== shard.index) {
      throw wrongShards(directory, `The key of ${csrPath} is not of shard ${nameOf(shard)}.`);
    }
    if (planned?.has(spkiSha256) === false) throw wrongShards(directory, `${csrPath} is not in the plan.`);
  }
}

function isLaterAttempt(one: Manifest, other: Manifest): boolean {
  return one.runId !== null && one.runId === other.runId && one.runAttempt !== other.runAttempt;
}

/** Names the shards of which no manifest came, and their CSRs. @param entries of all parts, by the paths of their CSRs */
export function findMissingShards(
  { parts, plan }: ShardParts,
  of: number,
  entries: ReadonlyMap<string, ManifestEntry>,
): ShardReport {
  const finished = new Set(
    parts.flatMap(({ manifest }) => manifest?.shard?.index ?? (of === 1 && manifest ? [1] : [])),
  );
  const begun = new Set<number>();
  for (const part of parts) {
    if (part.manifest !== undefined) continue;
    for (const spki of [...part.journal.certificates.keys(), ...part.journal.inDoubt.keys()]) {
      begun.add(shardOfKey(spki, { of }));
    }
  }
  const missing: MissingShard[] = [];
  const without = Array.from({ length: of + 1 }, (): string[] => []);
  const added: ManifestEntry[] = [];
  for (const { csrPath, spkiSha256 } of plan?.csrs ?? []) {
    const index = shardOfKey(spkiSha256, { of });
    const entry = entries.get(csrPath);
    if (entry === undefined) {
      const why = finished.has(index) ? 'does not mention it' : 'handed nothing over';
      added.push(notAttempted(csrPath, spkiSha256, `Shard ${index}/${of} ${why}.`));
    }
    if ((entry?.certificateId ?? null) === null) without[index]?.push(csrPath);
  }
  for (let index = 1; index <= of; index++) {
    if (finished.has(index)) continue;
    const csrs = plan === undefined ? undefined : (without[index] ?? []);
    missing.push({ index, csrs, wasBegun: begun.has(index) });
  }
  return { missing, entries: added };
}

function notAttempted(csrPath: string, spkiSha256: string, reason: string): ManifestEntry {
  return {
    ...{ csrPath, csrSha256: null, spkiSha256, commonName: null, key: null, result: 'not-attempted' },
    ...{ account: null, region: null, certificateId: null, certificateArn: null, status: null, file: null },
    ...{ secret: null, issuedAt: null, runId: null, runAttempt: null, commit: null, reason, ...NOT_REGISTERED },
  };
}

/** CSRs that a line lists; the manifest has all of them. */
const NAMED = 5;

/** A sentence about a shard of which no manifest came. */
export function describeMissing({ index, csrs, wasBegun }: MissingShard, of: number): string {
  const what = wasBegun
    ? 'was ended before it was finished'
    : 'handed nothing over: it never ran, or its machine is gone';
  if (csrs === undefined) return `Shard ${index}/${of} ${what}. No plan.json says which CSRs it has.`;
  if (csrs.length === 0) return `Shard ${index}/${of} ${what}. All of its CSRs have a certificate.`;
  const names = `${csrs.slice(0, NAMED).join(', ')}${csrs.length > NAMED ? ` and ${count(csrs.length - NAMED)} more` : ''}`;
  return `Shard ${index}/${of} ${what}. Without a certificate: ${plural(csrs.length, 'CSR')} (${names}).`;
}

function nameOf({ index, of }: Shard): string {
  return `${index}/${of}`;
}
