import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { makeKey } from '../csr/make-csr.ts';
import { makeCsr, toPem } from '../e2e/csrs.ts';
import type { Job } from '../e2e/step.ts';

/** What a user, a machine or a service gets wrong, and what the step then has to say of it. */
export interface Mistake {
  readonly name: string;
  /** Code of the first error, or of the message of {@link level}. */
  readonly code: string;
  readonly level?: 'warning' | 'notice';
  /** The place that annotation, log and summary name. */
  readonly at: string;
  /** Words of the way out. */
  readonly fix: RegExp;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Prepares the workspace, which has `csrs/device.csr`, and the services. */
  readonly make?: (world: World) => unknown;
  /** In a process of another user than root, who may read and write everything. */
  readonly asUser?: boolean;
  /** `github-token`: the job's own, or that of a GitHub App that may write secrets of environments. None unless given. */
  readonly token?: 'job' | 'app';
  /** The environment has AWS access keys. */
  readonly hasKeys?: boolean;
}

export interface World {
  readonly job: Job;
  readonly emulator: Emulator;
}

const ROLE_OFF = { 'role-to-assume': '' };
const NO_METADATA = { AWS_EC2_METADATA_DISABLED: 'true' };

/** One wrong input each: name, value, and words of the answer. */
const WRONG_INPUTS: readonly (readonly [input: string, value: string, fix: RegExp])[] = [
  ['mode', 'isue', /Did you mean issue\? Allowed: issue, validate, audit, revoke, retire\./],
  ['mode', 'Issue', /Write issue\./],
  ['mode', "'issue'", /Write issue\./],
  ['on-invalid', 'ignore', /Allowed: fail, skip\./],
  ['reissue', 'yes', /Allowed: true, false\./],
  ['reissue', '"true"', /Write true\./],
  ['set-as-active', 'true # now', /Write true\./],
  ['set-as-active', 'after-deliverry', /Allowed: true, false, after-delivery\./],
  ['max-certificates', '1,000', /Write 1000\./],
  ['max-certificates', '0', /a whole number from 1 to 1000000/],
  ['shard', '5/4', /i from 1 to n/],
  ['deliver', '[artifact, secrets', /Write artifact, secrets\./],
  ['deliver', 'artefact', /Did you mean artifact\?/],
  ['deliver', 'artifact;directory', /Write artifact, directory\./],
  ['deliver', '- artifact\n- directory', /Write artifact, directory\./],
  ['deliver', '["artifact", "directory"]', /Write artifact, directory\./],
  ['aws-region', 'eu-west-1a', /Write eu-west-1\./],
  ['aws-region', 'EU-WEST-1', /Write eu-west-1\./],
  ['aws-region', 'Ireland', /an AWS region such as eu-west-1/],
  ['role-to-assume', 'my-role', /an ARN such as arn:aws:iam/],
  ['allowed-account-ids', '12345678901', /12 digits \(in quotation marks/],
  ['allowed-account-ids', '1234-5678-9012', /Write 123456789012\./],
  ['allowed-key-types', 'foo', /^(?!.*Did you mean).*Allowed: RSA/],
  ['rules', 'sha1-signatur=error', /Did you mean sha1-signature\?/],
  ['rules', 'signature=off', /Remove it from the input/],
  ['subject-pattern', '(?=x)', /no look-around/],
  ['file-name', '{device}.pem', /There is no field \{device\}/],
  ['file-name', 'certs/{name}.crt', /ends with \.pem/],
  ['artifact-name', 'a/b', /up to 200 characters/],
  ['requests-per-second', '0', /a number of calls a second from 0\.1/],
  ['reconcile', 'since=yesterday', /since=2026/],
  ['secret-scope', 'repo', /Allowed: repository/],
  ['secret-environment', 'production', /secret-scope: environment/],
  ['policies', '- fleet', /Write fleet\./],
  ['thing-name', 'device-{index}', /There is no field \{index\}/],
  ['thing-groups', 'europe', /Set `thing-name`/],
];

const inputs: readonly Mistake[] = [
  ...WRONG_INPUTS.map(([input, value, fix]) => ({
    name: `${input}: ${JSON.stringify(value)}`,
    code: 'inputs',
    at: input,
    fix,
    inputs: { [input]: value },
  })),
  { name: 'no csr-path', code: 'inputs', at: 'csr-path', fix: /csrs\/\*\*\/\*\.csr/, inputs: { 'csr-path': '' } },
  { name: 'no region', code: 'inputs', at: 'aws-region', fix: /eu-west-1/, inputs: { 'aws-region': '' } },
  {
    name: 'audit without a ledger',
    code: 'inputs',
    at: 'ledger',
    fix: /ledger\/certificates\.jsonl/,
    inputs: { mode: 'audit' },
  },
  {
    name: 'revoke without a selector',
    code: 'inputs',
    at: 'revoke',
    fix: /run=1234567890/,
    inputs: { mode: 'revoke', ledger: 'fleet.jsonl' },
  },
  {
    name: 'a selector without its mode',
    code: 'inputs',
    at: 'revoke',
    fix: /set `mode: revoke`/,
    inputs: { revoke: 'run=1234567890' },
  },
  {
    name: 'a table that is to be committed',
    code: 'inputs',
    at: 'ledger-commit',
    fix: /name a file/,
    inputs: { ledger: 'dynamodb://fleet', 'ledger-commit': 'true' },
  },
  {
    name: 'secret-name with a reserved beginning',
    code: 'inputs',
    at: 'secret-name',
    fix: /IOT_CERT_/,
    inputs: { deliver: 'secrets', 'secret-name': 'GITHUB_{NAME}' },
  },
  {
    name: 'secret-name without a beginning',
    code: 'inputs',
    at: 'secret-name',
    fix: /before the first field/,
    inputs: { deliver: 'secrets', 'secret-name': '{NAME}' },
  },
];

const patterns: readonly Mistake[] = [
  {
    name: 'a workspace without a checkout',
    code: 'no-csr-found',
    at: 'csr-path',
    fix: /Run actions\/checkout before this step/,
    make: ({ job }) => rm(join(job.workspace, 'csrs'), { recursive: true }),
  },
  {
    name: 'a separator of Windows',
    code: 'no-csr-found',
    at: 'csr-path',
    fix: /write csrs\/\*\.csr/,
    inputs: { 'csr-path': 'csrs\\*.csr' },
  },
  {
    name: 'two patterns in one line',
    code: 'no-csr-found',
    at: 'csr-path',
    fix: /Write one pattern per line/,
    inputs: { 'csr-path': 'csrs/*.csr more/*.csr' },
  },
  {
    name: 'quotation marks in a pattern',
    code: 'no-csr-found',
    at: 'csr-path',
    fix: /write csrs\/\*\.csr/,
    inputs: { 'csr-path': '"csrs/*.csr"' },
  },
  {
    name: 'a path of Windows',
    code: 'no-csr-found',
    at: 'csr-path',
    fix: /relative to the root of the workspace/,
    inputs: { 'csr-path': 'C:\\fleet\\*.csr' },
  },
  {
    name: 'a directory in place of files',
    code: 'no-csr-found',
    at: 'csr-path',
    fix: /add \/\*\* to take the files in it/,
    inputs: { 'csr-path': 'csrs' },
  },
  {
    name: 'a mistyped directory',
    code: 'no-csr-found',
    at: 'csr-path',
    fix: /but there is csrs/,
    inputs: { 'csr-path': 'cssr/*.csr' },
  },
  {
    name: 'one of two patterns that matches nothing',
    code: 'pattern-unmatched',
    at: 'csr-path',
    fix: /optional:/,
    inputs: { 'csr-path': 'csrs/*.csr\nnew/*.csr' },
  },
  {
    name: 'a pattern that leads outside',
    code: 'outside-workspace',
    at: 'csr-path',
    fix: /write \*\*\/\*\.csr/,
    inputs: { 'csr-path': '../**/*.csr' },
  },
  {
    name: 'only patterns that exclude',
    code: 'no-csr-found',
    at: 'csr-path',
    fix: /All patterns start with !/,
    inputs: { 'csr-path': '!old/*.csr' },
  },
  {
    name: 'more files than max-certificates',
    code: 'too-many-files',
    at: 'csr-path',
    fix: /raise max-certificates/,
    inputs: { 'max-certificates': '1' },
    make: ({ job }) => job.write('csrs/other.csr', toPem(makeCsr('other'))),
  },
  {
    name: 'a directory that cannot be read',
    code: 'unreadable-directory',
    at: 'locked',
    fix: /permission to read it/,
    asUser: true,
    inputs: { 'csr-path': '**/*.csr' },
    make: async ({ job }) => {
      await mkdir(join(job.workspace, 'locked'));
      await chmod(join(job.workspace, 'locked'), 0);
    },
  },
];

const contents: readonly Mistake[] = [
  ...(
    [
      ['an empty file', '', /Write the CSR of the device into it/],
      ['a certificate', '', /AWS IoT makes the certificate/],
      ['a JSON document', '{"csr": "see the portal"}', /It holds a JSON document/],
      ['an address', 'https://portal.example.com/csr/17\n', /It holds the address of a page/],
      ['an answer of HTTP', 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<html>', /answer of an HTTP server/],
      [
        'a file that SOPS has encrypted',
        'csr: ENC[AES256_GCM,data:qFY=,iv:x,tag:y,type:str]\nsops:\n    version: 3.8.1\n',
        /sops -d/,
      ],
      ['a page in HTML', '<!doctype html><title>Sign in</title>', /Download the CSR itself/],
    ] as const
  ).map(([what, text, fix]) => ({
    name: `${what} in place of a CSR`,
    code: 'not-a-csr',
    at: 'csrs/device.csr',
    fix,
    make: ({ job, emulator }: World) => job.write('csrs/device.csr', what === 'a certificate' ? emulator.caPem : text),
  })),
  {
    name: 'a private key',
    code: 'private-key',
    at: 'csrs/device.key',
    fix: /treat the key as stolen/,
    inputs: { 'csr-path': 'csrs/*' },
    make: ({ job }) =>
      job.write('csrs/device.key', String(makeKey('P-256').privateKey.export({ type: 'pkcs8', format: 'pem' }))),
  },
  {
    name: 'an RSA key that is too short',
    code: 'key-size',
    at: 'csrs/device.csr',
    fix: /Make a longer RSA key/,
    make: ({ job }) => job.write('csrs/device.csr', toPem(makeCsr('x', 'RSA-1024'))),
  },
  {
    name: 'two files of one device',
    code: 'output-path-collision',
    at: 'csrs/a/device.csr',
    fix: /choose other fields in file-name/,
    inputs: { 'csr-path': 'csrs/**/*.csr', 'file-name': '{name}.pem' },
    make: ({ job }) => job.write('csrs/a/device.csr', toPem(makeCsr('a'))),
  },
  {
    name: 'two devices of one thing',
    code: 'thing-name-collision',
    at: 'csrs/a/device.csr',
    fix: /choose other fields in thing-name/,
    inputs: { 'csr-path': 'csrs/**/*.csr', 'thing-name': '{name}' },
    make: ({ job }) => job.write('csrs/a/device.csr', toPem(makeCsr('a'))),
  },
  {
    name: 'an attribute that AWS IoT would refuse',
    code: 'thing-attribute-illegal',
    at: 'csrs/device.csr',
    fix: /choose other fields in thing-attributes/,
    inputs: { 'thing-name': '{name}', 'thing-attributes': 'cn={cn}' },
    make: ({ job }) => job.write('csrs/device.csr', toPem(makeCsr('gateway 1'))),
  },
  {
    name: 'a field that no CSR has',
    code: 'output-path-illegal',
    at: 'csrs/device.csr',
    fix: /choose other fields/i,
    inputs: { 'file-name': '{ou}.pem' },
  },
  {
    name: 'a name that Windows keeps for a device, in a pull request',
    code: 'output-path-illegal',
    at: 'csrs/CON.csr',
    fix: /Rename the file/,
    inputs: { mode: 'validate' },
    make: ({ job }) => job.write('csrs/CON.csr', toPem(makeCsr('con'))),
  },
  {
    name: 'a subject that the pattern does not match',
    code: 'subject-pattern',
    at: 'csrs/device.csr',
    fix: /correct subject-pattern/,
    inputs: { 'subject-pattern': 'CN=gw-[0-9]+' },
  },
];

/** One fault of a call of AWS IoT each: operation, fault, code, and words of the message and of the way out. */
const AWS_IOT_FAULTS = [
  ['ListCertificates', 'AccessDeniedException', 'not-allowed', /Add it to the role's policy/],
  ['ListCertificates', 'html-403', 'not-aws', /proxy, firewall or sign-in page/],
  ['CreateCertificateFromCsr', 'AccessDeniedException', 'incomplete', /Add it to the role's policy/],
  ['CreateCertificateFromCsr', 'UnauthorizedException', 'incomplete', /Add it to the role's policy/],
  ['CreateCertificateFromCsr', 'InvalidRequestException', 'incomplete', /Correct the CSR/],
  ['CreateCertificateFromCsr', 'ServiceUnavailableException', 'incomplete', /it looks for the certificate/],
  ['CreateCertificateFromCsr', 'InternalFailureException', 'incomplete', /it looks for the certificate/],
  ['CreateCertificateFromCsr', 'html-403', 'incomplete', /it looks for the certificate/],
] as const;

const aws: readonly Mistake[] = [
  ...AWS_IOT_FAULTS.map(([operation, kind, code, fix]) => ({
    name: `${operation} answers ${kind}`,
    code,
    at: operation === 'ListCertificates' ? 'iot:ListCertificates' : 'csrs/device.csr',
    fix,
    inputs: { reconcile: operation === 'ListCertificates' ? 'always' : 'auto' },
    make: ({ emulator }: World) => emulator.iot.inject({ operation, kind }),
  })),
  {
    name: 'an answer that was lost, where nothing is searched for',
    code: 'incomplete',
    at: 'csrs/device.csr',
    fix: /Set `reconcile: auto`, so that the account is searched/,
    inputs: { reconcile: 'never' },
    make: ({ emulator }) =>
      emulator.iot.inject({ operation: 'CreateCertificateFromCsr', kind: 'reset', afterWork: true }),
  },
  {
    name: 'a trust policy that does not match',
    code: 'role-refused',
    at: 'role-to-assume',
    fix: /Change the role's trust policy/,
    make: ({ emulator }) => emulator.configure({ job: { environment: 'factory' } }),
  },
  {
    name: 'an audience that AWS does not accept',
    code: 'audience-refused',
    at: 'audience',
    fix: /Add this aud/,
    inputs: { audience: 'somebody-else' },
  },
  {
    name: 'a session that is too long',
    code: 'role-duration',
    at: 'role-duration-seconds',
    fix: /Lower role-duration-seconds/,
    inputs: { 'role-duration-seconds': '7200' },
  },
  ...(
    [
      ['OutdatedThumbprint', 'identity-provider-thumbprint', /Update the thumbprint/],
      ['IDPCommunicationError', 'identity-provider-unreachable', /Run the job again/],
      ['ExpiredTokenException', 'oidc-token-expired', /Run the job again/],
    ] as const
  ).map(([kind, code, fix]) => ({
    name: `AssumeRoleWithWebIdentity answers ${kind}`,
    code,
    at: 'role-to-assume',
    fix,
    make: ({ emulator }: World) => emulator.sts.inject({ operation: 'AssumeRoleWithWebIdentity', kind }),
  })),
  ...(
    [
      ['SignatureDoesNotMatch', 'signature-region', /of the same region/],
      ['RegionDisabledException', 'region-disabled', /Enable the region/],
      ['ExpiredTokenException', 'credentials-expired', /Renew them/],
    ] as const
  ).map(([kind, code, fix]) => ({
    name: `GetCallerIdentity answers ${kind}`,
    code,
    at: 'AWS credentials',
    fix,
    inputs: ROLE_OFF,
    env: NO_METADATA,
    hasKeys: true,
    make: ({ emulator }: World) => emulator.sts.inject({ operation: 'GetCallerIdentity', kind }),
  })),
  {
    name: 'no credentials',
    code: 'no-credentials',
    at: 'role-to-assume',
    fix: /configure-aws-credentials/,
    inputs: ROLE_OFF,
    env: NO_METADATA,
  },
  {
    name: 'half of an access key',
    code: 'half-credentials',
    at: 'AWS_SECRET_ACCESS_KEY',
    fix: /all from one source/,
    inputs: ROLE_OFF,
    env: { ...NO_METADATA, AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE' },
  },
  {
    name: 'another account',
    code: 'account-not-allowed',
    at: 'allowed-account-ids',
    fix: /add this account/,
    inputs: { 'allowed-account-ids': '999999999999' },
  },
  {
    name: 'an endpoint without TLS',
    code: 'endpoint-plain-http',
    at: 'AWS_ENDPOINT_URL',
    fix: /name one with https/,
    env: { AWS_ENDPOINT_URL_IOT: 'http://iot.example.com' },
  },
  {
    name: 'a file of CAs that is not there',
    code: 'ca-bundle',
    at: 'AWS_CA_BUNDLE',
    fix: /PEM file/,
    env: { AWS_CA_BUNDLE: '/nowhere/ca.pem' },
  },
  {
    name: 'a name that DNS does not know',
    code: 'sts',
    at: 'role-to-assume',
    fix: /Check aws-region and the network/,
    env: { AWS_ENDPOINT_URL_STS: 'https://sts.no-such-host.invalid' },
  },
  {
    name: 'a port at which nobody listens',
    code: 'sts',
    at: 'role-to-assume',
    fix: /Check aws-region and the network/,
    env: { AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:9' },
  },
  {
    name: 'a proxy variable without an address',
    code: 'proxy',
    at: 'HTTPS_PROXY',
    fix: /http:\/\/HOST:PORT/,
    env: { HTTPS_PROXY: 'ftp://proxy', AWS_ENDPOINT_URL_STS: 'https://sts.example.com' },
  },
  {
    name: 'a proxy that is not there',
    code: 'proxy-unreachable',
    at: 'HTTPS_PROXY',
    fix: /Correct HTTPS_PROXY/,
    env: { HTTPS_PROXY: 'http://127.0.0.1:9', AWS_ENDPOINT_URL_STS: 'https://sts.example.com' },
  },
];

const github: readonly Mistake[] = [
  {
    name: 'a job without id-token: write',
    code: 'no-id-token',
    at: 'role-to-assume',
    fix: /id-token: write/,
    env: { ACTIONS_ID_TOKEN_REQUEST_URL: undefined },
  },
  {
    name: 'an OIDC endpoint that fails',
    code: 'id-token-failed',
    at: 'role-to-assume',
    fix: /Run the job again/,
    make: ({ emulator }) => emulator.oidc.inject({ operation: 'GetIdToken', kind: '500' }),
  },
  ...(
    [
      ['403', /forbid artifacts/],
      ['500', /githubstatus/],
      ['html-403', /proxy, firewall or sign-in page/],
    ] as const
  ).map(([kind, fix]) => ({
    name: `the artifact service answers ${kind}`,
    code: 'artifact-unavailable',
    at: 'deliver',
    fix,
    inputs: { deliver: 'artifact' },
    make: ({ emulator }: World) => emulator.artifacts.inject({ operation: 'ListArtifacts', kind }),
  })),
  {
    name: 'an upload that is refused',
    code: 'artifact-upload',
    at: 'iot-certificates',
    fix: /actions\/upload-artifact/,
    inputs: { deliver: 'artifact' },
    make: ({ emulator }) => emulator.artifacts.inject({ operation: 'CreateArtifact', kind: '403' }),
  },
  {
    name: "secrets with the job's own token",
    code: 'secret-permission',
    at: 'github-token',
    fix: /create-github-app-token/,
    inputs: { deliver: 'secrets' },
    token: 'job',
  },
  {
    name: 'an environment that does not exist',
    code: 'secret-scope',
    at: 'secret-environment',
    fix: /Create the environment/,
    inputs: { deliver: 'secrets', 'secret-scope': 'environment', 'secret-environment': 'nowhere' },
    token: 'app',
  },
  {
    name: 'a ledger that cannot be committed from a tag',
    code: 'ledger-commit',
    at: 'ledger-commit',
    fix: /on a branch/,
    inputs: { ledger: 'ledger.jsonl', 'ledger-commit': 'true' },
    env: { GITHUB_REF: 'refs/tags/v1' },
  },
];

const files: readonly Mistake[] = [
  {
    name: 'a ledger that is another file',
    code: 'ledger',
    at: 'ledger.jsonl',
    fix: /Correct the line/,
    inputs: { ledger: 'ledger.jsonl' },
    make: ({ job }) => job.write('ledger.jsonl', '{"x":1}\n'),
  },
  {
    name: 'a ledger in UTF-16',
    code: 'ledger',
    at: 'ledger.jsonl',
    fix: /Save it in UTF-8/,
    inputs: { ledger: 'ledger.jsonl' },
    make: ({ job }) => job.write('ledger.jsonl', Buffer.from('\ufeff{}', 'utf16le')),
  },
  {
    name: 'a ledger that was not pulled from Git LFS',
    code: 'ledger',
    at: 'ledger.jsonl',
    fix: /lfs: true/,
    inputs: { ledger: 'ledger.jsonl' },
    make: ({ job }) =>
      job.write('ledger.jsonl', `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 1\n`),
  },
  {
    name: 'a devices file that is not there',
    code: 'devices',
    at: 'devices',
    fix: /relative to the root of the repository/,
    inputs: { devices: 'nope.csv' },
  },
  {
    name: 'a devices file outside of the repository',
    code: 'devices',
    at: 'devices',
    fix: /Name a file of the repository/,
    inputs: { devices: '../devices.csv' },
  },
  {
    name: 'a devices file that is a directory',
    code: 'devices',
    at: 'csrs',
    fix: /Name a file/,
    inputs: { devices: 'csrs' },
  },
  {
    name: 'a devices file in Latin-1',
    code: 'devices',
    at: 'devices.csv',
    fix: /in UTF-8/,
    inputs: { devices: 'devices.csv' },
    make: ({ job }) => job.write('devices.csv', Buffer.from('thing,site\ndevice,K\u00f6ln\n', 'latin1')),
  },
  {
    name: 'a devices file that was not pulled from Git LFS',
    code: 'devices',
    at: 'devices.csv',
    fix: /lfs: true/,
    inputs: { devices: 'devices.csv' },
    make: ({ job }) =>
      job.write('devices.csv', `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 1\n`),
  },
  {
    name: 'a devices file with a line that is none',
    code: 'devices',
    at: 'devices.csv',
    fix: /64 hexadecimal digits/,
    inputs: { devices: 'devices.csv' },
    make: ({ job }) => job.write('devices.csv', 'thing,spki-sha256\ndevice,abc\n'),
  },
  {
    name: 'a column that the devices file does not have',
    code: 'inputs',
    at: 'file-name',
    fix: /Did you mean \{device:site\}\? The file has the columns thing, site\./,
    inputs: { devices: 'devices.csv', 'file-name': '{device:sites}/{name}.pem' },
    make: ({ job }) => job.write('devices.csv', 'thing,site\ndevice,graz\n'),
  },
  {
    name: 'a column where there is no devices file',
    code: 'inputs',
    at: 'file-name',
    fix: /Name the file in `devices`/,
    inputs: { 'file-name': '{device:site}/{name}.pem' },
  },
  {
    name: 'a listed device without a CSR, where that is an error',
    code: 'device-without-csr',
    at: 'devices.csv',
    fix: /Add its CSR/,
    inputs: { devices: 'devices.csv', rules: 'device-without-csr=error, device-without-key=off' },
    make: ({ job }) => job.write('devices.csv', 'thing\ndevice\nother\n'),
  },
  {
    name: 'an audit of a ledger that is not there',
    code: 'ledger',
    at: 'nope.jsonl',
    fix: /Name the ledger/,
    inputs: { mode: 'audit', ledger: 'nope.jsonl' },
  },
  {
    name: 'an output directory that is a file',
    code: 'output-directory',
    at: 'output-directory',
    fix: /Name a directory/,
    inputs: { 'output-directory': 'out' },
    make: ({ job }) => job.write('out', 'a file'),
  },
  {
    name: 'an output directory that is a link',
    code: 'output-directory',
    at: 'output-directory',
    fix: /Remove the link/,
    inputs: { 'output-directory': 'out' },
    make: ({ job }) => symlink(job.temp, join(job.workspace, 'out')),
  },
  {
    name: 'an output directory that may not be written to',
    code: 'output-directory',
    at: 'output-directory',
    fix: /Make the place writable/,
    asUser: true,
    inputs: { 'output-directory': 'out' },
    make: async ({ job }) => {
      await mkdir(join(job.workspace, 'out'), { mode: 0o555 });
    },
  },
  {
    name: 'a device in the place of the ledger',
    code: 'ledger',
    at: '/dev/full',
    fix: /Name a file/,
    inputs: { ledger: '/dev/full' },
  },
  {
    name: 'a manifest of somebody else',
    code: 'manifest',
    at: 'manifest.json',
    fix: /name another output-directory/,
    inputs: { 'output-directory': 'out' },
    make: ({ job }) => job.write('out/manifest.json', '{}'),
  },
  {
    name: 'a SARIF file in the place of the ledger',
    code: 'places-clash',
    at: 'ledger',
    fix: /a path of its own/,
    inputs: { ledger: 'x.json', 'sarif-path': 'x.json' },
  },
  {
    name: 'a runner file that cannot be written',
    code: 'runner-file',
    at: 'GITHUB_OUTPUT',
    fix: /The runner makes this file/,
    env: { GITHUB_OUTPUT: '/nowhere/output' },
  },
  {
    name: 'a summary that cannot be written',
    code: 'report-not-written',
    level: 'warning',
    at: 'GITHUB_STEP_SUMMARY',
    fix: /The runner makes this file/,
    env: { GITHUB_STEP_SUMMARY: '/nowhere/summary' },
  },
  {
    name: 'an event of a fork',
    code: 'fork',
    at: 'mode',
    fix: /mode: validate/,
    env: { GITHUB_EVENT_NAME: 'pull_request' },
    make: async ({ job }) => {
      await writeFile(join(job.temp, 'event.json'), '{}');
    },
  },
];

export const MISTAKES: readonly Mistake[] = [...inputs, ...patterns, ...contents, ...aws, ...github, ...files];
