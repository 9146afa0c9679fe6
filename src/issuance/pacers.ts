import type { Clock } from '../lib/clock.ts';
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
}

/**
 * @param create what is known of the quota of CreateCertificateFromCsr. The quotas of the other operations are found by
 * their pacers; where only a share of the quota of `create` is to be used, the same share of theirs is.
 * @param onCreated called after each call of CreateCertificateFromCsr that was admitted
 */
export function createPacers(
  clock: Clock,
  create: PacerMode = { kind: 'auto', share: 1 },
  onCreated: () => void = () => {},
): Pacers {
  const others: PacerMode = { kind: 'auto', share: create.kind === 'auto' ? create.share : 1 };
  return {
    create: createPacer({ clock, mode: create, onAdmitted: onCreated }),
    list: createPacer({ clock, mode: others }),
    describe: createPacer({ clock, mode: others }),
    update: createPacer({ clock, mode: others }),
  };
}
