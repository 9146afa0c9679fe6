import type { AccessKey } from '../access-keys.ts';
import { AwsError } from '../errors.ts';
import { type Decision, evaluate, type IamRequest } from './evaluate.ts';
import type { PolicyDocument } from './policy-document.ts';

/** A call that reached a service with a good signature, whatever became of it then. */
export interface ObservedCall extends IamRequest {
  /** ARN of the user or of the role's session. */
  readonly principal: string;
  /** Whether the session has a policy of its own. */
  readonly hasSessionPolicy: boolean;
  readonly isAllowed: boolean;
}

/** Decides who may call what, and remembers each call. */
export interface Authorizer {
  /** @throws AwsError 403 AccessDeniedException */
  check(caller: AccessKey, region: string, request: IamRequest): void;
  /** All calls, in the order in which they came. */
  calls(): readonly ObservedCall[];
}

/**
 * Users may do everything. A session may do what its role's policy and its own allow, both of them.
 *
 * @param rolePolicy of the role; undefined: it may do everything
 */
export function createAuthorizer(options: {
  readonly accountId: string;
  readonly roleArn: string;
  readonly rolePolicy: () => PolicyDocument | undefined;
}): Authorizer {
  const { accountId, roleArn, rolePolicy } = options;
  const seen: ObservedCall[] = [];
  return {
    check(caller, region, { action, resources, context }) {
      const isSession = caller.sessionToken !== undefined;
      const request = {
        action,
        resources,
        context: {
          ...context,
          'aws:PrincipalAccount': accountId,
          'aws:PrincipalArn': isSession ? roleArn : caller.arn,
          'aws:RequestedRegion': region,
          'aws:SecureTransport': 'true',
        },
      };
      const denial = isSession ? denialOf(rolePolicy(), caller.sessionPolicy, request) : undefined;
      const hasSessionPolicy = caller.sessionPolicy !== undefined;
      seen.push({ ...request, principal: caller.arn, hasSessionPolicy, isAllowed: denial === undefined });
      if (denial === undefined) return;
      const what = `${action} on resource: ${denial.resource} ${denial.reason}`;
      throw new AwsError('AccessDeniedException', 403, `User: ${caller.arn} is not authorized to perform: ${what}`);
    },
    calls: () => [...seen],
  };
}

/**
 * The one reason that AWS gives: an explicit denial first.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
function denialOf(
  rolePolicy: PolicyDocument | undefined,
  sessionPolicy: PolicyDocument | undefined,
  request: IamRequest,
): { readonly resource: string; readonly reason: string } | undefined {
  const kinds = [
    { policy: rolePolicy, kind: 'identity-based', article: 'an' },
    { policy: sessionPolicy, kind: 'session', article: 'a' },
  ];
  const decisions = kinds.flatMap(({ policy, kind, article }) =>
    policy === undefined ? [] : [{ ...evaluate(policy, request), kind, article }],
  );
  const having = (effect: Decision['effect']) => decisions.find((one) => one.effect === effect);
  const explicit = having('explicit-deny');
  if (explicit !== undefined) {
    const reason = `with an explicit deny in ${explicit.article} ${explicit.kind} policy`;
    return { resource: explicit.resource, reason };
  }
  const implicit = having('implicit-deny');
  if (implicit === undefined) return undefined;
  const reason = `because no ${implicit.kind} policy allows the ${request.action} action`;
  return { resource: implicit.resource, reason };
}
