import { join } from 'node:path';
import type { Place } from '../aws/place.ts';
import { bundleFiles } from '../delivery/bundle/bundle-files.ts';
import { readBundle, type StoredBundle } from '../delivery/bundle/read-bundle.ts';
import type { PlacedBundle } from '../delivery/bundle/write-bundles.ts';
import { errorOf } from '../lib/file-error.ts';
import { BUNDLE_FORMATS, type BundleNames, bundleDirectory, bundlePaths, nameBundles } from '../naming/bundle-names.ts';
import { wrongShards } from './shard-parts.ts';
import type { Taken } from './take-parts.ts';

/** The bundles of shards. */
export interface BundlesTaken {
  readonly placed: readonly PlacedBundle[];
  /** How many archives they are in; undefined: each is a directory. */
  readonly archives: number | undefined;
  /** Paths of the CSRs whose certificates came without a bundle. */
  readonly without: readonly string[];
  /** Where they go, relative to the output directory. */
  readonly paths: Iterable<string>;
}

/**
 * Reads the bundles that shards hand over beside certificates that count, and writes nothing.
 *
 * @param archives they become one archive for each production line
 * @returns undefined when there is no bundle and no archive is asked for
 * @throws UserError `merge` when one is not what this product makes of its certificate, or has no place
 */
export async function takeBundles(
  taken: readonly Taken[],
  archives: boolean,
  place: Place,
): Promise<BundlesTaken | undefined> {
  // Of one device in several directories, the last is the one that is written.
  const byPath = new Map(taken.map((one) => [one.entry.csrPath, one]));
  const stored = new Map<string, StoredBundle>();
  for (const one of taken) {
    if (byPath.get(one.entry.csrPath)?.certificate.id !== one.certificate.id) continue;
    const bundle = await readTaken(one, place);
    if (bundle !== undefined) stored.set(one.entry.csrPath, bundle);
  }
  if (stored.size === 0 && !(archives && taken.length > 0)) return undefined;
  const having = [...byPath.values()].flatMap((one) => {
    const bundle = stored.get(one.entry.csrPath);
    return bundle === undefined ? [] : [{ ...one, bundle }];
  });
  const names = namesOf(having, archives);
  const placed = having.map(({ entry, way, certificate, bundle: { device, formats } }): PlacedBundle => {
    const archive = names.archives?.get(entry.csrPath);
    const files = async () => bundleFiles(device, certificate.pem, formats);
    return { directory: bundleDirectory(way), archive, files };
  });
  return {
    placed,
    archives: names.archives && new Set(names.archives.values()).size,
    without: [...byPath.keys()].filter((path) => !stored.has(path)),
    paths: { [Symbol.iterator]: () => bundlePaths(names, byPath.keys()) },
  };
}

async function readTaken({ way, directory, certificate }: Taken, { region }: Place): Promise<StoredBundle | undefined> {
  // What does not end so was named by another: no bundle belongs to it.
  if (!way.endsWith('.pem')) return undefined;
  const own = join(directory, bundleDirectory(way));
  try {
    const bundle = await readBundle(own, { certificateId: certificate.id, region, pem: certificate.pem });
    if (bundle !== undefined && 'problem' in bundle) throw wrongShards(own, `This is no bundle: ${bundle.problem}.`);
    return bundle;
  } catch (error) {
    throw errorOf(error, 'merge', own);
  }
}

/** Manifests are files from elsewhere: what a run would have refused to name is refused here, too. */
function namesOf(having: readonly (Taken & { readonly bundle: StoredBundle })[], archives: boolean): BundleNames {
  const files = new Map(having.map(({ entry, way }) => [entry.csrPath, way]));
  const csrs = [...files.keys()].map((path) => ({ path }));
  const formats = BUNDLE_FORMATS.filter((format) => having.some(({ bundle }) => bundle.formats.includes(format)));
  const names = nameBundles(csrs, files, { formats, archives, forArtifact: false });
  const [finding] = names.findings;
  if (finding !== undefined) throw wrongShards(finding.path, finding.message);
  return names;
}
