import type { RunContext } from '../runner/context.ts';
import type { Origin } from './certificate.ts';

/** This workflow run, as records name it; undefined outside GitHub. */
export function originOf({ runId, runAttempt, commit }: RunContext): Origin | undefined {
  return runId === undefined ? undefined : { runId, runAttempt, commit };
}
