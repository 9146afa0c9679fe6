import { createTurns } from '../../lib/turns.ts';
import type { Csr } from '../csr.ts';
import type { SourceFile } from '../files/discover.ts';
import { read } from '../files/read.ts';
import { judge, type Verdict } from '../judge/judge.ts';
import { type Policy, requirementsOf } from '../policy.ts';
import { claim, createLot, type Lot } from '../threads/file-queue.ts';
import type { Help, Helper } from '../threads/worker-pool.ts';

/** Files that helpers are told of at once. */
const LOT = 512;
/** Fewer files than this are judged faster than a helper starts, mostly. */
const WORTH_HELP = 128;

export interface JudgeOptions {
  readonly policy: Policy;
  /** Undefined: this thread only. */
  readonly help: Help | undefined;
  /** Helpers start at once, and judge while files are searched for. */
  readonly expectsMany?: boolean;
}

/** The judging of files, which may be under way before all of them are found. */
export interface Judging {
  /** Tells of files; helpers that run start on them. */
  add(file: SourceFile): void;
  /**
   * Judges what is left of the files that were added, on this thread, too. The verdicts are in the order of `files`, and
   * do not depend on the threads.
   *
   * @param onTurn called now and then with the number of files that are done; may throw to stop
   */
  finish(files: readonly SourceFile[], onTurn: (done: number) => void): Promise<readonly Verdict[]>;
}

export function startJudging({ policy, help, expectsMany = false }: JudgeOptions): Judging {
  const verdicts = new Map<string, Verdict>();
  const share = createSharer();
  const lots: Lot[] = [];
  let loose: SourceFile[] = [];
  let helpers: readonly Helper[] = [];
  const answers: Promise<void>[] = [];

  const give = (helper: Helper, lot: Lot): void => {
    const answer = judgeThere(helper, lot);
    // When the search fails, nobody waits for it.
    answer.catch(() => undefined);
    answers.push(answer);
  };
  const judgeThere = async (helper: Helper, lot: Lot): Promise<void> => {
    for (const [index, verdict] of await helper.ask({ kind: 'judge', lot })) {
      const path = lot.files[index]?.path ?? '';
      verdicts.set(path, share(verdict, path));
    }
  };
  const hire = (): void => {
    helpers = help?.helpers.take(Math.max(0, help.count - 1)) ?? [];
    for (const helper of helpers) {
      // When it fails, so does whatever is asked after it.
      helper.ask({ kind: 'heed', policy }).catch(() => undefined);
      for (const lot of lots) give(helper, lot);
    }
  };
  const closeLot = (): void => {
    if (loose.length === 0) return;
    const lot = createLot(loose);
    loose = [];
    lots.push(lot);
    for (const helper of helpers) give(helper, lot);
  };
  const judgeHere = async (onTurn: (done: number) => void): Promise<void> => {
    const requirements = await requirementsOf(policy);
    const turn = createTurns();
    for (const lot of lots) {
      for (const [, { path, absolutePath }] of claim(lot)) {
        verdicts.set(path, judge(path, read(absolutePath), requirements));
        const turned = turn();
        if (turned === undefined) continue;
        await turned;
        onTurn(verdicts.size);
      }
    }
  };

  if (expectsMany) hire();
  return {
    add(file) {
      loose.push(file);
      if (loose.length === LOT) closeLot();
    },
    async finish(files, onTurn) {
      if (files.length < WORTH_HELP) helpers = [];
      else if (helpers.length === 0) hire();
      closeLot();
      await judgeHere(onTurn);
      // A helper that has only just started may have nothing left to do.
      if (verdicts.size < files.length) await Promise.all(answers);
      return files.map(({ path }) => {
        const verdict = verdicts.get(path);
        if (verdict === undefined) throw new Error(`Nobody judged ${path}.`);
        return verdict;
      });
    },
  };
}

/** What many CSRs have in common, once: copies came with every verdict from another thread. */
function createSharer(): (verdict: Verdict, path: string) => Verdict {
  const seen = new Map<string, Pick<Csr, 'key' | 'signatureAlgorithm'>>();
  return (verdict, path) => {
    if (verdict.csr === undefined) return verdict;
    const { key, signatureAlgorithm } = verdict.csr;
    const id = `${key.type} ${key.name} ${signatureAlgorithm}`;
    const common = seen.get(id) ?? { key, signatureAlgorithm };
    seen.set(id, common);
    return { ...verdict, path, csr: { ...verdict.csr, path, ...common } };
  };
}
