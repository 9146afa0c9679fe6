import { join } from 'node:path';
import { pathsOf, readBundle } from '../delivery/bundle/read-bundle.ts';
import type { Directory } from '../delivery/directory.ts';
import { UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import { bundleDirectory } from '../naming/bundle-names.ts';
import { checkPem } from '../records/read-certificate.ts';
import type { Services } from '../runner/services.ts';
import type { Settled } from './settle-journal.ts';

/**
 * The bundles that a step had written before it was ended. It makes none: what is left to write, the next attempt
 * writes. A bundle counts only when it is whole; archives are made of whole lines, so there are none.
 *
 * @returns absolute paths of their files
 */
export async function recoverBundles(
  { certificates, place }: Pick<Settled, 'certificates' | 'place'>,
  directory: Pick<Directory, 'path' | 'nameOf'>,
  { log }: Pick<Services, 'log'>,
): Promise<readonly string[]> {
  if (place === undefined || certificates.length === 0) return [];
  const files: string[] = [];
  let whole = 0;
  for (const issued of certificates) {
    const own = join(directory.path, bundleDirectory(directory.nameOf(issued)));
    const { id, pem } = issued.certificate;
    const about = { certificateId: id, region: place.region, pem: checkPem(pem)?.pem ?? pem };
    const bundle = await readBundle(own, about).catch((error: unknown) => {
      // A directory in the place of a file, for one: it is not whole.
      if (error instanceof UserError) return undefined;
      throw error;
    });
    if (bundle === undefined || 'problem' in bundle) continue;
    whole++;
    files.push(...pathsOf(own, bundle.formats));
  }
  log.info(`${count(whole)} of ${plural(certificates.length, 'bundle')} had been written; the next attempt writes all`);
  return files;
}
