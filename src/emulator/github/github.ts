import type { Clock } from '../clock.ts';
import { type Conditions, createGovernor, type Governor } from '../conditions.ts';
import { type Exchange, send } from '../http.ts';
import { type ArtifactNames, type ArtifactStore, createArtifactStore } from './artifact-store.ts';
import { ARTIFACT_OPERATIONS, type ArtifactOperation, createArtifactService, TWIRP_PREFIX } from './artifacts.ts';
import { createBlobStore } from './blobs.ts';
import { branchRoutes } from './branch-routes.ts';
import { type BranchStore, createBranchStore } from './branches.ts';
import { faultReply, GITHUB_FAULTS, type GitHubFault } from './faults.ts';
import type { Run, StartedJob } from './job.ts';
import { createTokenSigner } from './jwt.ts';
import { createOidcIssuer, OIDC_OPERATIONS, type OidcOperation } from './oidc.ts';
import { createRateLimiter, type RateLimits } from './rate-limits.ts';
import {
  createRestService,
  REST_FAULTS,
  REST_OPERATIONS,
  type RestFault,
  type RestOperation,
  runRoutes,
} from './rest.ts';
import { secretRoutes } from './secret-routes.ts';
import { createSecretStore, type SecretStore } from './secret-store.ts';
import { createTokens, type Tokens } from './tokens.ts';

/** The services of GitHub that a job meets, on one origin. */
export interface GitHub {
  /** `iss` of the job's OpenID Connect tokens. */
  readonly issuer: string;
  readonly tokens: Tokens;
  /** What the runner tells a step of a job through its environment; of the main job of the current attempt. */
  env(job?: StartedJob): Readonly<Record<string, string>>;
  readonly oidc: Conditions<OidcOperation, GitHubFault>;
  readonly artifacts: Conditions<ArtifactOperation, GitHubFault>;
  readonly rest: Conditions<RestOperation, RestFault>;
  readonly store: ArtifactStore;
  readonly secrets: SecretStore;
  readonly branches: BranchStore;
  handle(exchange: Exchange): Promise<void>;
}

const OIDC_PREFIX = '/oidc';
const BLOB_PREFIX = '/blobs';
const API_PREFIX = '/api';

/**
 * @param origin of the server that {@link GitHub.handle} is to serve
 * @param storageOrigin by which its blobs are reached
 */
export async function createGitHub(options: {
  readonly origin: string;
  readonly storageOrigin: string;
  readonly run: Run;
  readonly clock: Clock;
  readonly random: () => number;
  readonly artifactNames: () => ArtifactNames;
  /** Undefined: none. */
  readonly rateLimits: () => RateLimits | undefined;
  readonly environments: () => readonly string[];
}): Promise<GitHub> {
  const { origin, storageOrigin, run, clock, random, artifactNames, rateLimits, environments } = options;
  const governed = <Operation extends string>(operations: readonly Operation[]): Governor<Operation, GitHubFault> =>
    createGovernor<Operation, GitHubFault>({ operations, kinds: GITHUB_FAULTS, throttle: '429', random });
  const oidc = governed<OidcOperation>(OIDC_OPERATIONS);
  const artifacts = governed<ArtifactOperation>(ARTIFACT_OPERATIONS);
  const rest = createGovernor<RestOperation, RestFault>({
    operations: REST_OPERATIONS,
    kinds: REST_FAULTS,
    throttle: '429',
    random,
  });

  const signer = await createTokenSigner();
  const blobs = createBlobStore(`${storageOrigin}${BLOB_PREFIX}`, BLOB_PREFIX, clock);
  const store = createArtifactStore(blobs, clock, artifactNames);
  const issuer = createOidcIssuer({
    base: `${origin}${OIDC_PREFIX}`,
    prefix: OIDC_PREFIX,
    run,
    signer,
    clock,
    governor: oidc,
  });
  const artifactService = createArtifactService({
    store,
    blobs,
    run,
    signer,
    clock,
    governor: artifacts,
  });
  const apiUrl = `${origin}${API_PREFIX}`;
  const tokens = createTokens();
  const secrets = createSecretStore(clock);
  const branches = createBranchStore();
  const api = createRestService({
    apiUrl,
    prefix: API_PREFIX,
    run,
    tokens,
    limiter: createRateLimiter(rateLimits, clock),
    routes: [
      ...runRoutes(run, store, apiUrl),
      ...secretRoutes(secrets, run, environments),
      ...branchRoutes(branches, run),
    ],
    governor: rest,
  });

  const services: readonly (readonly [string, (exchange: Exchange) => Promise<void>])[] = [
    [`${OIDC_PREFIX}/`, issuer.handle],
    [`${TWIRP_PREFIX}/`, artifactService.handleTwirp],
    [`${BLOB_PREFIX}/`, artifactService.handleBlob],
    [`${API_PREFIX}/`, api.handle],
  ];
  return {
    issuer: issuer.issuer,
    tokens,
    oidc,
    artifacts,
    rest,
    store,
    secrets,
    branches,
    env(started) {
      const { job, attempt } = started ?? run.main;
      return {
        ACTIONS_ID_TOKEN_REQUEST_URL: issuer.requestUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: issuer.requestToken(started),
        ACTIONS_RESULTS_URL: `${origin}/`,
        ACTIONS_RUNTIME_TOKEN: artifactService.runtimeToken(started),
        GITHUB_API_URL: apiUrl,
        GITHUB_GRAPHQL_URL: `${apiUrl}/graphql`,
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: job.repository,
        GITHUB_REF: job.ref,
        GITHUB_SHA: job.sha,
        GITHUB_EVENT_NAME: job.eventName,
        GITHUB_WORKFLOW_REF: `${job.repository}/${job.workflowPath}@${job.ref}`,
        GITHUB_RUN_ID: String(job.runId),
        GITHUB_RUN_ATTEMPT: String(attempt.number),
      };
    },
    async handle(exchange) {
      const service = services.find(([prefix]) => exchange.path.startsWith(prefix));
      if (service === undefined) send(exchange.response, faultReply('404'));
      else await service[1](exchange);
    },
  };
}
