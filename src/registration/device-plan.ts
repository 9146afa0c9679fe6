import type { Finding } from '../csr/csr.ts';

/** What becomes of a device's thing. */
export type DeviceAction =
  /** There is none, or the device has none. */
  | 'create'
  /** It is there as asked for, and holds this key's certificate, or none. */
  | 'found'
  /** It is there as asked for, and holds certificates of other keys: the new one goes beside them. */
  | 'attach'
  /** It is there and not as asked for: the device is not registered. */
  | 'conflict';

/** A policy that acts for a device. */
export interface DeviceRight {
  readonly policy: string;
  /** The group that carries it; undefined: it is attached to the certificate. */
  readonly group: string | undefined;
}

/** What registering one device would do. */
export interface DevicePlan {
  /** Path of its CSR. */
  readonly path: string;
  /** Undefined: only policies are attached to the certificate. */
  readonly thing: string | undefined;
  readonly action: DeviceAction;
  /** Why it is a conflict; empty otherwise. Each is the part of a sentence, and may hold text from the account. */
  readonly reasons: readonly string[];
  /** Ids of the certificates that the thing holds, as far as that was asked. */
  readonly holds: readonly string[];
  /** One list for all devices that are to have the same. */
  readonly rights: readonly DeviceRight[];
}

/** How many devices there are of each kind. */
export function countActions(devices: readonly Pick<DevicePlan, 'action'>[]): Readonly<Record<DeviceAction, number>> {
  const counts = { create: 0, found: 0, attach: 0, conflict: 0 };
  for (const { action } of devices) counts[action]++;
  return counts;
}

/** What is said of the CSR of a device whose thing is in conflict. */
export function conflictFinding({ path, thing, reasons }: DevicePlan): Finding {
  return {
    rule: 'registration-conflict',
    severity: 'error',
    path,
    message: `Its thing ${thing} exists and cannot be used: ${reasons.join('; ')}.`,
    fix: 'Correct the inputs, change the thing in AWS IoT, or give the device another name.',
  };
}
