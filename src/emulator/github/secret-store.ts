import type { Clock } from '../clock.ts';
import { type BoxKey, createBoxKey } from './sealed-boxes.ts';

/** Who keeps secrets here: the repository for Actions, Dependabot and Codespaces, its environments, its owner. */
export const SECRET_SCOPES = ['repository', 'dependabot', 'codespaces', 'environment', 'organization'] as const;

export type SecretScope = (typeof SECRET_SCOPES)[number];

/** A secret, opened. */
export interface StoredSecret {
  readonly scope: SecretScope;
  /** Of an environment secret. */
  readonly environment: string | undefined;
  /** In capitals. */
  readonly name: string;
  readonly value: string;
  readonly createdMs: number;
  readonly updatedMs: number;
  /** How often it was written. */
  readonly writes: number;
  /** Of an organization secret. */
  readonly visibility: string | undefined;
  readonly selectedRepositoryIds: readonly number[];
}

/** The secrets of one scope. */
export interface Vault {
  /** Sorted by name. */
  list(): readonly StoredSecret[];
  key(): Promise<BoxKey>;
  /** The next key is another one; what is sealed for this one cannot be opened any more. */
  rotateKey(): void;
  get(name: string): StoredSecret | undefined;
  /** True when there was none of this name. */
  put(name: string, value: string, visible?: Pick<StoredSecret, 'visibility' | 'selectedRepositoryIds'>): boolean;
  remove(name: string): boolean;
}

export interface SecretStore {
  vault(scope: SecretScope, environment?: string): Vault;
  /** Every secret of every scope. */
  all(): readonly StoredSecret[];
}

export function createSecretStore(clock: Clock): SecretStore {
  const vaults = new Map<string, Vault>();
  return {
    vault(scope, environment) {
      const id = `${scope} ${environment?.toLowerCase() ?? ''}`;
      const known = vaults.get(id) ?? createVault(scope, environment, clock);
      vaults.set(id, known);
      return known;
    },
    all: () => [...vaults.values()].flatMap((vault) => vault.list()),
  };
}

function createVault(scope: SecretScope, environment: string | undefined, clock: Clock): Vault {
  const secrets = new Map<string, StoredSecret>();
  let key: Promise<BoxKey> | undefined;
  return {
    list: () => [...secrets.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    async key() {
      key ??= createBoxKey();
      return key;
    },
    rotateKey() {
      key = undefined;
    },
    get: (name) => secrets.get(name.toUpperCase()),
    put(given, value, visible = { visibility: undefined, selectedRepositoryIds: [] }) {
      const name = given.toUpperCase();
      const before = secrets.get(name);
      const now = clock.now();
      secrets.set(name, {
        scope,
        environment,
        name,
        value,
        createdMs: before?.createdMs ?? now,
        updatedMs: now,
        writes: (before?.writes ?? 0) + 1,
        ...visible,
      });
      return before === undefined;
    },
    remove: (name) => secrets.delete(name.toUpperCase()),
  };
}
