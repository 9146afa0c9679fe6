import { json, type Reply } from '../http.ts';
import { invalid } from './errors.ts';
import type { IotCall, IotRoute } from './iot.ts';
import type { IotOperation } from './iot-operations.ts';
import { type Connection, decide } from './registry/authorization.ts';
import {
  attachPolicy,
  createPolicy,
  deletePolicy,
  detachPolicy,
  effectivePolicies,
  legalPolicyName,
  policiesOf,
} from './registry/policies.ts';
import { found, type Policy, principalOf, type RegistryState, visible } from './registry/state.ts';
import { attachmentsOf } from './registry/things.ts';
import { bodyOf, page, text, texts } from './registry-requests.ts';

const MARKER = { size: 'pageSize', token: 'marker', next: 'nextMarker' };
const ACTIONS: Readonly<Record<string, string>> = {
  CONNECT: 'iot:Connect',
  PUBLISH: 'iot:Publish',
  SUBSCRIBE: 'iot:Subscribe',
  RECEIVE: 'iot:Receive',
};

/** The operations on AWS IoT policies. Shapes as in the service's API model (iot, 2015-05-28). */
export function policyRoutes(state: RegistryState): readonly IotRoute[] {
  const of = (operation: IotOperation, method: string, path: string, work: (call: IotCall) => Reply): IotRoute => ({
    operation,
    method,
    path,
    work,
  });
  const nameIn = ({ parameters }: IotCall): string => legalPolicyName(parameters.policyName ?? '');
  return [
    of('CreatePolicy', 'POST', '/policies/:policyName', (call) => {
      const policy = createPolicy(state, nameIn(call), bodyOf(call).policyDocument);
      return json(200, { ...reference(policy), policyDocument: policy.document, policyVersionId: '1' });
    }),
    of('GetPolicy', 'GET', '/policies/:policyName', (call) => {
      const policy = found(state.policies, nameIn(call), 'Policy');
      const createdAt = policy.createdMs / 1_000;
      return json(200, {
        ...reference(policy),
        policyDocument: policy.document,
        defaultVersionId: '1',
        creationDate: createdAt,
        lastModifiedDate: createdAt,
      });
    }),
    of('DeletePolicy', 'DELETE', '/policies/:policyName', (call) => {
      deletePolicy(state, nameIn(call));
      return json(200, {});
    }),
    of('AttachPolicy', 'PUT', '/target-policies/:policyName', (call) => {
      attachPolicy(state, nameIn(call), bodyOf(call).target);
      return { status: 200 };
    }),
    of('DetachPolicy', 'POST', '/target-policies/:policyName', (call) => {
      detachPolicy(state, nameIn(call), bodyOf(call).target);
      return { status: 200 };
    }),
    of('ListAttachedPolicies', 'POST', '/attached-policies/:target', ({ parameters, query }) => {
      const policies = policiesOf(state, parameters.target, query.get('recursive') === 'true').map(reference);
      return json(200, page('policies', policies, query, MARKER));
    }),
    of('ListTargetsForPolicy', 'POST', '/policy-targets/:policyName', (call) => {
      const { name } = found(state.policies, nameIn(call), 'Policy');
      const targets = visible(state, state.policyTargets)
        .filter(({ policy }) => policy === name)
        .map(({ target }) => target);
      return json(200, page('targets', targets, call.query, MARKER));
    }),
    of('GetEffectivePolicies', 'POST', '/effective-policies', (call) => {
      const principal = text(bodyOf(call), 'principal') ?? '';
      const policies = effectivePolicies(state, principal, call.query.get('thingName') ?? undefined);
      return json(200, {
        effectivePolicies: policies.map((policy) => ({ ...reference(policy), policyDocument: policy.document })),
      });
    }),
    of('TestAuthorization', 'POST', '/test-authorization', (call) => testAuthorization(state, call)),
    of('DescribeEndpoint', 'GET', '/endpoint', ({ query }) =>
      json(200, { endpointAddress: endpoint(state, query.get('endpointType')) }),
    ),
  ];
}

function reference({ name, arn }: Policy): Readonly<Record<string, string>> {
  return { policyName: name, policyArn: arn };
}

/** With a client id, variables and groups of the thing of that name count if the principal is attached to it. */
function testAuthorization(state: RegistryState, call: IotCall): Reply {
  const body = bodyOf(call);
  const principal = principalOf(state, text(body, 'principal') ?? '');
  const clientId = call.query.get('clientId') ?? '';
  const isAttached = attachmentsOf(state, { certificateArn: principal }).some(({ thing }) => thing === clientId);
  const thingName = isAttached ? clientId : undefined;
  const skipped = texts(body, 'policyNamesToSkip');
  const added = texts(body, 'policyNamesToAdd').map((name) => found(state.policies, name, 'Policy'));
  const policies = [...effectivePolicies(state, principal, thingName), ...added].filter(
    ({ name }) => !skipped.includes(name),
  );
  const { authInfos } = body;
  if (!Array.isArray(authInfos) || authInfos.length < 1 || authInfos.length > 10) throw invalid('authInfos: 1 to 10');
  const connection = { clientId, thingName, isAttached };
  return json(200, { authResults: authInfos.map((info) => resultOf(policies, info, connection)) });
}

function resultOf(policies: readonly Policy[], info: unknown, connection: Connection): unknown {
  const { actionType, resources } = (info ?? {}) as { actionType?: unknown; resources?: unknown };
  const action = ACTIONS[String(actionType)];
  if (action === undefined || !Array.isArray(resources)) throw invalid('authInfos: an actionType and resources');
  const decisions = resources.map((resource) => decide(policies, action, String(resource), connection));
  const worst =
    decisions.find(({ decision }) => decision === 'EXPLICIT_DENY') ??
    decisions.find(({ decision }) => decision === 'IMPLICIT_DENY') ??
    decisions[0];
  const references = (wanted: string): unknown => (worst?.decision === wanted ? worst.policies.map(reference) : []);
  return {
    authInfo: info,
    allowed: { policies: references('ALLOWED') },
    denied: {
      implicitDeny: { policies: references('IMPLICIT_DENY') },
      explicitDeny: { policies: references('EXPLICIT_DENY') },
    },
    authDecision: worst?.decision ?? 'IMPLICIT_DENY',
    missingContextValues: [],
  };
}

/** Without a type AWS names its old endpoint, whose certificate is not Amazon's. */
function endpoint({ account }: RegistryState, type: string | null): string {
  const { region } = account;
  if (type === 'iot:Data-ATS') return `a1b2c3d4e5f6g7-ats.iot.${region}.amazonaws.com`;
  if (type === null || type === 'iot:Data') return `a1b2c3d4e5f6g7.iot.${region}.amazonaws.com`;
  if (type === 'iot:CredentialProvider') return `c1b2c3d4e5f6g7.credentials.iot.${region}.amazonaws.com`;
  if (type === 'iot:Jobs') return `a1b2c3d4e5f6g7.jobs.iot.${region}.amazonaws.com`;
  throw invalid(`Endpoint type ${type} is not valid`);
}
