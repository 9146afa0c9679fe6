import {
  acknowledgedLength,
  createJournal,
  type Journal,
  type JournalState,
  readJournal,
} from '../../src/records/journal.ts';

/** What is left on a machine when its processes are gone. */
export interface Machine {
  journal: string;
  /** PEMs by the path of their CSR. */
  readonly files: Map<string, string>;
}

export function createMachine(): Machine {
  return { journal: '', files: new Map() };
}

/**
 * The journal on this machine, for one process.
 *
 * @param random decides at which lines the process dies; undefined: at none
 */
export function openJournal(
  machine: Machine,
  process: {
    readonly clock: { sleep(ms: number): Promise<void> };
    readonly isAlive: () => boolean;
    readonly die: (why: string) => void;
  },
  random: (() => number) | undefined,
): { readonly journal: Journal; readonly before: JournalState } {
  const never = new Promise<never>(() => {});
  const before = readJournal(machine.journal);
  machine.journal = machine.journal.slice(0, acknowledgedLength(machine.journal));
  const journal = createJournal(async (text) => {
    const fate = random?.() ?? 1;
    if (fate < 0.02) process.die('before it writes the journal');
    if (!process.isAlive()) return never;
    await process.clock.sleep((random?.() ?? 1) * 5);
    if (fate < 0.04) {
      machine.journal += text.slice(0, Math.floor((random?.() ?? 0) * text.length));
      process.die('half-way through a line of the journal');
      return never;
    }
    machine.journal += text;
    if (fate < 0.06) process.die('after it wrote the journal');
    if (!process.isAlive()) return never;
  });
  return { journal, before };
}
