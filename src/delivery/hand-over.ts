import type { Identity } from '../aws/sts.ts';
import type { Csr, Finding } from '../csr/csr.ts';
import type { Inputs } from '../inputs.ts';
import type { Outcome } from '../issuance/certificate.ts';
import type { Remains } from '../issuance/plan.ts';
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
  /** What earlier runs left in the directory for a CSR. */
  remainsOf(csr: Csr): Promise<Remains | undefined>;
  /** Writes the manifest beside the certificates, which are in the directory already. */
  writeManifest(result: BatchResult): Promise<ManifestFiles>;
  /** Uploads the certificates and the manifest; undefined when no artifact is asked for, or there is no certificate. */
  upload(outcomes: readonly Outcome[], manifest: ManifestFiles): Promise<UploadedArtifact | undefined>;
}

export interface BatchResult {
  readonly outcomes: readonly Outcome[];
  /** The error findings, one for each refused file. */
  readonly rejections: readonly Finding[];
  readonly account: Identity & { readonly region: string };
}

/** @throws UserError when something keeps certificates from being handed over */
export async function prepareHandOver(inputs: Inputs, { context }: Pick<Services, 'context'>): Promise<HandOver> {
  const directory = await openDirectory(inputs.outputDirectory, context.workspace);
  const manifest = await readManifest(directory.path);
  const earlier = new Map((manifest?.certificates ?? []).map((entry) => [entry.csrPath, entry]));
  const artifact =
    inputs.deliver === 'artifact'
      ? await prepareArtifact(inputs.artifactName, inputs.artifactRetentionDays, context)
      : undefined;

  return {
    directory,
    async remainsOf(csr) {
      const pem = await directory.read(csr);
      return pem === undefined ? undefined : { pem, record: recordOf(earlier.get(csr.path)) };
    },
    async writeManifest({ outcomes, rejections, account }) {
      const entries = [
        ...outcomes.map((outcome) => entryOf(outcome, context, earlier.get(outcome.csr.path))),
        ...rejections.map(rejectedEntry),
      ];
      // Two steps may share the directory: what the manifest says of other CSRs stays.
      const all = new Map([...earlier, ...entries.map((entry) => [entry.csrPath, entry] as const)]);
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

function recordOf(entry: ManifestEntry | undefined): Remains['record'] {
  if (!entry?.certificateId || !entry.certificateArn) return undefined;
  return {
    id: entry.certificateId,
    arn: entry.certificateArn,
    status: entry.status ?? undefined,
    issuedAt: entry.issuedAt ?? undefined,
  };
}
