import {
  AddThingToThingGroupCommand,
  AttachPolicyCommand,
  AttachThingPrincipalCommand,
  CreateThingCommand,
  DescribeBillingGroupCommand,
  DescribeEndpointCommand,
  DescribeProvisioningTemplateCommand,
  DescribeThingCommand,
  DescribeThingGroupCommand,
  DescribeThingTypeCommand,
  DetachPolicyCommand,
  DetachThingPrincipalCommand,
  GetPolicyCommand,
  ListAttachedPoliciesCommand,
  ListPrincipalThingsCommand,
  ListThingGroupsForThingCommand,
  ListThingPrincipalsCommand,
  ListThingPrincipalsV2Command,
  RegisterThingCommand,
  TestAuthorizationCommand,
} from '@aws-sdk/client-iot';
import type { Failure } from './answers.ts';
import { type IotCaller, notOfAws, UNREADABLE } from './iot-caller.ts';

/** Whether a certificate may belong to one thing only. */
export type PrincipalType = 'EXCLUSIVE_THING' | 'NON_EXCLUSIVE_THING';

/** A thing of the account, as `DescribeThing` has it. */
export interface DescribedThing {
  readonly kind: 'thing';
  readonly name: string;
  readonly arn: string;
  readonly typeName: string | undefined;
  readonly billingGroup: string | undefined;
  readonly attributes: ReadonlyMap<string, string>;
  readonly version: number;
}

export interface DescribedType {
  readonly kind: 'type';
  readonly name: string;
  readonly isDeprecated: boolean;
}

export interface DescribedGroup {
  readonly kind: 'group';
  readonly name: string;
  readonly arn: string;
  /** Members are found by a query: nothing can be added, and no policy attached. */
  readonly isDynamic: boolean;
  /** Names of the groups above it, the root first. */
  readonly ancestors: readonly string[];
}

export interface DescribedPolicy {
  readonly kind: 'policy';
  readonly name: string;
  /** JSON, of its default version. */
  readonly document: string;
}

/** A certificate that is attached to a thing. */
export interface Principal {
  readonly arn: string;
  /** Undefined: the service does not say. */
  readonly type: PrincipalType | undefined;
}

/** What `CreateThing` makes. */
export interface NewThing {
  readonly name: string;
  readonly typeName: string | undefined;
  readonly billingGroup: string | undefined;
  readonly attributes: ReadonlyMap<string, string>;
}

/** One page of a listing; undefined `next` on the last one. */
export interface Page<T> {
  readonly kind: 'page';
  readonly items: readonly T[];
  readonly next: string | undefined;
}

interface Done {
  readonly kind: 'done';
}

/** What `TestAuthorization` answers to one action. */
export interface Authorization {
  readonly kind: 'authorization';
  readonly isAllowed: boolean;
  /** `ALLOWED`, `EXPLICIT_DENY`, `IMPLICIT_DENY`. */
  readonly decision: string;
}

/**
 * The calls to AWS IoT that are about things, groups and policies. All of them are harmless to repeat. None throws for
 * what AWS or the network does: it answers with it. Each is documented at
 * https://docs.aws.amazon.com/iot/latest/apireference/API_Operations_AWS_IoT.html under its name in capitals.
 */
export interface IotRegistry {
  describeThing(name: string): Promise<DescribedThing | Failure>;
  describeThingType(name: string): Promise<DescribedType | Failure>;
  describeThingGroup(name: string): Promise<DescribedGroup | Failure>;
  describeBillingGroup(name: string): Promise<{ readonly kind: 'billing-group'; readonly name: string } | Failure>;
  getPolicy(name: string): Promise<DescribedPolicy | Failure>;
  /** The default version of a provisioning template. */
  describeProvisioningTemplate(name: string): Promise<{ readonly kind: 'template'; readonly body: string } | Failure>;
  /**
   * Names of policies.
   *
   * @param target ARN of a certificate or a group
   * @param isRecursive of a group: those of the groups above it, too, which act for its members just the same
   */
  listAttachedPolicies(
    target: string,
    marker: string | undefined,
    isRecursive?: boolean,
  ): Promise<Page<string> | Failure>;
  /** Certificates of a thing, with the type of each attachment. */
  listThingPrincipals(thing: string, marker: string | undefined): Promise<Page<Principal> | Failure>;
  /** As {@link listThingPrincipals}, of the older operation, which does not say types. */
  listThingPrincipalsV1(thing: string, marker: string | undefined): Promise<Page<Principal> | Failure>;
  /** Names of things. @param principal ARN of a certificate */
  listPrincipalThings(principal: string, marker: string | undefined): Promise<Page<string> | Failure>;
  /** Names of groups that a thing is a direct member of. */
  listThingGroupsForThing(thing: string, marker: string | undefined): Promise<Page<string> | Failure>;
  /** The same configuration again succeeds; another is refused with ResourceAlreadyExistsException. */
  createThing(thing: NewThing): Promise<Done | Failure>;
  addThingToThingGroup(thing: string, group: string): Promise<Done | Failure>;
  /**
   * Makes what a provisioning template says. With a certificate in it that exists, and not a CSR, it is harmless to repeat.
   */
  registerThing(templateBody: string, parameters: ReadonlyMap<string, string>): Promise<Done | Failure>;
  /** @param target ARN of a certificate or a group */
  attachPolicy(policy: string, target: string): Promise<Done | Failure>;
  detachPolicy(policy: string, target: string): Promise<Done | Failure>;
  attachThingPrincipal(thing: string, principal: string, type: PrincipalType): Promise<Done | Failure>;
  /** Answers before it is done: several seconds go by until the listing says so. */
  detachThingPrincipal(thing: string, principal: string): Promise<Done | Failure>;
  /** Whether a principal may connect as this client. @param resource ARN `…:client/<id>` */
  testConnect(principal: string, clientId: string, resource: string): Promise<Authorization | Failure>;
  /** The data endpoint whose certificate is Amazon's own (`iot:Data-ATS`). */
  describeEndpoint(): Promise<{ readonly kind: 'endpoint'; readonly address: string } | Failure>;
}

/** The most that a listing gives at a time. */
const PAGE_SIZE = 250;

const DONE: Done = { kind: 'done' };

export function createIotRegistry(caller: IotCaller): IotRegistry {
  return { ...createReads(caller), ...createListings(caller), ...createWrites(caller) };
}

type Reads =
  | 'describeThing'
  | 'describeThingType'
  | 'describeThingGroup'
  | 'describeBillingGroup'
  | 'describeProvisioningTemplate'
  | 'getPolicy'
  | 'testConnect'
  | 'describeEndpoint';

function createReads({ client, ask }: IotCaller): Pick<IotRegistry, Reads> {
  return {
    describeThing: (thingName) =>
      ask(async (options) => {
        const answer = await client.send(new DescribeThingCommand({ thingName }), options);
        const { thingName: name, thingArn: arn, thingTypeName, billingGroupName, attributes = {}, version } = answer;
        if (!name || !arn) return UNREADABLE;
        return {
          kind: 'thing',
          name,
          arn,
          typeName: thingTypeName || undefined,
          billingGroup: billingGroupName || undefined,
          attributes: new Map(Object.entries(attributes)),
          version: version ?? 0,
        };
      }),
    describeThingType: (thingTypeName) =>
      ask(async (options) => {
        const answer = await client.send(new DescribeThingTypeCommand({ thingTypeName }), options);
        if (!answer.thingTypeName) return UNREADABLE;
        const isDeprecated = answer.thingTypeMetadata?.deprecated ?? false;
        return { kind: 'type', name: answer.thingTypeName, isDeprecated };
      }),
    describeThingGroup: (thingGroupName) =>
      ask(async (options) => {
        const answer = await client.send(new DescribeThingGroupCommand({ thingGroupName }), options);
        const { thingGroupName: name, thingGroupArn: arn, queryString, thingGroupMetadata = {} } = answer;
        if (!name || !arn) return UNREADABLE;
        const above = thingGroupMetadata.rootToParentThingGroups ?? [];
        const ancestors = above.flatMap(({ groupName }) => groupName ?? []);
        return { kind: 'group', name, arn, isDynamic: Boolean(queryString), ancestors };
      }),
    describeBillingGroup: (billingGroupName) =>
      ask(async (options) => {
        const answer = await client.send(new DescribeBillingGroupCommand({ billingGroupName }), options);
        if (!answer.billingGroupName) return UNREADABLE;
        return { kind: 'billing-group', name: answer.billingGroupName };
      }),
    describeProvisioningTemplate: (templateName) =>
      ask(async (options) => {
        const answer = await client.send(new DescribeProvisioningTemplateCommand({ templateName }), options);
        return answer.templateBody === undefined ? UNREADABLE : { kind: 'template', body: answer.templateBody };
      }),
    getPolicy: (policyName) =>
      ask(async (options) => {
        const answer = await client.send(new GetPolicyCommand({ policyName }), options);
        if (!answer.policyName || !answer.policyDocument) return UNREADABLE;
        return { kind: 'policy', name: answer.policyName, document: answer.policyDocument };
      }),
    testConnect: (principal, clientId, resource) =>
      ask(async (options) => {
        const authInfos = [{ actionType: 'CONNECT' as const, resources: [resource] }];
        const command = new TestAuthorizationCommand({ principal, clientId, authInfos });
        const [result] = (await client.send(command, options)).authResults ?? [];
        if (!result?.authDecision) return UNREADABLE;
        return {
          kind: 'authorization',
          isAllowed: result.authDecision === 'ALLOWED',
          decision: result.authDecision,
        };
      }),
    describeEndpoint: () =>
      ask(async (options) => {
        const answer = await client.send(new DescribeEndpointCommand({ endpointType: 'iot:Data-ATS' }), options);
        return answer.endpointAddress ? { kind: 'endpoint', address: answer.endpointAddress } : UNREADABLE;
      }),
  };
}

type Listings =
  | 'listAttachedPolicies'
  | 'listThingPrincipals'
  | 'listThingPrincipalsV1'
  | 'listPrincipalThings'
  | 'listThingGroupsForThing';

/** An answer without a list does not say that there is nothing. */
function createListings({ client, ask }: IotCaller): Pick<IotRegistry, Listings> {
  return {
    listAttachedPolicies: (target, marker, recursive = false) =>
      ask(async (options) => {
        const command = new ListAttachedPoliciesCommand({ target, marker, recursive, pageSize: PAGE_SIZE });
        const { policies, nextMarker } = await client.send(command, options);
        return pageOf(
          policies?.flatMap(({ policyName }) => policyName ?? []),
          nextMarker,
        );
      }),
    listThingPrincipals: (thingName, nextToken) =>
      ask(async (options) => {
        const command = new ListThingPrincipalsV2Command({ thingName, nextToken, maxResults: PAGE_SIZE });
        const answer = await client.send(command, options);
        const principals = answer.thingPrincipalObjects?.flatMap(({ principal, thingPrincipalType }) =>
          principal ? [{ arn: principal, type: thingPrincipalType }] : [],
        );
        return pageOf(principals, answer.nextToken);
      }),
    listThingPrincipalsV1: (thingName, nextToken) =>
      ask(async (options) => {
        const command = new ListThingPrincipalsCommand({ thingName, nextToken, maxResults: PAGE_SIZE });
        const answer = await client.send(command, options);
        return pageOf(
          answer.principals?.map((arn) => ({ arn, type: undefined })),
          answer.nextToken,
        );
      }),
    listPrincipalThings: (principal, nextToken) =>
      ask(async (options) => {
        const command = new ListPrincipalThingsCommand({ principal, nextToken, maxResults: PAGE_SIZE });
        const answer = await client.send(command, options);
        return pageOf(answer.things, answer.nextToken);
      }),
    listThingGroupsForThing: (thingName, nextToken) =>
      ask(async (options) => {
        const command = new ListThingGroupsForThingCommand({ thingName, nextToken, maxResults: PAGE_SIZE });
        const answer = await client.send(command, options);
        return pageOf(
          answer.thingGroups?.flatMap(({ groupName }) => groupName ?? []),
          answer.nextToken,
        );
      }),
  };
}

function pageOf<T>(items: readonly T[] | undefined, next: string | undefined): Page<T> | Failure {
  return items === undefined ? UNREADABLE : { kind: 'page', items, next: next || undefined };
}

type Writes =
  | 'createThing'
  | 'addThingToThingGroup'
  | 'attachPolicy'
  | 'detachPolicy'
  | 'attachThingPrincipal'
  | 'detachThingPrincipal'
  | 'registerThing';

function createWrites({ client, ask }: IotCaller): Pick<IotRegistry, Writes> {
  /** These answers have nothing in them: only their request id says that they are AWS's. */
  const empty = (send: (options: { readonly abortSignal: AbortSignal }) => Promise<Answer>): Promise<Done | Failure> =>
    ask(async (options) => {
      const { $metadata } = await send(options);
      return $metadata.requestId === undefined ? notOfAws($metadata.httpStatusCode) : DONE;
    });
  return {
    createThing: ({ name, typeName, billingGroup, attributes }) =>
      ask(async (options) => {
        const command = new CreateThingCommand({
          thingName: name,
          thingTypeName: typeName,
          billingGroupName: billingGroup,
          attributePayload: attributes.size === 0 ? undefined : { attributes: Object.fromEntries(attributes) },
        });
        const answer = await client.send(command, options);
        return answer.thingName === name ? DONE : UNREADABLE;
      }),
    addThingToThingGroup: (thingName, thingGroupName) =>
      empty((options) => client.send(new AddThingToThingGroupCommand({ thingName, thingGroupName }), options)),
    attachPolicy: (policyName, target) =>
      empty((options) => client.send(new AttachPolicyCommand({ policyName, target }), options)),
    detachPolicy: (policyName, target) =>
      empty((options) => client.send(new DetachPolicyCommand({ policyName, target }), options)),
    attachThingPrincipal: (thingName, principal, thingPrincipalType) =>
      empty((options) =>
        client.send(new AttachThingPrincipalCommand({ thingName, principal, thingPrincipalType }), options),
      ),
    registerThing: (templateBody, parameters) =>
      empty((options) =>
        client.send(new RegisterThingCommand({ templateBody, parameters: Object.fromEntries(parameters) }), options),
      ),
    detachThingPrincipal: (thingName, principal) =>
      empty((options) => client.send(new DetachThingPrincipalCommand({ thingName, principal }), options)),
  };
}

interface Answer {
  readonly $metadata: { readonly requestId?: string | undefined; readonly httpStatusCode?: number | undefined };
}
