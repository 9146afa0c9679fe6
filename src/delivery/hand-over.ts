import type { Place } from '../aws/place.ts';
import type { Identity } from '../aws/sts.ts';
import type { Csr, Finding } from '../csr/csr.ts';
import { forEach } from '../lib/for-each.ts';
import { UserError } from '../lib/user-error.ts';
import type { Issued, SecretPlan } from '../naming/secret-plan.ts';
import { artifactNameOf } from '../records/artifact-name.ts';
import type { Outcome } from '../records/certificate.ts';
import type { Journal } from '../records/journal.ts';
import {
  entryOf,
  type RegisteredDevice,
  readManifest,
  rejectedEntry,
  type StoredManifest,
  type WrittenManifest,
  writeManifest,
} from '../records/manifest.ts';
import type { ManifestEntry } from '../records/manifest-entry.ts';
import { check } from '../records/read-certificate.ts';
import type { Services } from '../runner/services.ts';
import type { Shard } from '../validation/shard.ts';
import { prepareArtifact, type UploadedArtifact } from './artifact.ts';
import { type Directory, openDirectory } from './directory.ts';
import type { SecretDelivery, SecretDeliveryOptions, SecretsReport, WrittenBefore } from './secrets.ts';

/** How certificates are handed over; they are in the output directory whatever is asked for. */
export type Delivery = 'artifact' | 'secrets' | 'directory';

/** Everything needed to hand certificates over, made sure of before the first one exists. */
export interface HandOver {
  readonly directory: Directory;
  /** The manifest that stood in the directory before; undefined when there was none. */
  readonly earlier: StoredManifest | undefined;
  /** Paths of the files that validation refused: the manifest says why. */
  readonly rejected: readonly string[];
  /** As {@link SecretDelivery.refuseTaken}; where no secrets are asked for, nothing is in the way. */
  refuseTakenSecrets(others: ReadonlyMap<string, Place>): void;
  /** Whether secrets are asked for. */
  readonly writesSecrets: boolean;
  /**
   * Writes the secrets; undefined when none are asked for. What keeps one from being written is in the report.
   *
   * @param before what is known to have been written
   */
  writeSecrets(
    outcomes: readonly Outcome[],
    before: WrittenBefore,
    journal: Pick<Journal, 'delivered'>,
  ): Promise<SecretsReport | undefined>;
  /** The PEM of a certificate that is in the directory; undefined when it is not there any more. */
  readCertificate(csr: Csr): Promise<string | undefined>;
  /** What stands at a path below the directory; undefined when nothing does, or the path leads out of it. */
  readFile(name: string): Promise<string | undefined>;
  /** Writes the manifest beside the certificates, which are in the directory already. */
  writeManifest(result: BatchReport): Promise<WrittenManifest>;
  /**
   * Uploads the certificates and what goes with them; undefined when no artifact is asked for, or there is no certificate.
   *
   * @param beside absolute paths of other files in the directory
   */
  upload(outcomes: readonly Outcome[], beside: readonly string[]): Promise<UploadedArtifact | undefined>;
}

export interface BatchReport {
  readonly outcomes: readonly Outcome[];
  readonly account: Identity & { readonly region: string };
  /** The secrets that certificates were written to, by the paths of their CSRs. */
  readonly secrets: ReadonlyMap<string, string>;
  /** What became of devices in the registry, by the paths of their CSRs; empty where nothing was asked of it. */
  readonly registered: ReadonlyMap<string, RegisteredDevice>;
  /** Entries of CSRs that the run is not about: two steps may share the directory. */
  readonly carried: readonly ManifestEntry[];
}

/** What is to be handed over, known before there is a certificate. */
export interface HandOverPlan {
  /** Where certificates go, relative to the output directory, by the paths of their CSRs. */
  readonly certificateFiles: ReadonlyMap<string, string>;
  /** Undefined unless secrets are asked for. */
  readonly secretPlan: SecretPlan | undefined;
  /** Why each refused file is refused. */
  readonly rejected: readonly Finding[];
}

/** Where certificates are handed over; each field is an input of action.yml. */
export interface HandOverOptions {
  /** Absolute. */
  readonly outputDirectory: string;
  readonly deliver: readonly Delivery[];
  readonly artifactName: string;
  readonly shard: Shard | undefined;
  /** Undefined: the repository's default. */
  readonly artifactRetentionDays: number | undefined;
  /** Undefined unless secrets are asked for. */
  readonly secrets: SecretDeliveryOptions | undefined;
  readonly githubToken: string;
}

/** @throws UserError when something keeps certificates from being handed over */
export async function prepareHandOver(
  plan: HandOverPlan,
  options: HandOverOptions,
  services: Services,
): Promise<HandOver> {
  const { context } = services;
  const directory = await openDirectory(options.outputDirectory, plan.certificateFiles, services.files);
  const earlier = await readManifest(directory.path);
  const { artifactRetentionDays: retentionDays, shard } = options;
  const artifact = options.deliver.includes('artifact')
    ? await prepareArtifact({ name: artifactNameOf(options), retentionDays, isPart: shard !== undefined }, services)
    : undefined;
  const secrets = await prepareSecretsOf(plan, options, services);

  return {
    directory,
    earlier,
    rejected: plan.rejected.map(({ path }) => path),
    readFile: (name) => directory.readName(name),
    readCertificate: (csr) => storedPem(directory, csr),
    refuseTakenSecrets: (others) => secrets?.refuseTaken(others),
    writesSecrets: secrets !== undefined,
    async writeSecrets(outcomes, before, journal) {
      return secrets?.deliver(await readIssued(outcomes, directory), before, journal);
    },
    async writeManifest({ outcomes, account, secrets: written, registered, carried }) {
      const sources = [...carried, ...outcomes, ...plan.rejected];
      sources.sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
      function* entries(): Generator<ManifestEntry> {
        for (const source of sources) {
          if ('csr' in source) {
            const { csr } = source;
            yield entryOf(source, {
              place: account,
              file: directory.nameOf(csr),
              secret: written.get(csr.path),
              registered: registered.get(csr.path),
            });
          } else yield 'rule' in source ? rejectedEntry(source) : source;
        }
      }
      return writeManifest(directory.files, directory.path, {
        repository: context.repository ?? null,
        account: account.account,
        region: account.region,
        shard: options.shard ?? null,
        runId: context.runId ?? null,
        runAttempt: context.runId === undefined ? null : context.runAttempt,
        certificates: { [Symbol.iterator]: entries },
      });
    },
    async upload(outcomes, beside) {
      const pems = outcomes.flatMap((outcome) => ('certificate' in outcome ? [directory.fileOf(outcome.csr)] : []));
      // A merge waits for the manifest of each shard, also of one that no CSR fell to.
      if (artifact === undefined || (pems.length === 0 && options.shard === undefined)) return undefined;
      return artifact.upload([...pems, ...beside], directory.path);
    },
  };
}

function pathOf(source: Outcome | Finding | ManifestEntry): string {
  if ('csr' in source) return source.csr.path;
  return 'rule' in source ? source.path : source.csrPath;
}

async function storedPem(directory: Directory, csr: Csr): Promise<string | undefined> {
  const checked = check(csr, (await directory.read(csr)) ?? '');
  return checked.verdict === 'good' ? checked.pem : undefined;
}

/** Files that are read at a time. */
const WIDTH = 32;

async function readIssued(outcomes: readonly Outcome[], directory: Directory): Promise<readonly Issued[]> {
  const issued: Issued[] = [];
  await forEach(outcomes, WIDTH, async (outcome, index) => {
    if (!('certificate' in outcome)) return;
    const { csr, certificate } = outcome;
    const pem = await storedPem(directory, csr);
    if (pem === undefined) throw gone(directory.fileOf(csr));
    issued[index] = { csr, certificateId: certificate.id, pem };
  });
  return issued.flatMap((one) => one ?? []);
}

/** @param file absolute path */
export function gone(file: string): UserError {
  return new UserError('certificate-gone', 'The file of this certificate was removed while the step ran.', {
    where: file,
    fix: 'Let nothing else change output-directory while the step runs, and run the job again: nothing is issued twice.',
  });
}

/** GitHub's client and the sealing library are loaded only when there is something to seal. */
async function prepareSecretsOf(
  { secretPlan }: HandOverPlan,
  { secrets, githubToken }: HandOverOptions,
  services: Services,
): Promise<SecretDelivery | undefined> {
  if (secretPlan === undefined || secrets === undefined) return undefined;
  const { prepareSecrets } = await import('./secrets.ts');
  return prepareSecrets(secretPlan, secrets, githubToken, services);
}
