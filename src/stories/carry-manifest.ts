import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from '../aws/sign-in.ts';
import type { Csr } from '../csr/csr.ts';
import { read } from '../csr/files/read.ts';
import { relativeTo, resolveRoot } from '../csr/files/root.ts';
import { csrIn } from '../csr/judge/judge.ts';
import type { HandOver } from '../delivery/hand-over.ts';
import { carryOver } from '../issuance/carry-over.ts';
import type { SearchAccess } from '../issuance/iot-access.ts';
import type { Listing } from '../issuance/listing.ts';
import { isManifestOfJob } from '../records/journal-file.ts';
import type { ManifestEntry } from '../records/manifest-entry.ts';
import { annotateContradictions } from '../report/annotations.ts';
import type { Services } from '../runner/services.ts';

/**
 * The entries that a manifest which stood in the output directory hands on to the new one: those of CSRs that this run is
 * not about, as far as they are true. The others are annotated.
 *
 * @param csrs of the batch
 * @throws UserError when the account cannot be asked; nothing has been created then
 */
export async function carryManifest(
  csrs: readonly Pick<Csr, 'path'>[],
  { handOver, account }: { readonly handOver: HandOver; readonly account: Account },
  { access, listing }: { readonly access: SearchAccess; readonly listing: Listing },
  { context, log }: Pick<Services, 'context' | 'log'>,
): Promise<readonly ManifestEntry[]> {
  const { earlier, directory } = handOver;
  if (earlier === undefined || earlier.certificates.length === 0) return [];
  const { tempDirectory, workspace } = context;
  const { carried, leftOut } = await carryOver(
    earlier.certificates,
    {
      place: account,
      own: new Set([...csrs.map(({ path }) => path), ...handOver.rejected]),
      isOfJob: await isManifestOfJob(tempDirectory, directory.path, earlier.sha256),
      pemAt: handOver.readFile,
      csrAt: (path) => csrAt(workspace, path),
    },
    access,
    listing,
  );
  annotateContradictions(leftOut, log);
  return carried;
}

/** A record names the path: nothing outside of the workspace is read for it. */
function csrAt(workspace: string, path: string): Csr | 'none' | undefined {
  let file: string;
  try {
    file = realpathSync.native(join(workspace, path));
  } catch (error) {
    return MISSING.has((error as NodeJS.ErrnoException).code ?? '') ? undefined : 'none';
  }
  if (relativeTo(resolveRoot(workspace), file) === undefined) return 'none';
  return csrIn(path, read(file)) ?? 'none';
}

const MISSING: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);
