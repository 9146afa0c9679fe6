import { json, type Reply } from '../http.ts';

const MESSAGES = {
  '401': 'Bad credentials',
  '403': 'Resource not accessible by integration',
  '404': 'Not Found',
  '409': 'an artifact with this name already exists on the workflow run',
  '429': 'Too Many Requests',
  '500': 'Internal Server Error',
  '502': 'Bad Gateway',
  '503': 'Service Unavailable',
} as const;

/** What a service of GitHub answers instead of success: an HTTP status. */
export type GitHubFault = keyof typeof MESSAGES;

export const GITHUB_FAULTS = Object.keys(MESSAGES) as readonly GitHubFault[];

/** The answer for `fault`, readable for GitHub's REST clients (`message`) and Twirp clients (`msg`). */
export function faultReply(fault: GitHubFault): Reply {
  return json(Number(fault), { message: MESSAGES[fault], msg: MESSAGES[fault] });
}
