import { relative, sep } from 'node:path';
import { type BranchFile, MAX_FILE_BYTES, openBranchFile } from '../github/branch-file.ts';
import { answerOf, refusalIn, statusOf } from '../github/refusals.ts';
import { UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import { joinRuns } from '../records/join-runs.ts';
import { ledgerText, parseLedger, readLedger, writeLedger } from '../records/ledger.ts';
import type { Services } from '../runner/services.ts';

/** Each field is an input of action.yml. */
export interface LedgerCommitOptions {
  /** Absolute path of the ledger; undefined: none is kept. */
  readonly ledger: string | undefined;
  readonly ledgerCommit: boolean;
  readonly githubToken: string;
}

/** The ledger's way into the repository, made sure of before there is anything to record. */
export interface LedgerCommit {
  /**
   * Commits what the ledger file has to the branch, merged with what others have added there since. The file has the
   * same afterwards.
   *
   * @throws UserError `ledger-commit`
   */
  commit(): Promise<void>;
}

/** A line of a certificate has 1.2 to 1.9 KB (docs/ledger.md). */
const LINE_BYTES = 2_000;

/** Tries, each after a commit that others made meanwhile: more of them mean that something is wrong. */
const TRIES = 10;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;

/** What to do where the step cannot commit. */
const OTHER_WAY =
  'or remove `ledger-commit`, and commit the ledger in a step of its own, on a branch for a pull request (docs/ledger.md has the recipe).';

/**
 * Sees that the ledger can be committed: the branch, the permission, protection and size; and brings the ledger file up
 * to what the branch has by now, since a run that had to wait was checked out at an older commit.
 *
 * @param added certificates that the run may add at most
 * @param done to the certificates that it records, for the message of the commit
 * @returns undefined when no commit is asked for
 * @throws UserError `ledger-commit`; the reason of `stop` when the job is cancelled
 */
export async function prepareLedgerCommit(
  { ledger, ledgerCommit, githubToken }: LedgerCommitOptions,
  added: number,
  services: Services,
  done: 'issued' | 'revoked' | 'retired' = 'issued',
): Promise<LedgerCommit | undefined> {
  if (!ledgerCommit || ledger === undefined) return undefined;
  const { context, clock, log, stop, end } = services;
  const { branch, repository } = placeOf(services);
  const place = { repository, branch, path: pathIn(context.workspace, ledger), token: githubToken };
  const file = openBranchFile(place, services, { clock, signal: stop });
  try {
    const obstacle = await file.findObstacle();
    if (obstacle !== undefined) throw protectedBranch(branch, obstacle);
    const text = await pull(file, ledger, services);
    refuseTooLarge(text.length + added * LINE_BYTES, branch);
  } catch (error) {
    stop.throwIfAborted();
    throw asCommitError(error, branch);
  }
  const late = openBranchFile(place, services, { clock, signal: end });
  return {
    async commit() {
      try {
        const message = `Record ${done} certificates${context.runUrl === undefined ? '' : ` (run ${context.runId})`}`;
        const oid = await commitMerged(late, ledger, message, services);
        const what = oid === undefined ? 'has all of the ledger already' : `has the ledger by commit ${oid}`;
        log.info(`The branch ${branch} ${what}`);
      } catch (error) {
        throw asCommitError(error, branch);
      }
    },
  };
}

function placeOf({ context }: Services): { readonly branch: string; readonly repository: string } {
  const { branch, repository, event } = context;
  if (branch !== undefined && repository !== undefined) return { branch, repository };
  throw new UserError('ledger-commit', `The run is not on a branch (event ${event.name || 'none'}).`, {
    where: 'ledger-commit',
    fix: `Run it for a push, a schedule or a dispatch on a branch, ${OTHER_WAY}`,
  });
}

function pathIn(workspace: string, ledger: string): string {
  const way = relative(workspace, ledger).replaceAll(sep, '/');
  if (!way.startsWith('../') && way !== '..' && !/^([a-z]:|\/)/i.test(way)) return way;
  throw new UserError('ledger-commit', 'The ledger is not in the workspace, so it has no place in the repository.', {
    where: `ledger ${ledger}`,
    fix: 'Name a file of the repository in `ledger`, checked out to the workspace.',
  });
}

/** Adds to the ledger file what the branch has. @returns what the file has now */
async function pull(file: BranchFile, path: string, { files, log }: Services): Promise<string> {
  const { text = '' } = await file.read();
  const own = await readLedger(path);
  const theirs = parseLedger(text, 'the ledger of the branch');
  const merged = joinRuns(theirs, own);
  const more = merged.entries.length - own.entries.length;
  if (more > 0) log.info(`The branch has ${plural(more, 'certificate')} that the checkout had not`);
  if (more > 0 || merged.others.length > own.others.length) await writeLedger(files, path, merged);
  return ledgerText(merged);
}

/** @returns the commit's id; undefined when the branch had everything */
async function commitMerged(
  file: BranchFile,
  path: string,
  message: string,
  services: Services,
): Promise<string | undefined> {
  const { clock, end, files, log } = services;
  let waitMs = FIRST_WAIT_MS;
  let problem: unknown;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const { head, text } = await file.read();
    const merged = joinRuns(parseLedger(text ?? '', 'the ledger of the branch'), await readLedger(path));
    const wanted = await ledgerText(merged);
    if (wanted === text) return undefined;
    await writeLedger(files, path, merged);
    try {
      const oid = await file.commit(wanted, head, message);
      if (oid !== undefined) return oid;
      log.info('Another commit came first: the ledger is merged with it');
    } catch (error) {
      // It may have been made all the same; the next look at the branch shows.
      const status = statusOf(error);
      if (error instanceof UserError || (status !== undefined && status < 500 && status !== 429)) throw error;
      problem = error;
    }
    // Jobs of a matrix meet here: each waits for a time of its own.
    await clock.sleep(waitMs * (0.5 + Math.random() / 2), end);
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  }
  throw problem ?? new Error(`the branch has moved on ${TRIES} times`);
}

function refuseTooLarge(bytes: number, branch: string): void {
  if (bytes <= MAX_FILE_BYTES) return;
  throw new UserError(
    'ledger-commit',
    `With this batch the ledger would have about ${count(Math.round(bytes / 1024 / 1024))} MiB, and GitHub allows 100 MiB for a file.`,
    { where: `ledger on ${branch}`, fix: 'Keep a ledger for each site or product line, each with its own CSRs.' },
  );
}

function protectedBranch(branch: string, obstacle: string): UserError {
  return new UserError('ledger-commit', `The branch ${branch} is protected: ${obstacle}.`, {
    where: 'ledger-commit',
    fix: `Let the token bypass that rule (a GitHub App in the bypass list, its token as github-token), ${OTHER_WAY}`,
  });
}

function asCommitError(error: unknown, branch: string): UserError {
  if (error instanceof UserError) return error;
  const answer = answerOf(error);
  const status = statusOf(error);
  const refusal = refusalIn(error);
  const details = { where: 'ledger-commit', cause: error };
  if (refusal !== undefined) return new UserError('ledger-commit', refusal.message, { ...details, fix: refusal.fix });
  if (status === 404) {
    return new UserError(
      'ledger-commit',
      `The branch ${branch} does not exist, or the token may not see it (${answer}).`,
      {
        ...details,
        fix: 'If the branch was deleted, run the workflow on another one. Otherwise add `contents: write` to the permissions of the job.',
      },
    );
  }
  if (/rule violation|protected branch|pull request/i.test(answer)) return protectedBranch(branch, answer);
  if (status === 401 || status === 403) {
    return new UserError('ledger-commit', `The token may not commit to ${branch} (${answer}).`, {
      ...details,
      fix: `Add \`contents: write\` to the permissions of the job, ${OTHER_WAY}`,
    });
  }
  return new UserError('ledger-commit', `The ledger could not be committed to ${branch} (${answer}).`, {
    ...details,
    fix: 'The ledger file has everything: save it with actions/upload-artifact in a step with `if: always()`, and run the job again.',
  });
}
