import { forEach } from '../lib/for-each.ts';
import type { Outcome } from '../records/certificate.ts';
import type { Journal } from '../records/journal.ts';
import { callUntilAnswered, describeIfThere, type IotAccess } from './iot-access.ts';

/** Calls that wait for the pacer at a time. */
const WIDTH = 32;

/**
 * Makes the certificates ACTIVE that this workflow run created, after they have been handed over: no certificate is ever
 * usable whose PEM nobody has. What other runs created stays as it is: somebody may have disabled it. Harmless to repeat;
 * what a cancelled attempt left INACTIVE the next attempt activates, unless its status was changed since it was created:
 * then it was ACTIVE before, and a person disabled it.
 *
 * @param onProgress called after each call with the number that are done
 * @param end aborted when what is under way is given up
 * @returns the outcomes with their new statuses; those that were not reached when the job was cancelled keep theirs
 * @throws UserError when AWS refuses it or stays out of reach
 */
export async function activate(
  outcomes: readonly Outcome[],
  access: IotAccess<'updateStatus' | 'describeCertificate', 'update' | 'describe'>,
  journal: Pick<Journal, 'activated'>,
  onProgress: (done: number) => void,
  end: AbortSignal,
): Promise<readonly Outcome[]> {
  const { iot, pacers, clock, signal, report } = access;
  const activated = [...outcomes];
  let done = 0;
  await forEach(outcomes, WIDTH, async (outcome, index) => {
    if (signal.aborted || !('certificate' in outcome) || !outcome.awaitsActivation) return;
    const { certificate } = outcome;
    const call = () => iot.updateStatus(certificate.id, 'ACTIVE');
    // After a cancel the few calls that were begun may finish, so that the records say what is, but not for ever.
    try {
      if (outcome.result === 'reused' && !(await isAsCreated(certificate.id, { ...access, signal: end }))) {
        activated[index] = { ...outcome, awaitsActivation: false };
        onProgress(++done);
        return;
      }
      await callUntilAnswered('iot:UpdateCertificate', call, pacers.update, { clock, signal: end, report });
    } catch (error) {
      if (end.aborted) return;
      throw error;
    }
    await journal.activated(certificate.id);
    activated[index] = { ...outcome, certificate: { ...certificate, status: 'ACTIVE' }, awaitsActivation: false };
    onProgress(++done);
  });
  return activated;
}

/** True while the status of a certificate is the one that it was created with. */
async function isAsCreated(id: string, access: IotAccess<'describeCertificate', 'describe'>): Promise<boolean> {
  const certificate = await describeIfThere(access, id);
  if (certificate === undefined) return false;
  const { createdAt, modifiedAt = createdAt } = certificate;
  return modifiedAt <= createdAt;
}
