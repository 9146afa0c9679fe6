import type { Clock } from '../clock.ts';
import { createPacer, type Pacer, type PacerMode } from './pacer/pacer.ts';

/** One pacer for each operation: each has a quota of its own (Service Quotas, `iotcore`). */
export interface Pacers {
  readonly create: Pacer;
  readonly list: Pacer;
  readonly describe: Pacer;
  readonly update: Pacer;
}

/** @param create what is known of the quota of CreateCertificateFromCsr; the others are always found out */
export function createPacers(clock: Clock, create: PacerMode = { kind: 'auto', share: 1 }): Pacers {
  const share = create.kind === 'auto' ? create.share : 1;
  const pacer = (mode: PacerMode = { kind: 'auto', share }): Pacer => createPacer({ clock, mode });
  return { create: pacer(create), list: pacer(), describe: pacer(), update: pacer() };
}
