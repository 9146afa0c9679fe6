import { createAccessKeys } from './aws/access-keys.ts';
import { type Account, createAccount } from './aws/account.ts';
import { createCertificateAuthority } from './aws/ca.ts';
import { readCertificationRequest } from './aws/certification-request.ts';
import { AwsError } from './aws/errors.ts';
import { createAuthorizer } from './aws/iam/authorizer.ts';
import { type PolicyDocument, readPolicy } from './aws/iam/policy-document.ts';
import { createIotService, IOT_FAULTS, type IotFault } from './aws/iot.ts';
import { certificateRoutes, changeStatus, issueCertificate } from './aws/iot-certificates.ts';
import { groupRoutes } from './aws/iot-groups.ts';
import { AWS_DEFAULT_TPS, IOT_OPERATIONS, type IotOperation } from './aws/iot-operations.ts';
import { policyRoutes } from './aws/iot-policies.ts';
import { provisioningRoutes } from './aws/iot-provisioning.ts';
import { thingRoutes } from './aws/iot-things.ts';
import { attachedTo, releasePolicies, snapshot } from './aws/registry/snapshot.ts';
import { createRegistry, type RegistryState } from './aws/registry/state.ts';
import {
  createServiceQuotas,
  isForServiceQuotas,
  SERVICE_QUOTAS_FAULTS,
  SERVICE_QUOTAS_OPERATIONS,
  type ServiceQuotasFault,
  type ServiceQuotasOperation,
} from './aws/service-quotas.ts';
import { createVerifier, signedRegion } from './aws/sigv4.ts';
import {
  createRole,
  createStsService,
  STS_FAULTS,
  STS_OPERATIONS,
  type StsFault,
  type StsOperation,
} from './aws/sts.ts';
import { createClock } from './clock.ts';
import { createGovernor } from './conditions.ts';
import { CONTROL_PREFIX, handleControl } from './control.ts';
import { createGitHub } from './github/github.ts';
import { createRun, subjectOf } from './github/job.ts';
import { GITHUB_LIMITS } from './github/rate-limits.ts';
import { type HttpServer, startServer } from './http.ts';
import { seededRandom } from './random.ts';
import type { Emulator, EmulatorOptions } from './seams.ts';
import { checkSettings, type Settings } from './settings.ts';

export type { Emulator, EmulatorOptions } from './seams.ts';

const PLANTED_AT_A_TIME = 100;

/** One after another, so that none is left open when a port is taken. */
async function startServers(date: () => number, port: number): Promise<[HttpServer, HttpServer, HttpServer]> {
  const servers: HttpServer[] = [];
  try {
    for (let index = 0; index < 3; index++) servers.push(await startServer(date, port === 0 ? 0 : port + index));
    return servers as [HttpServer, HttpServer, HttpServer];
  } catch (error) {
    await Promise.all(servers.map((server) => server.close()));
    throw error;
  }
}

/** @throws TypeError that names the setting that is wrong; Error of `listen` when a port cannot be had */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const {
    region = 'us-east-1',
    otherRegions = [],
    accountId = '123456789012',
    port = 0,
    seed = 1,
    storageOrigin,
    ...initial
  } = options;
  const clock = createClock();
  const random = seededRandom(seed);
  const run = createRun(clock.now);
  let settings: Settings = {
    clockSkewMs: 0,
    latency: { fixedMs: 0, jitterMs: 0 },
    quotas: 'none',
    mayReadQuotas: false,
    throttleStatus: 400,
    listLagMs: 0,
    registryLagMs: 0,
    detachLagMs: 500,
    exclusiveAnswers: { refusal: 'InvalidRequestException', repeat: 'success' },
    registerThingPermissions: 'itself',
    sessionMs: null,
    maxSessionSeconds: 3_600,
    rolePolicy: null,
    trust: { audiences: ['sts.amazonaws.com'], subjects: [subjectOf(run.job)] },
    job: {},
    artifactNames: 'of-attempt',
    rateLimits: 'none',
    environments: ['production'],
  };

  const iot = createGovernor<IotOperation, IotFault>({
    operations: IOT_OPERATIONS,
    kinds: IOT_FAULTS,
    throttle: 'ThrottlingException',
    random,
  });
  const sts = createGovernor<StsOperation, StsFault>({
    operations: STS_OPERATIONS,
    kinds: STS_FAULTS,
    throttle: 'Throttling',
    random,
  });
  const serviceQuotas = createGovernor<ServiceQuotasOperation, ServiceQuotasFault>({
    operations: SERVICE_QUOTAS_OPERATIONS,
    kinds: SERVICE_QUOTAS_FAULTS,
    throttle: 'TooManyRequestsException',
    random,
  });
  let rolePolicy: PolicyDocument | undefined;
  const configure = (changes: Partial<Settings>): void => {
    settings = { ...settings, ...checkSettings(changes) };
    clock.setSkew(settings.clockSkewMs);
    rolePolicy = settings.rolePolicy === null ? undefined : readPolicy(settings.rolePolicy);
    iot.setLatency(settings.latency);
    run.change(changes.job ?? {});
    const { quotas } = changes;
    for (const operation of quotas === undefined ? [] : IOT_OPERATIONS) {
      if (quotas === 'none') iot.setQuota(operation, undefined);
      else if (quotas === 'aws-default') {
        iot.setQuota(operation, { ratePerSecond: AWS_DEFAULT_TPS[operation], burst: AWS_DEFAULT_TPS[operation] });
      } else if (quotas?.[operation] !== undefined) iot.setQuota(operation, quotas[operation] ?? undefined);
    }
  };
  configure(initial);

  const [iotServer, stsServer, githubServer] = await startServers(clock.now, port);
  const servers = [iotServer, stsServer, githubServer];
  const [authority, github] = await Promise.all([
    createCertificateAuthority(),
    createGitHub({
      origin: githubServer.origin,
      storageOrigin: storageOrigin ?? githubServer.origin,
      run,
      clock,
      random,
      artifactNames: () => settings.artifactNames,
      rateLimits() {
        const { rateLimits } = settings;
        if (rateLimits === 'none') return undefined;
        return rateLimits === 'github-default' ? GITHUB_LIMITS : rateLimits;
      },
      environments: () => settings.environments,
    }),
  ]);
  const account = createAccount(accountId, region);
  const regions = [account, ...otherRegions.map((other) => createAccount(accountId, other))];
  const registryOf = (there: Account): RegistryState =>
    createRegistry({
      account: there,
      clock,
      readLagMs: () => settings.registryLagMs,
      detachLagMs: () => settings.detachLagMs,
      exclusiveAnswers: () => settings.exclusiveAnswers,
    });
  const registry = registryOf(account);
  const keys = createAccessKeys();
  const user = keys.createUserKey(`arn:aws:iam::${accountId}:user/operator`);
  const role = createRole(
    accountId,
    () => settings.trust,
    () => settings.maxSessionSeconds,
  );
  const authorizer = createAuthorizer({
    accountId,
    roleArn: role.arn,
    rolePolicy: () => rolePolicy,
  });

  const draw = (operation: IotOperation): void => {
    if (!iot.draw(operation)) throw new AwsError('ThrottlingException', settings.throttleStatus, 'Rate exceeded');
  };
  const serveRegion = (there: Account, things: RegistryState) =>
    createIotService({
      routes: [
        ...certificateRoutes({
          account: there,
          authority,
          clock,
          listLagMs: () => settings.listLagMs,
          attachedTo: (arn) => attachedTo(things, arn),
          releasePolicies: (arn) => releasePolicies(things, arn),
        }),
        ...thingRoutes(things),
        ...groupRoutes(things),
        ...policyRoutes(things),
        ...provisioningRoutes(things, {
          issue: (csrPem, status) => issueCertificate({ account: there, authority, clock }, csrPem, status),
          changeStatus: (certificate, status) => changeStatus({ account: there, clock }, certificate, status),
          draw,
          permissions: () => settings.registerThingPermissions,
        }),
      ],
      governor: iot,
      verify: createVerifier(keys, 'iot', there.region),
      authorizer,
      account: there,
      clock,
      throttleStatus: () => settings.throttleStatus,
    });
  const handleIot = serveRegion(account, registry);
  const elsewhere = new Map(
    regions.slice(1).map((there) => [there.region, serveRegion(there, registryOf(there))] as const),
  );
  const handleServiceQuotas = createServiceQuotas({
    verify: createVerifier(keys, 'servicequotas', otherRegions.length === 0 ? region : undefined),
    authorizer,
    accountId,
    clock,
    mayRead: () => settings.mayReadQuotas,
    applied: () => iot.quotas().CreateCertificateFromCsr?.ratePerSecond,
    governor: serviceQuotas,
  });
  iotServer.serve((exchange) => {
    if (exchange.path.startsWith(CONTROL_PREFIX)) return handleControl(emulator, exchange);
    if (isForServiceQuotas(exchange)) return handleServiceQuotas(exchange);
    // One address stands for those of all regions; a signature for another region is refused as AWS does.
    return (elsewhere.get(signedRegion(exchange)) ?? handleIot)(exchange);
  });
  stsServer.serve(
    createStsService({
      accountId,
      role,
      issuer: github.issuer,
      keys,
      governor: sts,
      verify: createVerifier(keys, 'sts', undefined),
      clock,
      sessionMs: () => settings.sessionMs,
    }),
  );
  githubServer.serve(github.handle);

  const awsEnv = {
    AWS_ENDPOINT_URL_IOT: iotServer.origin,
    AWS_ENDPOINT_URL_STS: stsServer.origin,
    AWS_ENDPOINT_URL_SERVICE_QUOTAS: iotServer.origin,
  };
  const emulator: Emulator = {
    get env() {
      return { ...awsEnv, ...github.env() };
    },
    accessKeys: { AWS_ACCESS_KEY_ID: user.accessKeyId, AWS_SECRET_ACCESS_KEY: user.secretAccessKey },
    region,
    accountId,
    roleArn: role.arn,
    caPem: authority.pem,
    githubToken: github.tokens.ofJob,
    controlUrl: `${iotServer.origin}${CONTROL_PREFIX}`,
    iot: {
      ...iot,
      certificates: () => regions.flatMap((there) => there.all()),
      registry: () => snapshot(registry),
      async plant(csrPem, count, ageMs) {
        const request = readCertificationRequest(csrPem);
        for (let done = 0; done < count; done += PLANTED_AT_A_TIME) {
          const createdMs = clock.now() - ageMs;
          const some = Array.from({ length: Math.min(PLANTED_AT_A_TIME, count - done) }, () =>
            authority.issue(request, createdMs),
          );
          for (const issued of await Promise.all(some)) account.add(issued, request, 'ACTIVE', createdMs);
        }
      },
    },
    sts,
    serviceQuotas,
    oidc: github.oidc,
    artifacts: {
      ...github.artifacts,
      uploaded: github.store.uploaded,
      plant: (name, content) => github.store.plant(name, content, run.main),
    },
    rest: github.rest,
    secrets: { all: github.secrets.all },
    branches: github.branches,
    calls: authorizer.calls,
    createToken: github.tokens.create,
    configure,
    startJob: (job = {}) => ({ ...awsEnv, ...github.env(run.start(job)) }),
    rerun: (jobs = 'failed-jobs') => run.rerun(jobs),
    async close() {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
  return emulator;
}
