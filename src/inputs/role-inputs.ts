import type { RoleInputs } from '../aws/role.ts';
import { integer, matching, type Parse } from './parsers.ts';

type RoleInputName = 'role-to-assume' | 'role-session-name' | 'role-duration-seconds' | 'audience';

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
const AUDIENCE = 'sts.amazonaws.com';
const AUDIENCE_CHINA = 'sts.amazonaws.com.cn';
const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/;

/**
 * Reads the inputs about the role that is assumed. They are checked even where none is.
 *
 * @returns undefined when no role is asked for: the credentials of the environment count
 */
export function readRoleInputs(
  read: <T, F>(name: RoleInputName, parse: Parse<T>, fallback: F) => T | F,
  {
    isAsked,
    region,
    runId,
  }: { readonly isAsked: boolean; readonly region: string; readonly runId: string | undefined },
): RoleInputs | undefined {
  const arn = read('role-to-assume', matching(ROLE_ARN, 'an ARN such as arn:aws:iam::123456789012:role/csr'), '');
  const sessionName = read(
    'role-session-name',
    matching(/^[\w+=,.@-]{2,64}$/, '2 to 64 letters, digits or _+=,.@-'),
    runId === undefined ? 'iot-certificates' : `iot-certificates-${runId}`,
  );
  const durationSeconds = read('role-duration-seconds', integer(900, 43_200), 3_600);
  const audience = read('audience', (value) => value, region.startsWith('cn-') ? AUDIENCE_CHINA : AUDIENCE);
  return isAsked ? { arn, sessionName, durationSeconds, audience, sessionPolicy: undefined } : undefined;
}
