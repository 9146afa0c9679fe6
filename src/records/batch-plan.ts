import { join } from 'node:path';
import * as v from 'valibot';
import type { Csr } from '../csr/csr.ts';
import type { FileWriter } from '../lib/file-writer.ts';
import { readRegularFile } from '../lib/read-file.ts';
import { UserError } from '../lib/user-error.ts';
import { complaintOf, path, sha256 } from './shapes.ts';

/** What a batch was when it was divided into shards: what a merge of them waits for. */
export interface BatchPlan {
  /** How many shards. */
  readonly of: number;
  readonly csrs: readonly { readonly csrPath: string; readonly spkiSha256: string }[];
}

/** Its file. Outputs of a job may have 1 MB in all, which is about 10,000 CSRs, so that it travels as an artifact. */
export const PLAN_JSON = 'plan.json';

const PLAN = v.object({
  schemaVersion: v.literal(1),
  of: v.pipe(v.number(), v.integer(), v.minValue(1)),
  csrs: v.array(v.object({ csrPath: path, spkiSha256: sha256 })),
});

/** @throws UserError `not-written` */
export async function writeBatchPlan(
  files: Pick<FileWriter, 'write'>,
  file: string,
  csrs: readonly Csr[],
  of: number,
): Promise<void> {
  function* text(): Generator<string> {
    yield `{"schemaVersion":1,"of":${of},"csrs":[`;
    let separator = '\n';
    for (const { path: csrPath, spkiSha256 } of csrs) {
      yield separator + JSON.stringify({ csrPath, spkiSha256 });
      separator = ',\n';
    }
    yield '\n]}\n';
  }
  await files.write(file, text());
}

/**
 * The plan in a directory; undefined when there is none.
 *
 * @throws UserError `merge` when the file of that name is none
 */
export async function readBatchPlan(directory: string): Promise<BatchPlan | undefined> {
  const file = join(directory, PLAN_JSON);
  const text = await readRegularFile(file);
  if (text === undefined) return undefined;
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), PLAN), text, { abortEarly: true });
  if (result.success) return result.output;
  throw new UserError('merge', `This is not a plan of shards: ${complaintOf(result.issues)}.`, {
    where: file,
    fix: 'Name the plan.json that `plan` wrote, or leave it out.',
  });
}
