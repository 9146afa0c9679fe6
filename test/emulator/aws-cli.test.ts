import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { idToken } from './clients.ts';
import { makeCsr, type TestCsr } from './csrs.ts';
import { find } from './programs.ts';

const run = promisify(execFile);

/** As in AWS's guide, with a certificate for a CSR. */
const TEMPLATE = JSON.stringify({
  Parameters: { ThingName: { Type: 'String' }, CSR: { Type: 'String' } },
  Resources: {
    thing: { Type: 'AWS::IoT::Thing', Properties: { ThingName: { Ref: 'ThingName' }, AttributePayload: { v: '1' } } },
    certificate: { Type: 'AWS::IoT::Certificate', Properties: { CertificateSigningRequest: { Ref: 'CSR' } } },
  },
});

let emulator: Emulator;
let csr: TestCsr;
let directory: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  [emulator, csr, directory] = await Promise.all([startEmulator(), makeCsr(), mkdtemp(join(tmpdir(), 'cli-'))]);
  await writeFile(join(directory, 'device.csr'), csr.pem);
  const { PATH, HOME } = process.env;
  env = {
    PATH,
    HOME,
    AWS_DEFAULT_REGION: emulator.region,
    AWS_PAGER: '',
    AWS_CONFIG_FILE: join(directory, 'none'),
    ...emulator.env,
    ...emulator.accessKeys,
  };
});
afterAll(async () => {
  await emulator.close();
  await rm(directory, { recursive: true });
});

describe.skipIf(find('aws', ['--version']) === undefined)('the AWS CLI', () => {
  const aws = async (...args: string[]): Promise<unknown> => {
    const { stdout } = await run('aws', [...args, '--output', 'json'], { env, cwd: directory });
    return JSON.parse(stdout) as unknown;
  };

  test('creates, describes and lists a certificate', async () => {
    const created = (await aws(
      'iot',
      'create-certificate-from-csr',
      '--certificate-signing-request',
      'file://device.csr',
      '--set-as-active',
    )) as {
      readonly certificateId: string;
      readonly certificateArn: string;
    };
    const [described, listed] = await Promise.all([
      aws('iot', 'describe-certificate', '--certificate-id', created.certificateId),
      aws('iot', 'list-certificates', '--page-size', '1'),
    ]);
    expect(described).toMatchObject({
      certificateDescription: { certificateArn: created.certificateArn, status: 'ACTIVE' },
    });
    expect(listed).toMatchObject({ certificates: [{ certificateId: created.certificateId }] });
  });

  test('registers a thing, and detaches its certificate', async () => {
    const { certificateArn } = (await aws(
      'iot',
      'create-certificate-from-csr',
      '--certificate-signing-request',
      'file://device.csr',
    )) as { readonly certificateArn: string };
    await aws('iot', 'create-thing', '--thing-name', 'cli-1', '--attribute-payload', 'attributes={line=a}');
    const principal = ['--thing-name', 'cli-1', '--principal', certificateArn];
    await run('aws', ['iot', 'attach-thing-principal', ...principal, '--thing-principal-type', 'EXCLUSIVE_THING'], {
      env,
    });
    expect(await aws('iot', 'list-thing-principals-v2', '--thing-name', 'cli-1')).toMatchObject({
      thingPrincipalObjects: [{ principal: certificateArn, thingPrincipalType: 'EXCLUSIVE_THING' }],
    });
    await run('aws', ['iot', 'detach-thing-principal', ...principal], { env });
    expect(await aws('iot', 'describe-thing', '--thing-name', 'cli-1')).toMatchObject({ attributes: { line: 'a' } });
  });

  test('registers a thing by a template, and keeps the template', async () => {
    await writeFile(join(directory, 'template.json'), TEMPLATE);
    const template = ['--template-body', 'file://template.json'];
    const parameters = JSON.stringify({ ThingName: 'cli-2', CSR: csr.pem });
    const registered = await aws('iot', 'register-thing', ...template, '--parameters', parameters);
    expect(registered).toMatchObject({
      certificatePem: expect.stringMatching(/^-----BEGIN CERTIFICATE-----/),
      resourceArns: { thing: 'arn:aws:iot:us-east-1:123456789012:thing/cli-2' },
    });
    const role = ['--provisioning-role-arn', 'arn:aws:iam::123456789012:role/provisioning'];
    await aws('iot', 'create-provisioning-template', '--template-name', 'cli', ...template, ...role);
    expect(await aws('iot', 'describe-provisioning-template', '--template-name', 'cli')).toMatchObject({
      templateBody: TEMPLATE,
      enabled: false,
    });
  });

  test('is refused what the policy of its session does not allow', async () => {
    const Statement = [{ Effect: 'Allow', Action: 'iot:List*', Resource: '*' }];
    const { Credentials, PackedPolicySize } = (await aws(
      'sts',
      'assume-role-with-web-identity',
      ...['--role-arn', emulator.roleArn, '--role-session-name', 'cli'],
      ...['--web-identity-token', await idToken(emulator)],
      ...['--policy', JSON.stringify({ Version: '2012-10-17', Statement })],
    )) as { readonly Credentials: Readonly<Record<string, string>>; readonly PackedPolicySize: number };
    expect(PackedPolicySize).toBe(5);
    const session = {
      ...env,
      AWS_ACCESS_KEY_ID: Credentials.AccessKeyId,
      AWS_SECRET_ACCESS_KEY: Credentials.SecretAccessKey,
      AWS_SESSION_TOKEN: Credentials.SessionToken,
    };
    await run('aws', ['iot', 'list-certificates'], { env: session });
    const denied = run('aws', ['iot', 'describe-thing', '--thing-name', 'cli-1'], { env: session });
    await expect(denied).rejects.toMatchObject({
      stderr: expect.stringMatching(
        /\(AccessDeniedException\).*because no session policy allows the iot:DescribeThing action/,
      ),
    });
  });

  test('asks who it is, and assumes the role', async () => {
    const [identity, assumed] = await Promise.all([
      aws('sts', 'get-caller-identity'),
      aws(
        'sts',
        'assume-role-with-web-identity',
        '--role-arn',
        emulator.roleArn,
        '--role-session-name',
        'cli',
        '--web-identity-token',
        await idToken(emulator),
      ),
    ]);
    expect(identity).toMatchObject({ Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/operator' });
    expect(assumed).toMatchObject({
      AssumedRoleUser: { Arn: 'arn:aws:sts::123456789012:assumed-role/certificate-issuer/cli' },
    });
  });
});

const BOTO3 = `
import boto3, botocore.config, sys
iot = boto3.client('iot', config=botocore.config.Config(retries={'total_max_attempts': 1}))
pem = open('device.csr').read()
ids = [iot.create_certificate_from_csr(certificateSigningRequest=pem)['certificateId'] for _ in range(3)]
iot.update_certificate(certificateId=ids[0], newStatus='ACTIVE')
listed = [c['certificateId'] for p in iot.get_paginator('list_certificates').paginate(PaginationConfig={'PageSize': 2}) for c in p['certificates']]
assert listed[:3] == ids[::-1], listed
assert iot.describe_certificate(certificateId=ids[0])['certificateDescription']['status'] == 'ACTIVE'
try:
    iot.create_certificate_from_csr(certificateSigningRequest='nonsense')
except iot.exceptions.InvalidRequestException as error:
    print(error.response['Error']['Code'])
`;

test.skipIf(find('python3', ['-c', 'import boto3']) === undefined)(
  'boto3 creates, updates, pages and reads errors',
  async () => {
    const { stdout } = await run('python3', ['-c', BOTO3], { env, cwd: directory });
    expect(stdout.trim()).toBe('InvalidRequestException');
  },
);

const BOTO3_REGISTRY = `
import boto3, botocore.config, json
iot = boto3.client('iot', config=botocore.config.Config(retries={'total_max_attempts': 1}))
arn = iot.create_certificate_from_csr(certificateSigningRequest=open('device.csr').read())['certificateArn']
iot.create_thing_type(thingTypeName='boto-type')
iot.create_thing(thingName='boto-1', thingTypeName='boto-type')
try:
    iot.create_thing(thingName='boto-1')
except iot.exceptions.ResourceAlreadyExistsException as error:
    print(error.response['Error']['Code'], error.response['resourceId'])
group = iot.create_thing_group(thingGroupName='boto-group')['thingGroupArn']
iot.add_thing_to_thing_group(thingName='boto-1', thingGroupName='boto-group')
document = json.dumps({'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Action': 'iot:Connect', 'Resource': '*'}]})
iot.create_policy(policyName='boto-policy', policyDocument=document)
iot.attach_policy(policyName='boto-policy', target=group)
assert iot.list_attached_policies(target=group)['policies'][0]['policyName'] == 'boto-policy'
iot.attach_thing_principal(thingName='boto-1', principal=arn)
assert iot.list_thing_principals(thingName='boto-1')['principals'] == [arn]
effective = iot.get_effective_policies(principal=arn, thingName='boto-1')['effectivePolicies']
assert [policy['policyName'] for policy in effective] == ['boto-policy'], effective
for extra in range(2):
    iot.create_policy(policyName=f'boto-{extra}', policyDocument=document)
    try:
        iot.attach_policy(policyName=f'boto-{extra}', target=group)
    except iot.exceptions.LimitExceededException as error:
        print(error.response['Error']['Code'], error.response['ResponseMetadata']['HTTPStatusCode'])
`;

test.skipIf(find('python3', ['-c', 'import boto3']) === undefined)(
  'boto3 registers a thing with its policies',
  async () => {
    const { stdout } = await run('python3', ['-c', BOTO3_REGISTRY], { env, cwd: directory });
    expect(stdout.trim().split('\n')).toEqual(['ResourceAlreadyExistsException boto-1', 'LimitExceededException 410']);
  },
);

const BOTO3_TEMPLATE = `
import boto3, botocore.config, sys
config = botocore.config.Config(retries={'total_max_attempts': 1})
iot, sts = boto3.client('iot', config=config), boto3.client('sts', config=config)
template, pem = sys.argv[1], open('device.csr').read()
registered = iot.register_thing(templateBody=template, parameters={'ThingName': 'boto-2', 'CSR': pem})
assert registered['certificatePem'].startswith('-----BEGIN CERTIFICATE-----'), registered
assert iot.list_thing_principals(thingName='boto-2')['principals'] == [registered['resourceArns']['certificate']]
for name, old, new in ('boto-2', '"v":"1"', '"v":"2"'), ('boto-3', '"v":"1"', '"v":"?"'), ('boto-3', 'Resources', 'Mappings'):
    try:
        iot.register_thing(templateBody=template.replace(old, new), parameters={'ThingName': name, 'CSR': pem})
    except (iot.exceptions.ConflictingResourceUpdateException, iot.exceptions.ResourceRegistrationFailureException, iot.exceptions.InvalidRequestException) as error:
        print(error.response['Error']['Code'], error.response['ResponseMetadata']['HTTPStatusCode'])
try:
    sts.assume_role_with_web_identity(RoleArn=sys.argv[2], RoleSessionName='boto', WebIdentityToken=sys.argv[3], Policy='{"Version": "2012-10-17"}')
except sts.exceptions.MalformedPolicyDocumentException as error:
    print(error.response['Error']['Code'], error.response['ResponseMetadata']['HTTPStatusCode'])
`;

test.skipIf(find('python3', ['-c', 'import boto3']) === undefined)(
  'boto3 registers a thing by a template, and reads what is refused',
  async () => {
    const args = ['-c', BOTO3_TEMPLATE, TEMPLATE, emulator.roleArn, await idToken(emulator)];
    const { stdout } = await run('python3', args, { env, cwd: directory });
    expect(stdout.trim().split('\n')).toEqual([
      'ConflictingResourceUpdateException 409',
      'ResourceRegistrationFailureException 400',
      'InvalidRequestException 400',
      'MalformedPolicyDocument 400',
    ]);
  },
);
