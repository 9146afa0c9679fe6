import type { Clock } from '../lib/clock.ts';
import { createPacer, type Pacer } from './pacer/pacer.ts';
import type { PacerMode } from './pacer/protocol.ts';

/** One pacer for each operation: each has a quota of its own (Service Quotas, `iotcore`). */
export interface Pacers {
  readonly create: Pacer;
  readonly list: Pacer;
  readonly describe: Pacer;
  readonly update: Pacer;
}

/**
 * @param create what is known of the quota of CreateCertificateFromCsr; the others are found out, and the same share of
 * them used
 * @param onCreated called after each call of CreateCertificateFromCsr that was let through
 */
export function createPacers(
  clock: Clock,
  create: PacerMode = { kind: 'auto', share: 1 },
  onCreated: () => void = () => {},
): Pacers {
  const share = create.kind === 'auto' ? create.share : 1;
  const pacer = (): Pacer => createPacer({ clock, mode: { kind: 'auto', share } });
  return {
    create: createPacer({ clock, mode: create, onAdmitted: onCreated }),
    list: pacer(),
    describe: pacer(),
    update: pacer(),
  };
}
