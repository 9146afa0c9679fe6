import type { Csr } from '../../src/csr/csr.ts';
import type { Clock } from '../../src/lib/clock.ts';
import type { Certificate, CertificateWithPem } from '../../src/records/certificate.ts';
import type { HandedOver } from '../../src/records/earlier-attempts.ts';
import type { Ledger } from '../../src/records/ledger.ts';
import type { Device, SimulatedAccount } from './account.ts';
import type { Machine } from './machine.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** One workflow run, which may have several attempts. */
export interface WorkflowRun {
  readonly id: number;
  readonly attempt: number;
  /** When GitHub created it, milliseconds of AWS's clock. */
  readonly start: number;
  readonly csrs: readonly Csr[];
  /** What its attempts handed over; another run does not read it. */
  readonly artifacts: HandedOver[];
  /** What searches of its attempts had looked at, as the journals in partial artifacts say. */
  readonly seen: Map<string, string>;
}

/** All that there is in a schedule. What changes is a field that is not readonly. */
export interface World {
  readonly random: () => number;
  readonly clock: VirtualClock;
  /** Notes what happened. */
  readonly trace: (event: string) => void;
  /** What is found to be wrong. */
  readonly wrong: string[];
  readonly account: SimulatedAccount;
  /** The PEM of a CSR by its path. */
  readonly pems: ReadonlyMap<string, string>;
  /** `file`: in the repository, as the input `ledger` names it. `artifact`: none is named, and artifacts carry it. */
  readonly ledgerKept: 'file' | 'artifact';
  /** Milliseconds of AWS's clock: when the repository was created. Nothing was issued for it before. */
  readonly repositoryCreated: number;
  /** Devices that another tool asks for certificates for. */
  readonly strangers: readonly Device[];
  /** `set-as-active: after-delivery`. */
  readonly activates: boolean;
  /** Ids of the certificates that were handed over, by whichever run. */
  readonly handedOver: Set<string>;
  run: WorkflowRun;
  machine: Machine;
  /** The ledger where this run works: as it was checked out or downloaded, and as the run writes it. */
  workspace: Ledger;
  /** What {@link workspace} was checked out from. */
  base: Ledger;
  /** The ledger as it was committed, or the memories of artifacts that have not expired; the newest is the last. */
  readonly kept: Ledger[];
}

/** A process on a machine: it may die at any time. */
export interface Process {
  readonly clock: Clock;
  readonly isAlive: () => boolean;
  die(why: string): void;
}

export function createRun(id: number, start: number, csrs: readonly Csr[]): WorkflowRun {
  return { id, attempt: 1, start, csrs, artifacts: [], seen: new Map() };
}

/** Keeps certificates as an artifact of the run. */
export function handOver(
  { run, handedOver }: World,
  certificates: readonly { readonly spki: string; readonly certificate: Certificate }[],
): void {
  for (const { spki, certificate } of certificates) {
    run.artifacts.push({ spkiSha256: spki, certificate: certificate as CertificateWithPem });
    handedOver.add(certificate.id);
  }
}

/** Lets time pass. */
export async function wait({ clock }: Pick<World, 'clock'>, ms: number): Promise<void> {
  let isOver = false;
  clock.at(clock.now() + ms, () => {
    isOver = true;
  });
  await clock.run(() => isOver);
}

/**
 * Runs `work` until it ends, fails, or its process is killed.
 *
 * @returns undefined unless it ended
 */
export async function runProcess<T>(
  { clock, random, trace }: World,
  name: string,
  mayDie: boolean,
  work: (process: Process) => Promise<T>,
): Promise<T | undefined> {
  let isAlive = true;
  let ended: { readonly value?: T } | undefined;
  const processClock = clock.process();
  const die = (why: string): void => {
    if (!isAlive) return;
    trace(`${name} dies ${why}`);
    isAlive = false;
    processClock.stop();
  };
  if (mayDie && random() < 0.5) clock.at(clock.now() + random() * 30_000, () => die('at a random instant'));
  work({ clock: processClock, isAlive: () => isAlive, die }).then(
    (value) => {
      ended = { value };
    },
    (error) => {
      if (isAlive) trace(`${name} gives up: ${error}`);
      ended = {};
    },
  );
  await clock.run(() => ended !== undefined || !isAlive);
  const wasAlive = isAlive;
  isAlive = false;
  processClock.stop();
  return wasAlive ? ended?.value : undefined;
}
