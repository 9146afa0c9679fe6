import { createHash, randomBytes } from 'node:crypto';

/** A commit on a branch of the repository. */
export interface BranchCommit {
  readonly oid: string;
  readonly message: string;
  /** Made and signed by GitHub. */
  readonly verified: boolean;
  /** The files of the tree, by their paths. */
  readonly files: ReadonlyMap<string, string>;
}

/** How a branch is protected: classic branch protection, or a ruleset. */
export interface Protection {
  readonly by: 'classic' | 'ruleset';
  readonly rule: 'pull_request' | 'update';
  /** Whether whoever asks may bypass it. */
  readonly bypass?: boolean;
}

/** The branches of the emulated repository. */
export interface BranchStore {
  /** Newest first; none when there is no such branch. */
  commits(branch: string): readonly BranchCommit[];
  /** Adds a commit, as a push does. @returns its id */
  push(branch: string, files: Readonly<Record<string, string>>, message?: string, verified?: boolean): string;
  protection(branch: string): Protection | undefined;
  protect(branch: string, protection: Protection | undefined): void;
}

/** A repository with the branch `main`, which holds a README. */
export function createBranchStore(): BranchStore {
  const branches = new Map<string, readonly BranchCommit[]>();
  const protections = new Map<string, Protection>();
  const store: BranchStore = {
    commits: (branch) => branches.get(branch) ?? [],
    push(branch, files, message = 'A change', verified = false) {
      const before = store.commits(branch);
      const all = new Map([...(before[0]?.files ?? []), ...Object.entries(files)]);
      const oid = createHash('sha1').update(randomBytes(20)).digest('hex');
      branches.set(branch, [{ oid, message, verified, files: all }, ...before]);
      return oid;
    },
    protection: (branch) => protections.get(branch),
    protect(branch, protection) {
      if (protection === undefined) protections.delete(branch);
      else protections.set(branch, protection);
    },
  };
  store.push('main', { 'README.md': '# Devices\n' }, 'Initial commit');
  return store;
}
