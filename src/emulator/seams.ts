import type { StoredCertificate } from './aws/account.ts';
import type { ObservedCall } from './aws/iam/authorizer.ts';
import type { IotFault } from './aws/iot.ts';
import type { IotOperation } from './aws/iot-operations.ts';
import type { RegistrySnapshot } from './aws/registry/snapshot.ts';
import type { ServiceQuotasFault, ServiceQuotasOperation } from './aws/service-quotas.ts';
import type { StsFault, StsOperation } from './aws/sts.ts';
import type { Conditions } from './conditions.ts';
import type { UploadedArtifact } from './github/artifact-store.ts';
import type { ArtifactOperation } from './github/artifacts.ts';
import type { BranchStore } from './github/branches.ts';
import type { GitHubFault } from './github/faults.ts';
import type { Job, Rerun } from './github/job.ts';
import type { OidcOperation } from './github/oidc.ts';
import type { RestFault, RestOperation } from './github/rest.ts';
import type { StoredSecret } from './github/secret-store.ts';
import type { Grant } from './github/tokens.ts';
import type { Settings } from './settings.ts';

/** How to start the emulator; the {@link Settings} can be changed later. */
export interface EmulatorOptions extends Partial<Settings> {
  /** Of AWS IoT. Default `us-east-1`. */
  readonly region?: string;
  /** The account has these regions, too. Faults, counters and quotas are those of all of them together. Default none. */
  readonly otherRegions?: readonly string[];
  /** 12 digits. Default `123456789012`. */
  readonly accountId?: string;
  /**
   * Where GitHub's storage says that it is, as `https://host`: what sends there has to bring it to this process. Default:
   * where it is.
   */
  readonly storageOrigin?: string;
  /** AWS IoT listens here, AWS STS on the next port, GitHub on the one after. Default 0: on free ports. */
  readonly port?: number;
  /** Makes faults and jitter repeatable. Default 1. */
  readonly seed?: number;
}

/** Stand-ins for AWS IoT, AWS STS and GitHub on loopback, of one account and one repository, all in memory. */
export interface Emulator {
  /** What a process needs to meet these services instead of the real ones; only switches that the real ones have, too. */
  readonly env: Readonly<Record<string, string>>;
  /** Long-term credentials of a user, as environment variables. */
  readonly accessKeys: Readonly<Record<'AWS_ACCESS_KEY_ID' | 'AWS_SECRET_ACCESS_KEY', string>>;
  readonly region: string;
  readonly accountId: string;
  /** A role that lets the job in. */
  readonly roleArn: string;
  /** Certificate of the CA that signs. */
  readonly caPem: string;
  /** A GITHUB_TOKEN for the REST API. */
  readonly githubToken: string;
  /** Base URL of the controls for other processes, with a slash at the end; see control.ts. */
  readonly controlUrl: string;
  readonly iot: Conditions<IotOperation, IotFault> & {
    /** Those in the account, oldest first; one region after the other. */
    certificates(): readonly StoredCertificate[];
    /**
     * Puts certificates for the key of a CSR into the account, created so many milliseconds ago. Those that are created
     * earlier have to be put there earlier: the listing is in the order in which they came.
     */
    plant(csrPem: string, count: number, ageMs: number): Promise<void>;
    /** Things, groups, policies, and all that was ever attached, in the first region. */
    registry(): RegistrySnapshot;
  };
  readonly sts: Conditions<StsOperation, StsFault>;
  readonly serviceQuotas: Conditions<ServiceQuotasOperation, ServiceQuotasFault>;
  readonly oidc: Conditions<OidcOperation, GitHubFault>;
  readonly artifacts: Conditions<ArtifactOperation, GitHubFault> & {
    /** Those of all runs whose upload is complete, oldest first. */
    uploaded(): readonly UploadedArtifact[];
    /** Puts an artifact with any content, a zip or not, into the run: as uploaded by the attempt that is current. */
    plant(name: string, content: Buffer): void;
  };
  readonly rest: Conditions<RestOperation, RestFault>;
  /** The repository's branches, for pushing as others do and seeing what was committed. */
  readonly branches: BranchStore;
  readonly secrets: {
    /** Those of every scope, opened. */
    all(): readonly StoredSecret[];
  };
  /**
   * Every call of AWS IoT and Service Quotas that had a good signature, in all regions, with IAM's name of it, the ARNs that
   * it was about and what conditions see: what a policy has to allow.
   */
  calls(): readonly ObservedCall[];
  /** A token for the REST API beside {@link githubToken}, as a person or a GitHub App gets it. */
  createToken(grant: Grant): string;
  /** @throws TypeError that names the setting that is wrong */
  configure(changes: Partial<Settings>): void;
  /** Another job of the current attempt, beside that of {@link env}, with tokens of its own: its environment. */
  startJob(job?: Partial<Job>): Readonly<Record<string, string>>;
  /** "Re-run": the next attempt of the run begins, and {@link env} is that of its job. Default: failed jobs only. */
  rerun(jobs?: Rerun): void;
  close(): Promise<void>;
}
