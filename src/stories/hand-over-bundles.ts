import type { Csr } from '../csr/csr.ts';
import { gone } from '../delivery/hand-over.ts';
import { plural } from '../lib/words.ts';
import type { Story } from '../report/story.ts';
import { createProgress } from '../runner/progress.ts';
import type { Services } from '../runner/services.ts';
import type { Prepared } from './create-certificates.ts';

/**
 * Writes the bundles, where they are asked for. Leaves what became of them in the story.
 *
 * @returns absolute paths of what belongs into the artifact
 * @throws UserError for what kept one from being written
 */
export async function handOverBundles(
  story: Story,
  { bundles, handOver }: Pick<Prepared, 'bundles' | 'handOver'>,
  { log, clock, stop }: Pick<Services, 'log' | 'clock' | 'stop'>,
): Promise<readonly string[]> {
  const { outcomes } = story;
  if (bundles === undefined || !outcomes.some((outcome) => 'certificate' in outcome)) return [];
  // Loaded only where they are asked for.
  const { deliverBundles } = await import('../delivery/bundle/deliver-bundles.ts');
  const { directory } = handOver;
  const pemOf = async (csr: Csr): Promise<string> => {
    const pem = await handOver.readCertificate(csr);
    if (pem === undefined) throw gone(directory.fileOf(csr));
    return pem;
  };
  const progress = createProgress('Bundled', outcomes.length, clock.now, log);
  story.bundles = await deliverBundles(bundles, { directory, pemOf }, outcomes, stop, progress.update);
  const { devices, archives } = story.bundles;
  log.info(`Wrote ${plural(devices, 'bundle')}${archives === undefined ? '' : ` into ${plural(archives, 'archive')}`}`);
  return story.bundles.written;
}
