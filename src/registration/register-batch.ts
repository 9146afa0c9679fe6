import type { Problem } from '../records/certificate.ts';
import type { Journal } from '../records/journal.ts';
import { createFlights } from './flights.ts';
import { type Device, Interrupted, registerDevice, type Surroundings } from './register-device.ts';
import type { RegistrationOutcome } from './registration-outcome.ts';
import type { RegistryAccess } from './registry-calls.ts';
import { BUG, CANCELLED_REGISTERING, meetsAll } from './registry-problems.ts';

/** Registers devices beside what gives them their certificates. */
export interface Registering {
  /** Takes a device whose certificate is known. Returns at once; the same CSR again is ignored. */
  add(device: Device): void;
  /** Registers no more devices, for this reason. What is under way ends before its next call. */
  end(problem: Problem): void;
  /** Aborted when no more devices are registered. */
  readonly ended: AbortSignal;
  /** Why, once {@link ended} is aborted; undefined for a cancel. */
  readonly problem: Problem | undefined;
  /** The first device that is registered; undefined when none of those taken so far is, or all is ended. */
  firstRegistered(): Promise<RegistrationOutcome | undefined>;
  /** What became of the device of a CSR so far. */
  outcomeOf(path: string): RegistrationOutcome | undefined;
  /**
   * Resolves when all devices taken so far have ended.
   *
   * @returns the outcomes by the path of the CSR, and what is a bug of this action
   */
  finish(): Promise<{ readonly outcomes: ReadonlyMap<string, RegistrationOutcome>; readonly bug: unknown }>;
}

export interface RegisterOptions extends Omit<Surroundings, 'access'> {
  readonly access: RegistryAccess;
  /** Aborted when the job is cancelled: nothing is begun any more. */
  readonly stop: AbortSignal;
  readonly journal: Pick<Journal, 'registered'>;
  /** Called after each device with the number that have ended. */
  readonly onProgress: (done: number) => void;
}

/**
 * Devices under way at a time: most of them wait for the slowest operation, and the others have enough to do. More would
 * only take memory.
 */
const WIDTH = 512;

/** As many devices in a row that AWS refuses for the same reason end it: something that all need is missing, or down. */
const MOST_MISSING = 3;
const MOST_ALIKE = 20;

/**
 * Carries each device through its calls, many at a time: each operation has a queue of its own, its pacer, so that all of
 * them are kept busy. Nothing that adds a device waits for it.
 */
export function registerBatch(options: RegisterOptions): Registering {
  const { stop, journal, onProgress } = options;
  const end = new AbortController();
  const ended = AbortSignal.any([stop, end.signal]);
  const surroundings = { ...options, access: beginningUntil(ended, options.access) };
  const taken = new Set<string>();
  const outcomes = new Map<string, RegistrationOutcome>();
  let problem: Problem | undefined;
  let bug: unknown;
  let first: RegistrationOutcome | undefined;
  const endWith = (reason: Problem): void => {
    if (ended.aborted) return;
    problem = reason;
    end.abort();
  };
  const alike = createAlike(endWith);

  const finished = (outcome: RegistrationOutcome, { wish }: Device): void => {
    outcomes.set(outcome.path, outcome);
    if (outcome.hash !== undefined) {
      first ??= outcome;
      journal.registered(outcome.certificateId, { thing: wish.thing?.name, registration: outcome.hash });
    }
    alike(outcome);
    onProgress(outcomes.size);
  };
  const unfinished = (rest: Interrupted['outcome']): RegistrationOutcome => ({
    ...rest,
    result: 'incomplete',
    problem: problem ?? CANCELLED_REGISTERING,
  });
  const run = async (device: Device): Promise<void> => {
    try {
      finished(await registerDevice(device, surroundings), device);
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      if (!ended.aborted) {
        bug = error.cause;
        endWith(BUG);
      }
      finished(unfinished(error.outcome), device);
    }
  };
  const flights = createFlights(WIDTH, run);

  return {
    ended,
    get problem() {
      return problem;
    },
    end: endWith,
    add(device) {
      if (taken.has(device.path)) return;
      taken.add(device.path);
      flights.add(device);
    },
    async firstRegistered() {
      await flights.until(() => first !== undefined || ended.aborted);
      return first;
    },
    outcomeOf: (path) => outcomes.get(path),
    async finish() {
      await flights.until(() => false);
      return { outcomes, bug };
    },
  };
}

/** Calls begin as long as nothing has ended registering; those that are begun may go on. */
function beginningUntil(ended: AbortSignal, access: RegistryAccess): RegistryAccess {
  const pacers = Object.entries(access.pacers).map(([operation, pacer]) => [
    operation,
    {
      acquire: () => pacer.acquire(ended),
      get stats() {
        return pacer.stats;
      },
    },
  ]);
  return { ...access, pacers: Object.fromEntries(pacers) };
}

/** Ends registering when device after device meets the same. */
function createAlike(end: (problem: Problem) => void): (outcome: RegistrationOutcome) => void {
  let last = '';
  let inARow = 0;
  return ({ result, problem }) => {
    if (result !== 'incomplete' || problem === undefined) {
      inARow = 0;
      return;
    }
    if (meetsAll(problem)) return end(problem);
    inARow = problem.code === last ? inARow + 1 : 1;
    last = problem.code;
    const most = problem.code === 'registry-missing' ? MOST_MISSING : MOST_ALIKE;
    // A limit is the one device's own.
    if (problem.code !== 'registry-limit' && inARow >= most) end(problem);
  };
}
