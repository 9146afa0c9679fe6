import type { Clock } from '../lib/clock.ts';
import { noteThrottling } from './note-throttling.ts';
import { createPacer, type Pacer } from './pacer/pacer.ts';
import type { PacerMode } from './pacer/protocol.ts';

/**
 * One pacer for each operation of AWS IoT that a run calls, since each has a quota of its own (Service Quotas,
 * `iotcore`).
 */
export interface Pacers {
  /** CreateCertificateFromCsr */
  readonly create: Pacer;
  /** ListCertificates */
  readonly list: Pacer;
  /** DescribeCertificate */
  readonly describe: Pacer;
  /** UpdateCertificate */
  readonly update: Pacer;
  /** DeleteCertificate */
  readonly remove: Pacer;
}

/** What is known beforehand, and who hears what. */
export interface PacersOptions {
  /**
   * What is known of the quota of CreateCertificateFromCsr. The quotas of the other operations are found by their pacers.
   */
  readonly create?: PacerMode;
  /** What is known of the quota of UpdateCertificate; it is found otherwise. */
  readonly update?: PacerMode | undefined;
  /** Of the quotas of the other operations, what may be used of them: more than 0 and at most 1, which it is otherwise. */
  readonly share?: number;
  /** Called after each call of CreateCertificateFromCsr that was admitted. */
  readonly onCreated?: () => void;
  /** Takes a line when an operation is throttled, and when that is over. */
  readonly report?: (line: string) => void;
}

/** A pacer for each operation, none of which has sent anything. */
export function createPacers(
  clock: Clock,
  {
    create = { kind: 'auto', share: 1 },
    update,
    share = 1,
    onCreated = () => {},
    report = () => {},
  }: PacersOptions = {},
): Pacers {
  const noted = (operation: string, pacer: Pacer): Pacer => noteThrottling(pacer, operation, clock, report);
  const others: PacerMode = { kind: 'auto', share };
  return {
    create: noted('CreateCertificateFromCsr', createPacer({ clock, mode: create, onAdmitted: onCreated })),
    list: noted('ListCertificates', createPacer({ clock, mode: others })),
    describe: noted('DescribeCertificate', createPacer({ clock, mode: others })),
    update: noted('UpdateCertificate', createPacer({ clock, mode: update ?? others })),
    remove: noted('DeleteCertificate', createPacer({ clock, mode: others })),
  };
}
