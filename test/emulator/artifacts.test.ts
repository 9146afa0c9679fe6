import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';

// @actions/github reads GITHUB_API_URL when it is imported, so one emulator serves all tests of this file.
let emulator: Emulator;
let client: import('@actions/artifact').ArtifactClient;
let directory: string;

beforeAll(async () => {
  emulator = await startEmulator();
  for (const [name, value] of Object.entries(emulator.env)) vi.stubEnv(name, value);
  const { DefaultArtifactClient } = await import('@actions/artifact');
  client = new DefaultArtifactClient();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await emulator.close();
});
beforeEach(async () => {
  // The client logs with workflow commands.
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  directory = await mkdtemp(join(tmpdir(), 'artifact-'));
  await mkdir(join(directory, 'in/deep'), { recursive: true });
  await writeFile(join(directory, 'in/a.pem'), 'certificate a\n');
  await writeFile(join(directory, 'in/deep/b.pem'), 'certificate b\n'.repeat(1_000));
});
afterEach(async () => {
  vi.restoreAllMocks();
  emulator.artifacts.clearFaults();
  await rm(directory, { recursive: true });
});

const upload = (name: string, options: { retentionDays?: number; skipArchive?: boolean } = {}) => {
  const root = join(directory, 'in');
  const files = options.skipArchive ? [join(root, 'a.pem')] : [join(root, 'a.pem'), join(root, 'deep/b.pem')];
  return client.uploadArtifact(name, files, root, options);
};
const findBy = () => {
  const [repositoryOwner = '', repositoryName = ''] = (emulator.env.GITHUB_REPOSITORY ?? '').split('/');
  return {
    token: emulator.githubToken,
    workflowRunId: Number(emulator.env.GITHUB_RUN_ID),
    repositoryOwner,
    repositoryName,
  };
};

test('an artifact is uploaded, found, downloaded and deleted from the job', async () => {
  const { id = 0, digest } = await upload('certificates', { retentionDays: 5 });
  const [kept] = emulator.artifacts.uploaded();
  expect([...(kept?.files() ?? [])].map(([name, content]) => [name, content.length])).toEqual([
    ['a.pem', 14],
    ['deep/b.pem', 14_000],
  ]);
  expect(Math.abs((kept?.expiresMs ?? 0) - Date.now() - 5 * 86_400_000)).toBeLessThan(7_200_000);
  const { artifact } = await client.getArtifact('certificates');
  expect(artifact).toMatchObject({ id, name: 'certificates', digest: `sha256:${digest}` });
  expect((await client.listArtifacts()).artifacts).toEqual([artifact]);
  const path = join(directory, 'out');
  const { digestMismatch } = await client.downloadArtifact(id, { path, expectedHash: `sha256:${digest}` });
  expect(digestMismatch).toBe(false);
  expect(await readFile(join(path, 'deep/b.pem'), 'utf8')).toBe('certificate b\n'.repeat(1_000));
  await client.deleteArtifact('certificates');
  expect((await client.listArtifacts()).artifacts).toEqual([]);
});

test('a single file may go without an archive', async () => {
  const { id = 0 } = await upload('a.pem', { skipArchive: true });
  expect(emulator.artifacts.uploaded().at(-1)?.content.toString()).toBe('certificate a\n');
  const path = join(directory, 'out');
  await client.downloadArtifact(id, { path });
  expect(await readFile(join(path, 'a.pem'), 'utf8')).toBe('certificate a\n');
});

test('a name holds one artifact', async () => {
  await upload('taken');
  await expect(upload('taken')).rejects.toThrow(/\(409\) Conflict: an artifact with this name already exists/);
});

test('another run has artifacts of its own, and a name that is taken in the one before', async () => {
  const { id = 0 } = await upload('shared');
  const before = findBy();
  emulator.configure({ job: { runId: 7 } });
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', emulator.env.ACTIONS_RUNTIME_TOKEN);
  expect(emulator.env).toMatchObject({ GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: '1' });
  expect((await client.listArtifacts()).artifacts).toEqual([]);
  await upload('shared');
  expect(emulator.artifacts.uploaded().slice(-2)).toMatchObject([
    { name: 'shared', runId: before.workflowRunId, attempt: 1 },
    { name: 'shared', runId: 7, attempt: 1 },
  ]);
  expect((await client.getArtifact('shared', { findBy: findBy() })).artifact.id).not.toBe(id);
  // Those of the other run are there for who names it.
  expect((await client.getArtifact('shared', { findBy: before })).artifact.id).toBe(id);
  await client.downloadArtifact(id, { path: join(directory, 'out'), findBy: before });

  emulator.configure({ job: { runId: before.workflowRunId } });
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', emulator.env.ACTIONS_RUNTIME_TOKEN);
  await expect(upload('shared')).rejects.toThrow(/\(409\)/);
});

const rerun = (jobs?: 'failed-jobs' | 'all-jobs'): void => {
  emulator.rerun(jobs);
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', emulator.env.ACTIONS_RUNTIME_TOKEN);
};
const listed = async (): Promise<readonly string[]> => (await client.listArtifacts()).artifacts.map(({ name }) => name);

test('another attempt of the run gets an earlier artifact through the REST API', async () => {
  const { id = 0 } = await upload('earlier');
  rerun();
  expect(emulator.env.GITHUB_RUN_ATTEMPT).toBe('2');
  expect(await listed()).toContain('earlier');
  const out = { path: join(directory, 'not') };
  await expect(client.downloadArtifact(id, out)).rejects.toThrow(/\(404\)/);
  await expect(client.deleteArtifact('earlier')).rejects.toThrow(/\(404\)/);

  const { artifact } = await client.getArtifact('earlier', { findBy: findBy() });
  expect(artifact.id).toBe(id);
  expect((await client.listArtifacts({ findBy: findBy() })).artifacts.map(({ name }) => name)).toContain('earlier');
  const path = join(directory, 'out');
  await client.downloadArtifact(id, { path, findBy: findBy() });
  expect(await readFile(join(path, 'a.pem'), 'utf8')).toBe('certificate a\n');
  await client.deleteArtifact('earlier', { findBy: findBy() });
  await expect(client.getArtifact('earlier', { findBy: findBy() })).rejects.toThrow(/not found/);
});

test('an attempt that repeats all jobs sees no earlier artifact, one that repeats failed jobs those since then', async () => {
  await upload('of the first');
  rerun('all-jobs');
  expect(await listed()).toEqual([]);
  await upload('of the second');
  rerun('failed-jobs');
  expect(await listed()).toEqual(['of the second']);
  rerun('failed-jobs');
  expect(await listed()).toEqual(['of the second']);
});

test('attempts of a run may have artifacts of one name, whose ids do not say which is newer', async () => {
  const ids: number[] = [];
  for (let attempt = 0; attempt < 3; attempt++) {
    if (attempt > 0) rerun();
    ids.push((await upload('same')).id ?? 0);
  }
  const { artifacts } = await client.listArtifacts({ findBy: findBy() });
  expect(artifacts.filter(({ name }) => name === 'same').map((one) => one.id)).toEqual(ids.toReversed());
  expect(ids.toSorted((a, b) => a - b)).not.toEqual(ids);
  // A service with one name for all attempts.
  emulator.configure({ artifactNames: 'of-run' });
  rerun();
  await expect(upload('same')).rejects.toThrow(/\(409\)/);
  emulator.configure({ artifactNames: 'of-attempt' });
});

test('a job has tokens of its own, and shares the artifacts of its attempt', async () => {
  await upload('of the main job');
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', emulator.startJob().ACTIONS_RUNTIME_TOKEN);
  expect(await listed()).toContain('of the main job');
  await upload('of the other job');
  emulator.configure({ job: { runId: 99 } });
  // The job goes on while another run begins.
  expect(await listed()).toContain('of the other job');
  expect((await client.getArtifact('of the other job')).artifact.id).toBe(emulator.artifacts.uploaded().at(-1)?.id);
});

test('faults at the blob and at the service reach the client', async () => {
  emulator.artifacts.inject({ operation: 'PutBlob', kind: '403' });
  await expect(upload('forbidden')).rejects.toThrow();
  emulator.artifacts.clearFaults();
  emulator.artifacts.inject({ operation: 'CreateArtifact', kind: '409', count: 1 });
  await expect(upload('conflict')).rejects.toThrow(/\(409\)/);
  emulator.artifacts.inject({ operation: 'FinalizeArtifact', kind: '403', count: 1 });
  await expect(upload('unfinished')).rejects.toThrow(/\(403\)/);
  // The name is burnt, though nothing is listed under it.
  await expect(upload('unfinished')).rejects.toThrow(/\(409\)/);
  expect((await client.listArtifacts()).artifacts.map(({ name }) => name)).not.toContain('unfinished');
});

test('the services do not let in who has no token, nor take what does not fit', async () => {
  const { ACTIONS_RESULTS_URL, ACTIONS_RUNTIME_TOKEN, GITHUB_API_URL } = emulator.env;
  const twirp = `${ACTIONS_RESULTS_URL}twirp/github.actions.results.api.v1.ArtifactService`;
  const call = (method: string, message: object, token = ACTIONS_RUNTIME_TOKEN): Promise<Response> =>
    fetch(`${twirp}/${method}`, {
      method: 'POST',
      body: JSON.stringify(message),
      headers: { authorization: `Bearer ${token}` },
    });
  const scope = JSON.parse(Buffer.from(ACTIONS_RUNTIME_TOKEN?.split('.')[1] ?? '', 'base64url').toString())
    .scp as string;
  const [, run, job] = /Actions\.Results:([^:]+):(\S+)/.exec(scope) ?? [];
  const ids = { workflow_run_backend_id: run, workflow_job_run_backend_id: job };

  expect((await call('ListArtifacts', ids, 'guess')).status).toBe(401);
  expect((await call('ListArtifacts', {})).status).toBe(403);
  expect((await call('CreateArtifact', { ...ids, name: 'a/b', version: 7 })).status).toBe(400);
  const created = (await (await call('CreateArtifact', { ...ids, name: 'checked', version: 7 })).json()) as {
    signed_upload_url: string;
  };
  const url = created.signed_upload_url;
  const put = (query: string, body: string): Promise<Response> => fetch(`${url}${query}`, { method: 'PUT', body });
  expect((await put('&comp=block&blockid=YWFh', 'content')).status).toBe(201);
  expect((await put('&comp=block&blockid=YWFhYWFh', 'content')).status).toBe(400);
  expect((await put('&comp=blocklist', '<BlockList><Latest>YmJi</Latest></BlockList>')).status).toBe(400);
  expect((await call('FinalizeArtifact', { ...ids, name: 'checked', size: '7' })).status).toBe(412);
  expect((await put('&comp=blocklist', '<BlockList><Latest>YWFh</Latest></BlockList>')).status).toBe(201);
  expect((await fetch(url.replace(/sig=[^&]+/, 'sig=x'), { method: 'PUT', body: 'x' })).status).toBe(403);
  expect((await call('FinalizeArtifact', { ...ids, name: 'checked', size: '8' })).status).toBe(400);
  expect((await call('FinalizeArtifact', { ...ids, name: 'checked', size: '7', hash: 'sha256:00' })).status).toBe(400);
  expect((await call('FinalizeArtifact', { ...ids, name: 'checked', size: '7' })).status).toBe(200);

  expect((await fetch(`${GITHUB_API_URL}/repos/octo-org/device-fleet/actions/runs/1`)).status).toBe(401);
});

test('the REST API tells when the run and each attempt began', async () => {
  const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = emulator.env;
  const get = async (path: string): Promise<Record<string, unknown>> => {
    const headers = { authorization: `Bearer ${emulator.githubToken}` };
    const response = await fetch(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/actions/runs/${path}`, { headers });
    return (await response.json()) as Record<string, unknown>;
  };
  const first = await get(`${GITHUB_RUN_ID}/attempts/1`);
  expect(first).toMatchObject({ id: Number(GITHUB_RUN_ID), run_attempt: 1, run_started_at: first.created_at });
  expect((await get(GITHUB_RUN_ID ?? '')).created_at).toBe(first.created_at);
  expect(await get('1')).toMatchObject({ message: 'Not Found' });
});
