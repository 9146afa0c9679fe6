import type { Identity } from '../aws/sts.ts';
import { type Batch, rejections } from '../batch.ts';
import type { Inputs } from '../inputs.ts';
import type { Outcome } from '../issuance/certificate.ts';
import type { Journal } from '../issuance/journal.ts';
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
import type { SecretDelivery, SecretsReport } from './secrets.ts';

/** Everything needed to hand certificates over, made sure of before the first one exists. */
export interface HandOver {
  readonly directory: Directory;
  /** What earlier runs wrote into the manifest of the directory. */
  readonly earlier: readonly ManifestEntry[];
  /**
   * Writes the secrets; undefined when none are asked for. What keeps one from being written is in the report.
   *
   * @param delivered what is known to have been written before
   */
  writeSecrets(
    outcomes: readonly Outcome[],
    delivered: ReadonlyMap<string, string>,
    journal: Pick<Journal, 'delivered'>,
  ): Promise<SecretsReport | undefined>;
  /** Writes the manifest beside the certificates, which are in the directory already. */
  writeManifest(result: BatchReport): Promise<ManifestFiles>;
  /** Uploads the certificates and the manifest; undefined when no artifact is asked for, or there is no certificate. */
  upload(outcomes: readonly Outcome[], manifest: ManifestFiles): Promise<UploadedArtifact | undefined>;
}

export interface BatchReport {
  readonly outcomes: readonly Outcome[];
  readonly account: Identity & { readonly region: string };
  /** The secrets that certificates were written to, by the paths of their CSRs. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** @throws UserError when something keeps certificates from being handed over */
export async function prepareHandOver(batch: Batch, inputs: Inputs, services: Services): Promise<HandOver> {
  const { context } = services;
  const directory = await openDirectory(inputs.outputDirectory, batch.certificateFiles, context.workspace);
  const earlier = (await readManifest(directory.path))?.certificates ?? [];
  const artifact = inputs.deliver.includes('artifact')
    ? await prepareArtifact(artifactNameOf(inputs), inputs.artifactRetentionDays, context)
    : undefined;
  const secrets = await prepareSecretsOf(batch, inputs, services);

  return {
    directory,
    earlier,
    async writeSecrets(outcomes, delivered, journal) {
      return secrets?.deliver(outcomes, delivered, journal);
    },
    async writeManifest({ outcomes, account, secrets: written }) {
      const entries = [
        ...outcomes.map((outcome) =>
          entryOf(outcome, { file: directory.nameOf(outcome.csr), secret: written.get(outcome.csr.path) }),
        ),
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

/** GitHub's client and the sealing library are loaded only when there is something to seal. */
async function prepareSecretsOf(
  { secrets: plan }: Batch,
  { secrets, githubToken }: Inputs,
  services: Services,
): Promise<SecretDelivery | undefined> {
  if (plan === undefined || secrets === undefined) return undefined;
  const { prepareSecrets } = await import('./secrets.ts');
  return prepareSecrets(plan, secrets, githubToken, services);
}

/** The artifact's name; jobs of a matrix share a run, in which a name holds one artifact. */
export function artifactNameOf({ artifactName, shard }: Pick<Inputs, 'artifactName' | 'shard'>): string {
  return shard === undefined ? artifactName : `${artifactName}-shard-${shard.index}-of-${shard.of}`;
}
