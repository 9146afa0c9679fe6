import type { DeviceOptions } from '../../src/csr/examine/match-devices.ts';
import type { KnownKey } from '../../src/csr/known-key.ts';
import type { Policy } from '../../src/csr/policy.ts';

/** Files that are judged together. */
export interface Batch {
  readonly files: Readonly<Record<string, Uint8Array | string>>;
  /** Paths of files that match and are gone when they are read. */
  readonly gone?: readonly string[];
  readonly policy?: Policy;
  readonly known?: readonly KnownKey[];
  readonly devices?: DeviceOptions;
}

/** A batch that a rule has nothing against, and one that it complains of. */
export interface Example {
  readonly passes: () => Batch;
  readonly fails: () => Batch;
}

/** The examples of some rules, by their id. Every file in examples/ exports one of these as `examples`. */
export type Examples = Readonly<Record<string, Example>>;

/** A batch of one file. */
export function file(content: Uint8Array | string, policy: Policy = {}): Batch {
  return { files: { 'device.csr': content }, policy };
}
