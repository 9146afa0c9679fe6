import type { PrincipalType } from '../aws/iot-registry.ts';
import { partitionOf } from '../aws/place.ts';
import type { RequestRate } from '../issuance/request-rate.ts';
import type { Template } from '../naming/template.ts';
import { type TableAddress, tableArn } from '../records/table/address.ts';

/** What is done with AWS: a mode of the step, or the commands about ledgers. */
export type Purpose = 'issue' | 'validate' | 'audit' | 'revoke' | 'retire' | 'ledger';

/** What a run is asked for, as far as it decides which calls of AWS the run may make. Each field is of `Inputs`. */
export interface RunAsked {
  readonly setAsActive: boolean | 'after-delivery';
  readonly requestsPerSecond: Pick<RequestRate, 'kind'>;
  /** Empty: it is not known. */
  readonly region: string;
  readonly ledgerTable: TableAddress | undefined;
  readonly registration: AskedOfRegistry | undefined;
  /** Undefined: no bundles are made. */
  readonly bundle?: object | undefined;
  readonly revoke?: { readonly isDryRun: boolean } | undefined;
  readonly retire?: AskedToRetire | undefined;
}

interface AskedToRetire {
  readonly isDryRun: boolean;
  /** Patterns of the names of things, in which `*` and `?` mean what they mean in a policy; empty: all things. */
  readonly things: readonly string[];
  readonly to: 'INACTIVE' | 'REVOKED' | 'DELETED';
}

/** What a run asks of AWS IoT's registry. */
interface AskedOfRegistry {
  readonly thingName: Template | undefined;
  readonly thingType: string | undefined;
  readonly thingGroups: readonly string[];
  readonly billingGroup: string | undefined;
  readonly policies: readonly string[];
  readonly principalType: PrincipalType;
  readonly provisioning: { readonly name: string; readonly file: string | undefined } | undefined;
}

/** A statement of an IAM policy, as JSON has it. */
export interface Statement {
  readonly Effect: 'Allow';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/**
 * What calls are about: nothing that AWS lets a policy name, any certificate, a certificate and the thing that it is
 * attached to, what the inputs name in the registry, anything that may be found there, or the ledger's table.
 */
type Target = 'nothing' | 'certificates' | 'attachments' | 'named' | 'found' | 'table';

/** Calls that a run may make, by IAM's names, and what they are about. */
type Grant = readonly [Target, ...actions: readonly string[]];

/**
 * The IAM policy of a run: each call that a run of these inputs may come to make, on what it may be about, and no other.
 * Names of resources, and which calls can be limited to some of them:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiot.html
 *
 * @param account of the role; undefined: it is not known, and `*` stands for it
 * @returns the text of the policy, without white space; undefined when the run makes no call that needs a permission
 */
export function runPolicy(purpose: Purpose, asked: RunAsked, account: string | undefined): string | undefined {
  const granted = grantsOf(purpose, asked);
  const actionsOn = (target: Target): readonly string[] =>
    [...new Set(granted.flatMap(([on, ...actions]) => (on === target ? actions : [])))].sort();
  const { things, named, found, certificates, table } = resourcesOf(purpose, asked, account);
  const statements = [
    statement(actionsOn('nothing'), ['*'], inRegion(asked.region)),
    statement(actionsOn('certificates'), certificates),
    statement(actionsOn('attachments'), certificates, { ArnLike: { 'iot:thingArn': oneOrAll(things) } }),
    statement(actionsOn('named'), named),
    statement(actionsOn('found'), found),
    statement(actionsOn('table'), table),
  ].flat();
  return statements.length === 0 ? undefined : JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

function grantsOf(purpose: Purpose, asked: RunAsked): readonly Grant[] {
  switch (purpose) {
    case 'issue':
      return [...issuing(asked), ...looking(asked), ...registering(asked), READS_TABLE, WRITES_TABLE];
    case 'validate':
      return [...looking(asked), READS_TABLE];
    case 'audit':
      return [...FINDS, READS_TABLE, ...(asked.registration === undefined ? [] : READS_THINGS)];
    case 'revoke':
      return [...FINDS, ...changing(asked.revoke)];
    case 'retire':
      return [...FINDS, ...READS_THINGS, ...retiring(asked.retire), ...changing(asked.retire)];
    case 'ledger':
      return [READS_TABLE, WRITES_TABLE];
  }
}

const READS_TABLE: Grant = ['table', 'dynamodb:DescribeTable', 'dynamodb:BatchGetItem', 'dynamodb:Scan'];
const WRITES_TABLE: Grant = ['table', 'dynamodb:PutItem'];

/** What finds certificates, and confirms what records say of them. */
const FINDS: readonly Grant[] = [
  ['nothing', 'iot:ListCertificates'],
  ['certificates', 'iot:DescribeCertificate'],
];

function issuing({ setAsActive, requestsPerSecond, bundle }: RunAsked): readonly Grant[] {
  const readsQuota = requestsPerSecond.kind !== 'rate';
  return [
    ...FINDS,
    ['nothing', 'iot:CreateCertificateFromCsr'],
    ...when(readsQuota, ['nothing', 'servicequotas:GetServiceQuota', 'servicequotas:GetAWSDefaultServiceQuota']),
    ...when(setAsActive === 'after-delivery', ['certificates', 'iot:UpdateCertificate']),
    ...when(bundle !== undefined, ['nothing', 'iot:DescribeEndpoint']),
  ];
}

/** What looks at the registry before anything is created. */
function looking({ registration }: RunAsked): readonly Grant[] {
  if (registration === undefined) return [];
  if (registration.provisioning !== undefined) return lookingByTemplate(registration.provisioning);
  const { thingName, thingType, thingGroups, billingGroup, policies } = registration;
  const hasGroups = thingGroups.length > 0;
  return [
    ...when(policies.length > 0 && !hasGroups, ['named', 'iot:GetPolicy']),
    ...when(thingType !== undefined, ['named', 'iot:DescribeThingType']),
    ...when(billingGroup !== undefined, ['named', 'iot:DescribeBillingGroup']),
    // A group may carry policies that no input names, and a thing be in groups that none names.
    ...when(hasGroups, ['found', 'iot:DescribeThingGroup', 'iot:GetPolicy']),
    ...when(hasGroups, ['named', 'iot:ListThingGroupsForThing']),
    ...when(hasGroups, ['nothing', 'iot:ListAttachedPolicies']),
    // To the newer operation AWS IoT may answer that it is not there.
    ...when(thingName !== undefined, [
      'named',
      'iot:DescribeThing',
      'iot:ListThingPrincipals',
      'iot:ListThingPrincipalsV2',
    ]),
    // Whose the certificates are that a thing holds.
    ...when(thingName !== undefined, ['certificates', 'iot:DescribeCertificate']),
  ];
}

/** What a template names is known only once it is read. */
function lookingByTemplate({ file }: { readonly file: string | undefined }): readonly Grant[] {
  return [
    ['found', 'iot:GetPolicy', 'iot:DescribeThingGroup', 'iot:DescribeThingType', 'iot:DescribeBillingGroup'],
    ['nothing', 'iot:ListAttachedPolicies'],
    ...when(file === undefined, ['named', 'iot:DescribeProvisioningTemplate']),
  ];
}

/**
 * Whether AWS wants permissions for what `RegisterThing` does is not documented. The policy that AWS keeps for this
 * (AWSIoTThingsRegistration) has them beside it.
 */
const BY_TEMPLATE: readonly Grant[] = [
  ['nothing', 'iot:RegisterThing'],
  ['certificates', 'iot:AttachPolicy', 'iot:AttachThingPrincipal'],
  ['found', 'iot:CreateThing', 'iot:UpdateThing', 'iot:CreatePolicy'],
  ['found', 'iot:AddThingToThingGroup', 'iot:RemoveThingFromThingGroup'],
];

function registering({ registration }: RunAsked): readonly Grant[] {
  if (registration === undefined) return [];
  if (registration.provisioning !== undefined) return BY_TEMPLATE;
  const { thingName, thingGroups, policies, principalType } = registration;
  const hasThings = thingName !== undefined;
  return [
    ...when(policies.length > 0, ['certificates', 'iot:AttachPolicy']),
    ...when(policies.length > 0 && hasThings, ['certificates', 'iot:TestAuthorization']),
    ...when(hasThings, ['named', 'iot:CreateThing']),
    ...when(thingGroups.length > 0, ['named', 'iot:AddThingToThingGroup']),
    ...when(hasThings, ['attachments', 'iot:AttachThingPrincipal']),
    // Only an exclusive certificate may be on no other thing.
    ...when(hasThings && principalType === 'EXCLUSIVE_THING', ['certificates', 'iot:ListPrincipalThings']),
  ];
}

/** What changes the status of certificates, and records it. */
function changing(asked: { readonly isDryRun: boolean } | undefined): readonly Grant[] {
  const changes = asked?.isDryRun === false;
  return [READS_TABLE, ...when(changes, WRITES_TABLE), ...when(changes, ['certificates', 'iot:UpdateCertificate'])];
}

/** What things of the ledger hold, and which policies they have, from their groups, too. */
const READS_THINGS: readonly Grant[] = [
  ['named', 'iot:ListThingPrincipals', 'iot:ListThingPrincipalsV2', 'iot:ListThingGroupsForThing'],
  ['found', 'iot:DescribeThingGroup'],
  ['nothing', 'iot:ListAttachedPolicies'],
];

function retiring(asked: AskedToRetire | undefined): readonly Grant[] {
  const changes = asked?.isDryRun === false;
  const deletes = changes && asked.to === 'DELETED';
  return [
    ['certificates', 'iot:ListPrincipalThings'],
    ...when(changes, ['attachments', 'iot:DetachThingPrincipal']),
    ...when(deletes, ['certificates', 'iot:DetachPolicy', 'iot:DeleteCertificate']),
  ];
}

function when(condition: boolean, grant: Grant): readonly Grant[] {
  return condition ? [grant] : [];
}

function resourcesOf(purpose: Purpose, { region, ledgerTable, registration, retire }: RunAsked, account = '*') {
  const partition = partitionOf(region);
  const place = region || '*';
  const each = (kind: string, names: readonly (string | undefined)[]): readonly string[] =>
    names.flatMap((name) => (name === undefined ? [] : `arn:${partition}:iot:${place}:${account}:${kind}/${name}`));
  const { thingName, thingType, thingGroups = [], billingGroup, policies = [], provisioning } = registration ?? {};
  // Things of the ledger may be of other names than those that are made now.
  const isOfLedger = purpose === 'retire' || purpose === 'audit';
  const patterns = isOfLedger ? (retire?.things ?? []) : [`${prefixOf(thingName)}*`];
  const things = each('thing', patterns.length === 0 ? ['*'] : patterns);
  return {
    things,
    named: [
      ...(thingName === undefined && !isOfLedger ? [] : things),
      ...each('provisioningtemplate', provisioning?.file === undefined ? [provisioning?.name] : []),
      ...each('thingtype', [thingType]),
      ...each('thinggroup', thingGroups),
      ...each('billinggroup', [billingGroup]),
      ...each('policy', thingGroups.length > 0 ? [] : policies),
    ],
    found: [
      ...each('policy', ['*']),
      ...each('thinggroup', ['*']),
      ...(provisioning === undefined
        ? []
        : ['thing', 'thingtype', 'billinggroup'].flatMap((kind) => each(kind, ['*']))),
    ],
    certificates: each('cert', ['*']),
    table: ledgerTable === undefined ? [] : [tableArn(ledgerTable, { account, region: place, partition })],
  };
}

/** What the names of all things begin with: the text before the first field. */
function prefixOf(template: Template = []): string {
  const [first] = template;
  return typeof first === 'string' ? first : '';
}

/** Of calls that no ARN limits. */
function inRegion(region: string): Statement['Condition'] | undefined {
  return region === '' ? undefined : { StringEquals: { 'aws:RequestedRegion': region } };
}

function statement(
  actions: readonly string[],
  resources: readonly string[],
  condition?: Statement['Condition'],
): readonly Statement[] {
  if (actions.length === 0 || resources.length === 0) return [];
  return [
    {
      Effect: 'Allow',
      Action: oneOrAll(actions),
      Resource: oneOrAll(resources),
      ...(condition === undefined ? {} : { Condition: condition }),
    },
  ];
}

function oneOrAll(texts: readonly string[]): string | readonly string[] {
  return texts.length === 1 ? (texts[0] ?? '') : texts;
}
