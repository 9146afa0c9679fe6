import type { Identity } from '../aws/sts.ts';
import { type Batch, rejections } from '../batch.ts';
import type { Inputs } from '../inputs.ts';
import type { Outcome } from '../issuance/certificate.ts';
import type { Services } from '../services.ts';
import { prepareArtifact, type UploadedArtifact } from './artifact.ts';
import { type Directory, openDirectory } from './directory.ts';
import {
  entryOf,
  type ManifestEntry,
  type ManifestFiles,
  readManifest,
  rejectedEntry,
  writeManifest,
} from './manifest.ts';

/** Everything needed to hand certificates over, made sure of before the first one exists. */
export interface HandOver {
  readonly directory: Directory;
  /** What earlier runs wrote into the manifest of the directory. */
  readonly earlier: readonly ManifestEntry[];
  /** Writes the manifest beside the certificates, which are in the directory already. */
  writeManifest(result: BatchReport): Promise<ManifestFiles>;
  /** Uploads the certificates and the manifest; undefined when no artifact is asked for, or there is no certificate. */
  upload(outcomes: readonly Outcome[], manifest: ManifestFiles): Promise<UploadedArtifact | undefined>;
}

export interface BatchReport {
  readonly outcomes: readonly Outcome[];
  readonly account: Identity & { readonly region: string };
}

/** @throws UserError when something keeps certificates from being handed over */
export async function prepareHandOver(
  batch: Batch,
  inputs: Inputs,
  { context }: Pick<Services, 'context'>,
): Promise<HandOver> {
  const directory = await openDirectory(inputs.outputDirectory, batch.certificateFiles, context.workspace);
  const earlier = (await readManifest(directory.path))?.certificates ?? [];
  const artifact = inputs.deliver.includes('artifact')
    ? await prepareArtifact(artifactNameOf(inputs), inputs.artifactRetentionDays, context)
    : undefined;

  return {
    directory,
    earlier,
    async writeManifest({ outcomes, account }) {
      const entries = [
        ...outcomes.map((outcome) => entryOf(outcome, directory.nameOf(outcome.csr))),
        ...rejections(batch).map(rejectedEntry),
      ];
      // Two steps may share the directory: what the manifest says of other CSRs stays.
      const all = new Map([...earlier, ...entries].map((entry) => [entry.csrPath, entry]));
      const certificates = [...all.values()].sort((a, b) => (a.csrPath < b.csrPath ? -1 : 1));
      return writeManifest(directory.path, {
        repository: context.repository ?? null,
        account: account.account,
        region: account.region,
        certificates,
      });
    },
    async upload(outcomes, { json, csv }) {
      const pems = outcomes.flatMap((outcome) => ('certificate' in outcome ? [directory.fileOf(outcome.csr)] : []));
      if (artifact === undefined || pems.length === 0) return undefined;
      return artifact.upload([...pems, json, csv], directory.path);
    },
  };
}

/** The artifact's name; jobs of a matrix share a run, in which a name holds one artifact. */
export function artifactNameOf({ artifactName, shard }: Pick<Inputs, 'artifactName' | 'shard'>): string {
  return shard === undefined ? artifactName : `${artifactName}-shard-${shard.index}-of-${shard.of}`;
}
