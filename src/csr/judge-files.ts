import type { Csr } from './csr.ts';
import type { SourceFile } from './discover.ts';
import type { Help } from './helpers.ts';
import { judge, type Verdict } from './judge.ts';
import { type Policy, requirementsOf } from './policy.ts';
import { read } from './read.ts';

/** Files that are handed out at once. */
const SLICE = 32;
/** Slices that wait at each helper, so that it never waits itself. */
const AHEAD = 2;
/** Fewer files than this are judged faster than a helper starts, mostly. */
const WORTH_HELP = 128;
/** Milliseconds between two turns of the event loop at most, as long as no single file takes longer. */
const TURN = 10;

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

export interface JudgeOptions {
  readonly policy: Policy;
  /** Undefined: this thread only. */
  readonly help: Help | undefined;
  /** Called after each turn with the number of files that are done; may throw to stop. */
  readonly onTurn: (done: number) => void;
}

/**
 * Reads and judges every file, on several threads when there are many. The verdicts are in the order of the files and
 * do not depend on the threads.
 */
export async function judgeFiles(
  files: readonly SourceFile[],
  { policy, help, onTurn }: JudgeOptions,
): Promise<readonly Verdict[]> {
  const requirements = await requirementsOf(policy);
  const verdicts = new Array<Verdict>(files.length);
  const share = createSharer();
  let next = 0;
  let done = 0;
  const take = (): readonly SourceFile[] => {
    const slice = files.slice(next, next + SLICE);
    next += slice.length;
    return slice;
  };
  const keep = (start: number, judged: readonly Verdict[]): void => {
    for (const [index, verdict] of judged.entries()) verdicts[start + index] = verdict;
    done += judged.length;
  };

  let turnStart = performance.now();
  const turn = async (): Promise<void> => {
    await new Promise(setImmediate);
    onTurn(done);
    turnStart = performance.now();
  };
  const judgeHere = async (): Promise<void> => {
    while (next < files.length) {
      const start = next;
      for (const [index, { path, absolutePath }] of take().entries()) {
        keep(start + index, [share(judge(path, read(absolutePath), requirements), path)]);
        if (performance.now() - turnStart >= TURN) await turn();
      }
      await turn();
    }
  };
  const helpers = help === undefined || files.length < WORTH_HELP ? [] : help.helpers.take(Math.max(0, help.count - 1));
  const judgeThere = helpers.flatMap((helper) =>
    Array.from({ length: AHEAD }, async () => {
      while (next < files.length) {
        const start = next;
        const judged = await helper.ask({ kind: 'judge', files: take(), policy });
        keep(
          start,
          judged.map((verdict, index) => share(verdict, files[start + index]?.path ?? '')),
        );
      }
    }),
  );
  await Promise.all([judgeHere(), ...judgeThere]);
  return verdicts;
}
