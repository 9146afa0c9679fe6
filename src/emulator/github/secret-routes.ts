import { json, type Reply } from '../http.ts';
import { faultReply } from './faults.ts';
import type { Run } from './job.ts';
import type { RestCall, RestFault, RestRoute } from './rest.ts';
import type { SecretScope, SecretStore, StoredSecret, Vault } from './secret-store.ts';
import type { Permission } from './tokens.ts';

/**
 * The places where secrets are kept, what a token needs for each, and how many fit.
 * https://docs.github.com/en/actions/reference/security/secrets#limits-for-secrets
 */
const PLACES: readonly {
  readonly scope: SecretScope;
  readonly path: string;
  readonly permission: Permission;
  readonly capacity: number;
}[] = [
  { scope: 'repository', path: '/repos/:owner/:repo/actions/secrets', permission: 'secrets', capacity: 100 },
  {
    scope: 'dependabot',
    path: '/repos/:owner/:repo/dependabot/secrets',
    permission: 'dependabot_secrets',
    capacity: 100,
  },
  {
    scope: 'codespaces',
    path: '/repos/:owner/:repo/codespaces/secrets',
    permission: 'codespaces_secrets',
    capacity: 100,
  },
  {
    scope: 'environment',
    path: '/repos/:owner/:repo/environments/:environment/secrets',
    permission: 'environments',
    capacity: 100,
  },
  // The path of the same in GitHub's older documentation, by the repository's id.
  {
    scope: 'environment',
    path: '/repositories/:repositoryId/environments/:environment/secrets',
    permission: 'environments',
    capacity: 100,
  },
  {
    scope: 'organization',
    path: '/orgs/:org/actions/secrets',
    permission: 'organization_secrets',
    capacity: 1_000,
  },
];

/** 48 KB. */
const MAX_VALUE_BYTES = 49_152;

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/;

/**
 * Secrets of repositories, environments and organizations: https://docs.github.com/en/rest/actions/secrets
 *
 * @param environments those that the repository has
 */
export function secretRoutes(
  store: SecretStore,
  run: Run,
  environments: () => readonly string[],
): readonly RestRoute[] {
  return PLACES.flatMap(({ scope, path, permission, capacity }): readonly RestRoute[] => {
    const inVault =
      (work: (vault: Vault, call: RestCall) => Reply | Promise<Reply>) =>
      (call: RestCall, fault?: RestFault): Reply | Promise<Reply> => {
        const { environment } = call.parameters;
        const known = environments().find((name) => name.toLowerCase() === environment?.toLowerCase());
        if (scope === 'environment' && known === undefined) return faultReply('404');
        const vault = store.vault(scope, known);
        if (fault === 'rotated-key') vault.rotateKey();
        return work(vault, call);
      };
    const read = { permission, access: 'read' } as const;
    const write = { permission, access: 'write' } as const;
    return [
      {
        operation: 'GetSecretPublicKey',
        method: 'GET',
        path: `${path}/public-key`,
        needs: read,
        work: inVault(async (vault) => {
          const { id, publicKey } = await vault.key();
          return json(200, { key_id: id, key: publicKey });
        }),
      },
      {
        operation: 'ListSecrets',
        method: 'GET',
        path,
        needs: read,
        work: inVault((vault, { query, url }) => listed(vault, query, url)),
      },
      {
        operation: 'GetSecret',
        method: 'GET',
        path: `${path}/:name`,
        needs: read,
        work: inVault((vault, { parameters }) => {
          const found = vault.get(parameters.name ?? '');
          return found === undefined ? faultReply('404') : json(200, describe(found));
        }),
      },
      {
        operation: 'PutSecret',
        method: 'PUT',
        path: `${path}/:name`,
        needs: write,
        work: inVault((vault, call) => put(vault, call, scope, capacity, run)),
      },
      {
        operation: 'DeleteSecret',
        method: 'DELETE',
        path: `${path}/:name`,
        needs: write,
        work: inVault((vault, { parameters }) =>
          vault.remove(parameters.name ?? '') ? { status: 204 } : faultReply('404'),
        ),
      },
    ];
  });
}

async function put(
  vault: Vault,
  { parameters, body }: RestCall,
  scope: SecretScope,
  capacity: number,
  run: Run,
): Promise<Reply> {
  const name = parameters.name ?? '';
  let request: Readonly<Record<string, unknown>>;
  try {
    request = JSON.parse(body.toString('utf8')) as Readonly<Record<string, unknown>>;
  } catch {
    return json(400, { message: 'Problems parsing JSON' });
  }
  const { encrypted_value: box, key_id: keyId } = request;
  if (typeof box !== 'string' || !BASE64.test(box)) {
    return unprocessable(`Invalid request.\n\n${String(box)} does not match /${BASE64.source}/.`);
  }
  if (!/^[a-z_]\w*$/i.test(name)) {
    return unprocessable(
      'Secret names can only contain alphanumeric characters ([a-z], [A-Z], [0-9]) or underscores (_). Spaces are not allowed. Must start with a letter ([a-z], [A-Z]) or underscores (_).',
    );
  }
  if (/^github_/i.test(name)) return unprocessable('Secret names must not start with GITHUB_.');
  const key = await vault.key();
  if (keyId !== key.id) return unprocessable('The key_id is not that of the current public key.');
  const value = key.open(Buffer.from(box, 'base64'));
  if (value === undefined) return unprocessable('The encrypted_value is no sealed box for the public key.');
  if (value.length > MAX_VALUE_BYTES) return unprocessable('Secret value is too large: 48 KB at most.');
  if (vault.get(name) === undefined && vault.list().length >= capacity) {
    return unprocessable(`There can be no more than ${capacity} secrets here.`);
  }
  const visible = scope === 'organization' ? visibilityIn(request, run) : undefined;
  if (visible === 'wrong') return unprocessable('Invalid request.\n\nvisibility or selected_repository_ids are wrong.');
  const created = vault.put(name, value.toString('utf8'), visible);
  return created ? json(201, {}) : { status: 204 };
}

function visibilityIn(
  { visibility, selected_repository_ids: ids = [] }: Readonly<Record<string, unknown>>,
  { job }: Run,
): Pick<StoredSecret, 'visibility' | 'selectedRepositoryIds'> | 'wrong' {
  const known = ['all', 'private', 'selected'].find((name) => name === visibility);
  if (known === undefined || !Array.isArray(ids)) return 'wrong';
  if (ids.some((id) => Number(id) !== job.repositoryId) || (known !== 'selected' && ids.length > 0)) return 'wrong';
  return { visibility: known, selectedRepositoryIds: ids.map(Number) };
}

function unprocessable(message: string): Reply {
  return json(422, { message, documentation_url: 'https://docs.github.com/rest/actions/secrets', status: '422' });
}

function listed(vault: Vault, query: URLSearchParams, url: string): Reply {
  const size = Math.min(Math.max(Number(query.get('per_page') ?? '30') || 30, 1), 100);
  const page = Math.max(Number(query.get('page') ?? '1') || 1, 1);
  const all = vault.list();
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (to: number, rel: string): string => `<${url}?per_page=${size}&page=${to}>; rel="${rel}"`;
  const headers: Record<string, string> =
    page < last ? { link: `${link(page + 1, 'next')}, ${link(last, 'last')}` } : {};
  return json(
    200,
    { total_count: all.length, secrets: all.slice((page - 1) * size, page * size).map(describe) },
    headers,
  );
}

function describe({ name, createdMs, updatedMs, visibility }: StoredSecret): Record<string, unknown> {
  return {
    name,
    created_at: new Date(createdMs).toISOString(),
    updated_at: new Date(updatedMs).toISOString(),
    ...(visibility === undefined ? {} : { visibility }),
  };
}
