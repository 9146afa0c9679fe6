import { adviceOn } from '../../aws/advice.ts';
import { failureOf, isBlocked } from '../../aws/answers.ts';
import { isConditionFailure } from '../../aws/dynamodb.ts';
import { UserError } from '../../lib/user-error.ts';

/** What an error about the table names. */
export interface RefusalFacts {
  /** The table as the input `ledger` has it. */
  readonly address: string;
  readonly arn: string;
}

/** What a run that creates certificates calls. */
const CALLS = ['dynamodb:DescribeTable', 'dynamodb:BatchGetItem', 'dynamodb:PutItem'];

/** What judging, auditing and exporting call besides. */
const SCAN = 'dynamodb:Scan';

/** The statement of IAM that a role needs, and no more. */
export function tableStatement(arn: string): string {
  return JSON.stringify({ Effect: 'Allow', Action: [...CALLS, SCAN], Resource: arn });
}

/**
 * Names by which DynamoDB throttles, or says that it may work in a moment.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
 */
const PASSING =
  /^(ProvisionedThroughputExceeded|RequestLimitExceeded|Throttling|LimitExceeded|InternalServer|InternalFailure|ItemCollectionSizeLimitExceeded|ReplicatedWriteConflict|TransactionConflict|ServiceUnavailable)(Exception|Error)?$/;

/** Whether a call of the table that failed may succeed at the next try; every call is harmless to repeat. */
export function mayPass(error: unknown): boolean {
  if (isConditionFailure(error) || error instanceof UserError) return false;
  if (PASSING.test(String((error as { name?: unknown } | undefined)?.name))) return true;
  const failure = failureOf(error);
  return failure.kind !== 'refused' && !isBlocked(failure);
}

/** The error of a call that failed for good. @param action IAM's name of the call */
export function tableRefusal(error: unknown, action: string, { address, arn }: RefusalFacts): UserError {
  if (error instanceof UserError) return error;
  const failure = failureOf(error, Date.now);
  const { code, message } = failure;
  if (/^(ResourceNotFound|TableNotFound)(Exception)?$/.test(code)) {
    return new UserError('ledger-table', 'The table does not exist in this account and region.', {
      where: address,
      fix: 'Create it with docs/infra/ledger-table.yaml, or correct its name, or its region (dynamodb://TABLE?region=…).',
      cause: error,
    });
  }
  const advice = adviceOn(failure, action);
  if (advice?.code === 'not-allowed') {
    return new UserError('ledger-table', `The role may not call ${action} on the table.`, {
      where: address,
      fix: `Add this statement to the role's policy: ${tableStatement(arn)} AWS said: ${code}: ${message}`,
      cause: error,
    });
  }
  return new UserError(
    'ledger-table',
    advice?.message ?? `Amazon DynamoDB did not answer ${action} (${code}: ${message}).`,
    {
      where: address,
      fix: advice?.fix ?? 'See https://health.aws.amazon.com and the capacity of the table, and run the job again.',
      cause: error,
    },
  );
}
