import type { Iot } from '../aws/iot.ts';
import type { Clock } from '../lib/clock.ts';
import { forEach } from '../lib/for-each.ts';
import type { Outcome } from '../records/certificate.ts';
import type { Journal } from '../records/journal.ts';
import { insist } from './insist.ts';
import type { Pacer } from './pacer/pacer.ts';

/** Calls that wait for the pacer at a time. */
const WIDTH = 32;

/**
 * Makes the certificates that are not ACTIVE so, after they have been handed over: no certificate is ever usable whose
 * PEM nobody has. Harmless to repeat; what a cancelled run left INACTIVE the next one activates.
 *
 * @returns the outcomes with their new statuses; those that were not reached when the job was cancelled keep theirs
 * @throws UserError when AWS refuses it or stays out of reach
 */
export async function activate(
  outcomes: readonly Outcome[],
  options: {
    readonly iot: Pick<Iot, 'activateCertificate'>;
    readonly pacer: Pacer;
    readonly clock: Clock;
    readonly stop: AbortSignal;
    readonly journal: Pick<Journal, 'activated'>;
    readonly onProgress: (done: number) => void;
  },
): Promise<readonly Outcome[]> {
  const { iot, pacer, clock, stop, journal, onProgress } = options;
  const activated = [...outcomes];
  let done = 0;
  await forEach(outcomes, WIDTH, async (outcome, index) => {
    if (stop.aborted || !('certificate' in outcome) || outcome.certificate.status === 'ACTIVE') return;
    const { certificate } = outcome;
    await insist('iot:UpdateCertificate', () => iot.activateCertificate(certificate.id), { pacer, clock });
    await journal.activated(certificate.id);
    activated[index] = { ...outcome, certificate: { ...certificate, status: 'ACTIVE' } };
    onProgress(++done);
  });
  return activated;
}
