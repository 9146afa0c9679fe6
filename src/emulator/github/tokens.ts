import { randomBytes } from 'node:crypto';
import { json, type Reply } from '../http.ts';

/** The permissions that something here asks for, by the names GitHub gives them in its API. */
export const PERMISSIONS = [
  'actions',
  'contents',
  'metadata',
  'secrets',
  'environments',
  'organization_secrets',
  'dependabot_secrets',
  'codespaces_secrets',
] as const;

export type Permission = (typeof PERMISSIONS)[number];
export type Access = 'read' | 'write';

/** What a token may do. */
export interface Grant {
  /** A job's GITHUB_TOKEN, the installation token of a GitHub App, or a fine-grained personal access token. */
  readonly kind: 'job' | 'app' | 'pat';
  readonly permissions: Readonly<Partial<Record<Permission, Access>>>;
}

/** What a call needs. */
export interface Need {
  readonly permission: Permission;
  readonly access: Access;
}

export interface Tokens {
  /** A GITHUB_TOKEN of the job: no workflow can give it access to secrets. */
  readonly ofJob: string;
  create(grant: Grant): string;
  /** @param authorization the header of that name */
  find(authorization: string | undefined): { readonly token: string; readonly grant: Grant } | undefined;
}

const PREFIXES = { job: 'ghs_', app: 'ghs_', pat: 'github_pat_' } as const;

export function createTokens(): Tokens {
  const grants = new Map<string, Grant>();
  const create = (grant: Grant): string => {
    const token = `${PREFIXES[grant.kind]}${randomBytes(18).toString('hex')}`;
    grants.set(token, grant);
    return token;
  };
  return {
    ofJob: create({ kind: 'job', permissions: { actions: 'write', metadata: 'read' } }),
    create,
    find(authorization = '') {
      const [scheme = '', token = ''] = authorization.split(' ');
      const grant = /^(?:bearer|token)$/i.test(scheme) ? grants.get(token) : undefined;
      return grant === undefined ? undefined : { token, grant };
    },
  };
}

/** Undefined when the token may; otherwise what GitHub answers. */
export function refuseAccess({ kind, permissions }: Grant, { permission, access }: Need): Reply | undefined {
  const given = permissions[permission];
  if (given === 'write' || given === access) return undefined;
  const who = kind === 'pat' ? 'personal access token' : 'integration';
  return json(
    403,
    { message: `Resource not accessible by ${who}`, documentation_url: 'https://docs.github.com/rest', status: '403' },
    { 'x-accepted-github-permissions': `${permission}=${access}` },
  );
}

/** @throws TypeError for what is no grant */
export function checkGrant(value: Readonly<Record<string, unknown>>): Grant {
  const { kind, permissions } = value;
  if (kind !== 'job' && kind !== 'app' && kind !== 'pat') throw new TypeError('kind: one of job, app, pat');
  if (typeof permissions !== 'object' || permissions === null) throw new TypeError('permissions: an object');
  for (const [name, access] of Object.entries(permissions)) {
    if (!PERMISSIONS.some((known) => known === name)) {
      throw new TypeError(`permissions: ${name} is none of ${PERMISSIONS.join(', ')}`);
    }
    if (access !== 'read' && access !== 'write') throw new TypeError(`permissions: ${name} is read or write`);
  }
  return { kind, permissions };
}
