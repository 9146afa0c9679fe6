import type { Octokit } from './octokit.ts';
import { notGitHub, statusOf } from './refusals.ts';
import { createSeal, type Seal } from './seal.ts';

/** Who keeps the secrets. */
export type SecretScope =
  | {
      /** For Actions, Dependabot or Codespaces. */
      readonly kind: 'repository' | 'dependabot' | 'codespaces';
      readonly owner: string;
      readonly repository: string;
    }
  | {
      readonly kind: 'environment';
      readonly owner: string;
      readonly repository: string;
      readonly environment: string;
    }
  | {
      readonly kind: 'organization';
      readonly organization: string;
      readonly visibility: 'all' | 'private' | 'selected';
      /** Names without the owner, for `selected`. */
      readonly repositories: readonly string[];
    };

/** The secrets of one scope: https://docs.github.com/en/rest/actions/secrets */
export interface SecretVault {
  /**
   * All of them: their names, in capitals, and when each was written last, milliseconds of GitHub's clock; undefined
   * where GitHub does not say.
   */
  list(): Promise<ReadonlyMap<string, number | undefined>>;
  /** Resolves only when the token may write, of which it makes sure without writing anything. Rejects as {@link put} would. */
  probe(): Promise<void>;
  /**
   * Writes, or overwrites. Where GitHub has changed its public key since, with the new one.
   *
   * @returns when, milliseconds of GitHub's clock, to the second; undefined when the answer does not say
   */
  put(name: string, value: string): Promise<number | undefined>;
}

/**
 * A name that GitHub takes from nobody. Permission is looked at before the name is, so the answer says which of the
 * two was wrong, and nothing can come of it.
 */
const IMPOSSIBLE_NAME = 'GITHUB_PERMISSION_PROBE';

/**
 * Finds a scope, and its public key.
 *
 * @throws what Octokit throws: `status` says what is wrong
 */
export async function openVault(octokit: Octokit, scope: SecretScope): Promise<SecretVault> {
  const { path, parameters } = placeOf(scope);
  const fetchKey = async (): Promise<SealingKey> => {
    const response = await octokit.request(`GET ${path}/public-key`, parameters);
    const { key_id: id, key } = response.data as { readonly key_id?: unknown; readonly key?: unknown };
    if (typeof id !== 'string' || typeof key !== 'string') throw notGitHub(response);
    return { id, seal: await createSeal(key) };
  };
  let key = await fetchKey();
  const visible = await visibilityOf(octokit, scope);
  const put = async (name: string, value: string): Promise<number | undefined> => {
    const { id, seal } = key;
    const response = await octokit.request(`PUT ${path}/{name}`, {
      ...parameters,
      ...visible,
      name,
      encrypted_value: seal(value),
      key_id: id,
    });
    if (response.status !== 201 && response.status !== 204) throw notGitHub(response);
    return timeIn(response.headers.date);
  };
  /** GitHub changes its key now and then, and refuses what is sealed for the one before. */
  const putWithPresentKey = async (name: string, value: string): Promise<number | undefined> => {
    try {
      return await put(name, value);
    } catch (error) {
      if (statusOf(error) !== 422) throw error;
      const fresh = await fetchKey();
      if (fresh.id === key.id) throw error;
      key = fresh;
      return put(name, value);
    }
  };
  return {
    async list() {
      const found = new Map<string, number | undefined>();
      for (let page = 1; page <= MAX_PAGES; page++) {
        const response = await octokit.request(`GET ${path}`, { ...parameters, per_page: PAGE_SIZE, page });
        const { secrets } = response.data as { readonly secrets?: unknown };
        if (!Array.isArray(secrets)) throw notGitHub(response);
        for (const { name, updated_at } of secrets) found.set(String(name).toUpperCase(), timeIn(updated_at));
        if (secrets.length < PAGE_SIZE) return found;
      }
      throw new Error(`it gave ${MAX_PAGES} pages, and there are more`);
    },
    async probe() {
      try {
        await put(IMPOSSIBLE_NAME, '');
      } catch (error) {
        // An answer about the name ("Secret names must not start with GITHUB_"): whatever else is answered leaves it open.
        const status = statusOf(error);
        if (status !== 422 && status !== 400) throw error;
      }
    },
    put: putWithPresentKey,
  };
}

function timeIn(text: unknown): number | undefined {
  const time = Date.parse(String(text));
  return Number.isNaN(time) ? undefined : time;
}

const PAGE_SIZE = 100;

/** Ten times as many secrets as any place of GitHub takes: a server that repeats a page is not read for ever. */
const MAX_PAGES = 100;

interface SealingKey {
  readonly id: string;
  readonly seal: Seal;
}

function placeOf(scope: SecretScope): { readonly path: string; readonly parameters: Record<string, string> } {
  if (scope.kind === 'organization') {
    return { path: '/orgs/{org}/actions/secrets', parameters: { org: scope.organization } };
  }
  const parameters = { owner: scope.owner, repo: scope.repository };
  if (scope.kind === 'environment') {
    return {
      path: '/repos/{owner}/{repo}/environments/{environment}/secrets',
      parameters: { ...parameters, environment: scope.environment },
    };
  }
  return { path: `/repos/{owner}/{repo}/${scope.kind === 'repository' ? 'actions' : scope.kind}/secrets`, parameters };
}

/** What goes with each secret of an organization. */
async function visibilityOf(octokit: Octokit, scope: SecretScope): Promise<Record<string, unknown>> {
  if (scope.kind !== 'organization') return {};
  const { organization, visibility, repositories } = scope;
  if (visibility !== 'selected') return { visibility };
  const ids: number[] = [];
  for (const repo of repositories) {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}', { owner: organization, repo });
    ids.push(Number(data.id));
  }
  return { visibility, selected_repository_ids: ids };
}
