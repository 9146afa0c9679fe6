import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Emulator, startEmulator } from '../../../src/emulator/emulator.ts';
import type { Rerun } from '../../../src/emulator/github/job.ts';
import { PERMISSIONS } from '../../../src/emulator/github/tokens.ts';
import type { Value } from './expressions.ts';
import { createGroups, type Groups } from './groups.ts';
import type { Permissions } from './permissions.ts';

/** What workflows run in: a repository on this disk, GitHub's services and an AWS account, and programs that record. */
export interface World {
  readonly emulator: Emulator;
  /** Of everything below; removed by {@link close}. */
  readonly root: string;
  /** The bare repository that checkouts clone and push to. */
  readonly repository: string;
  /** In front of every PATH: `gh` and `aws` that write down what they were asked. */
  readonly programs: string;
  /** Adds a commit to main; text also where GitHub's API has the branch. */
  commit(files: Readonly<Record<string, string | Uint8Array>>): void;
  /** The same by Git LFS: the commit has pointers, the content is in the storage. */
  commitLfs(files: Readonly<Record<string, string>>): void;
  /** Puts the content of Git LFS's files in place of their pointers. */
  fetchLfs(workspace: string): void;
  /** Adds to main what was committed through GitHub's API. */
  sync(): void;
  /** A file as main has it now, or another branch; undefined when it is not there. */
  read(path: string, branch?: string): string | undefined;
  branches(): readonly string[];
  /** What stand-ins and recording programs were asked, oldest first: program or action, then its arguments. */
  recorded(): readonly (readonly string[])[];
  record(what: readonly string[]): void;
  /** Of the repository. */
  readonly groups: Groups;
  /**
   * A workflow run begins, or the next attempt of an earlier one.
   *
   * @param id of that one
   */
  startRun(id: number | undefined, jobs: Rerun): { readonly id: number; readonly attempt: number };
  /** A job of a run begins. @returns its environment and its GITHUB_TOKEN */
  startJob(about: {
    readonly environment: string | null;
    readonly github: Readonly<Record<string, Value>>;
    readonly permissions: Permissions;
    /** The reusable workflow that holds it. */
    readonly called: string | null;
  }): readonly [Readonly<Record<string, string>>, string];
  close(): Promise<void>;
}

/**
 * A program that writes down its arguments. `gh auth setup-git` gives a checkout without credentials those of GH_TOKEN.
 *
 * @param records the file it adds them to
 */
function recorderOf(records: string): string {
  return `
const words = process.argv.slice(2);
require('node:fs').appendFileSync(${JSON.stringify(records)}, JSON.stringify(words) + '\\n');
if (words.join(' ') === 'gh auth setup-git') {
  if (!process.env.GH_TOKEN) process.exit(1);
  const git = (...args) => require('node:child_process').execFileSync('git', args, { encoding: 'utf8' }).trim();
  if (git('remote', 'get-url', '--push', 'origin').endsWith('no-credentials')) git('config', '--unset', 'remote.origin.pushurl');
}
`;
}

/** The environments that the documentation names; the role lets in jobs of main, in any of them and in none. */
const ENVIRONMENTS = ['factory', 'release'];

/** The first line of the specification of Git LFS's pointers. */
const LFS = 'version https://git-lfs.github.com/spec/v1';

/** @param otherRegions of the AWS account, beside eu-west-1 */
export async function startWorld(otherRegions: readonly string[] = []): Promise<World> {
  const root = mkdtempSync(join(tmpdir(), 'world-'));
  const repository = join(root, 'repository.git');
  const clone = join(root, 'clone');
  const records = join(root, 'records.jsonl');
  const programs = join(root, 'programs');
  const git = (cwd: string, ...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=o', '-c', 'user.email=o@example.com', ...args], {
      cwd,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  git(root, 'init', '--quiet', '--bare', '--initial-branch=main', repository);
  git(root, 'clone', '--quiet', repository, clone);
  git(clone, 'switch', '--quiet', '--orphan', 'main');
  mkdirSync(programs);
  writeFileSync(records, '');
  const recorder = join(root, 'record.cjs');
  writeFileSync(recorder, recorderOf(records));
  for (const name of ['gh', 'aws']) {
    const program = join(programs, name);
    writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${recorder}' ${name} "$@"\n`);
    chmodSync(program, 0o755);
  }
  const names = 'repo:octo-org/device-fleet';
  const subjects = [`${names}:ref:refs/heads/main`, ...ENVIRONMENTS.map((name) => `${names}:environment:${name}`)];
  let runId = 9_000_000_000;
  const emulator = await startEmulator({
    region: 'eu-west-1',
    otherRegions,
    environments: ENVIRONMENTS,
    trust: { audiences: ['sts.amazonaws.com'], subjects },
  });
  const show = (path: string, branch: string): string | undefined => {
    try {
      return git(repository, 'show', `${branch}:${path}`);
    } catch {
      return undefined;
    }
  };
  const push = (files: Readonly<Record<string, string | Uint8Array>>): void => {
    if (git(clone, 'ls-remote', 'origin', 'main') !== '') git(clone, 'pull', '--quiet', 'origin', 'main');
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(clone, path)), { recursive: true });
      writeFileSync(join(clone, path), content);
    }
    git(clone, 'add', '--all');
    git(clone, 'commit', '--quiet', '--message', 'Change');
    git(clone, 'push', '--quiet', 'origin', 'main');
  };
  const sync = (): void => {
    const [head] = emulator.branches.commits('main');
    if (head?.verified !== true) return;
    const changed = [...head.files].filter(([path, text]) => show(path, 'main') !== text);
    if (changed.length > 0) push(Object.fromEntries(changed));
  };
  const stored = new Map<string, string>();
  const commit = (files: Readonly<Record<string, string | Uint8Array>>): void => {
    push(files);
    const texts = Object.entries(files).map(([path, content]) => [path, Buffer.from(content).toString('utf8')]);
    emulator.branches.push('main', Object.fromEntries(texts));
  };
  return {
    emulator,
    root,
    repository,
    programs,
    commit,
    commitLfs(files) {
      const pointers = Object.entries(files).map(([path, content]) => {
        const oid = createHash('sha256').update(content).digest('hex');
        const pointer = `${LFS}\noid sha256:${oid}\nsize ${Buffer.byteLength(content)}\n`;
        stored.set(pointer, content);
        return [path, pointer] as const;
      });
      commit(Object.fromEntries(pointers));
    },
    fetchLfs(workspace) {
      for (const path of git(workspace, 'ls-files').trim().split('\n')) {
        const content = stored.get(readFileSync(join(workspace, path), 'utf8'));
        if (content === undefined) continue;
        writeFileSync(join(workspace, path), content);
        git(workspace, 'update-index', '--assume-unchanged', path);
      }
    },
    sync,
    read(path, branch = 'main') {
      sync();
      return show(path, branch);
    },
    branches: () => git(repository, 'branch', '--format=%(refname:short)').trim().split('\n'),
    recorded: () =>
      readFileSync(records, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as string[]),
    record: (what) => writeFileSync(records, `${JSON.stringify(what)}\n`, { flag: 'a' }),
    groups: createGroups(),
    startRun(earlier, jobs) {
      const id = earlier ?? ++runId;
      emulator.configure({ job: { runId: id } });
      if (earlier !== undefined) emulator.rerun(jobs);
      return { id, attempt: Number(emulator.env.GITHUB_RUN_ATTEMPT) };
    },
    startJob({ environment, github, permissions, called }) {
      const known = PERMISSIONS.flatMap((name) =>
        permissions[name] === undefined ? [] : [[name, permissions[name]] as const],
      );
      const token = emulator.createToken({
        kind: 'job',
        permissions: { metadata: 'read', ...Object.fromEntries(known) },
      });
      const [runId, eventName] = [Number(github.run_id), String(github.event_name)];
      return [emulator.startJob({ environment, eventName, runId, calledWorkflow: called }), token];
    },
    async close() {
      await emulator.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
