import type { Csr } from '../../csr/csr.ts';
import { UserError } from '../../lib/user-error.ts';
import { plural } from '../../lib/words.ts';
import type { BundleNames } from '../../naming/bundle-names.ts';
import type { Outcome } from '../../records/certificate.ts';
import type { Directory } from '../directory.ts';
import { bundleFiles } from './bundle-files.ts';
import { type PlacedBundle, writeBundles } from './write-bundles.ts';

/** What bundles are made of, known before there is a certificate. */
export interface BundlePlan {
  readonly names: BundleNames;
  /** Host name of the account's data endpoint. */
  readonly endpoint: string;
  readonly region: string;
  /** The thing of a device; undefined: it gets none. */
  readonly thingNameOf: (csr: Csr) => string | undefined;
}

/** The hand-over as far as bundles need it. */
export interface BundleSource {
  readonly directory: Pick<Directory, 'path' | 'files'>;
  /** The PEM of a certificate. @throws UserError when it is not there any more */
  readonly pemOf: (csr: Csr) => Promise<string>;
}

/** What became of the bundles. */
export interface BundlesReport {
  readonly devices: number;
  /** How many archives they are in; undefined: each is a directory. */
  readonly archives: number | undefined;
  readonly endpoint: string;
  /** Absolute paths of what was written. */
  readonly written: readonly string[];
}

/**
 * Writes the bundle of each device that has a certificate, a reused one included. What stands there of an earlier run is
 * replaced by the same.
 *
 * @param stop certificates go before bundles: when the job is cancelled, no more are written
 * @throws UserError `cancelled`, `certificate-gone`, `not-written`
 */
export async function deliverBundles(
  { names, endpoint, region, thingNameOf }: BundlePlan,
  { directory, pemOf }: BundleSource,
  outcomes: readonly Outcome[],
  stop: AbortSignal,
  onProgress: (done: number) => void,
): Promise<BundlesReport> {
  const issued = outcomes.filter((outcome) => 'certificate' in outcome);
  let done = 0;
  const bundles = issued.map(({ csr, certificate }): PlacedBundle => {
    const own = names.directories.get(csr.path);
    if (own === undefined) throw new Error(`no name for the bundle of ${csr.path}`);
    return {
      directory: own,
      archive: names.archives?.get(csr.path),
      async files() {
        if (stop.aborted) throw cancelled(issued.length - done);
        const device = { thingName: thingNameOf(csr), certificateId: certificate.id, endpoint, region };
        return bundleFiles(device, await pemOf(csr), names.formats);
      },
    };
  });
  const written = await writeBundles(bundles, directory.path, directory.files, () => onProgress(++done));
  const archives = names.archives && new Set(bundles.map(({ archive }) => archive)).size;
  return { devices: issued.length, archives, endpoint, written };
}

function cancelled(left: number): UserError {
  return new UserError(
    'cancelled',
    `The job was cancelled before the bundles of ${plural(left, 'device')} were written.`,
    {
      where: 'bundle',
      fix: 'Press "Re-run failed jobs": the next attempt writes them, and issues nothing twice.',
    },
  );
}
