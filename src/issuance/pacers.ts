import type { Clock } from '../clock.ts';
import { createPacer, type Pacer } from './pacer/pacer.ts';

/** One pacer for each operation: each has a quota of its own (Service Quotas, `iotcore`). */
export interface Pacers {
  readonly create: Pacer;
  readonly list: Pacer;
  readonly describe: Pacer;
  readonly update: Pacer;
}

export function createPacers(clock: Clock): Pacers {
  const pacer = (): Pacer => createPacer({ clock, mode: { kind: 'auto' } });
  return { create: pacer(), list: pacer(), describe: pacer(), update: pacer() };
}
