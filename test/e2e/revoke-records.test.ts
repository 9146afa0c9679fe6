import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from './csrs.ts';
import { startJob } from './step.ts';
import { inWorld, makeFleet, signalWhen, type World } from './table-fleet.ts';

const REVOKE = { mode: 'revoke', revoke: 'path=csrs/**', 'dry-run': 'false' };

const revokedIds = ({ emulator }: Pick<World, 'emulator'>): readonly string[] =>
  emulator.iot.certificates().flatMap(({ id, status }) => (status === 'REVOKED' ? [id] : []));

/** Ids of the certificates that the table says are revoked. */
async function revokedInTable(world: World): Promise<readonly string[]> {
  const certificates = (await world.items()).flatMap((item) => item.certificates);
  return certificates.flatMap(({ certificateId, status }) => (status === 'REVOKED' ? [certificateId] : [])).sort();
}

describe.concurrent('revoking by a shared ledger', () => {
  it(
    'revokes in the account and in the table, and the keys get no other certificate',
    inWorld(async (world) => {
      const fleet = makeFleet(3);
      const job = await world.newMachine({ ...fleet, ...makeFleet(2, 'others') });
      expect((await world.main(job, '1', { 'csr-path': '*/*.csr' })).code).toBe(0);
      const dry = await world.main(job, '2', { ...REVOKE, 'dry-run': 'true' });
      expect(dry.code, dry.log).toBe(0);
      expect(dry.outputs['selected-count']).toBe('3');
      expect([revokedIds(world), await revokedInTable(world)]).toEqual([[], []]);
      const real = await world.main(job, '3', REVOKE);
      expect(real.code, real.log).toBe(0);
      expect(real.outputs['revoked-count']).toBe('3');
      expect(await revokedInTable(world)).toEqual([...revokedIds(world)].sort());
      expect(revokedIds(world)).toHaveLength(3);
      const again = await world.main(await world.newMachine(fleet), '4');
      expect(again.annotations.at(-1)).toMatchObject({ title: 'key-revoked' });
    }),
  );

  it(
    'that is killed is recorded by its post step',
    inWorld(async (world) => {
      const job = await world.newMachine(makeFleet(20));
      expect((await world.main(job, '1')).code).toBe(0);
      world.emulator.iot.setQuota('UpdateCertificate', { ratePerSecond: 20, burst: 1 });
      const onStart = signalWhen('SIGKILL', () => revokedIds(world).length >= 5);
      const killed = await world.main(job, '2', REVOKE, onStart);
      expect(await revokedInTable(world)).toEqual([]);
      const post = await world.post(job, '2', killed, REVOKE);
      expect(post.annotations.at(-1)?.title, post.log).toBe('ended-early');
      expect(await revokedInTable(world)).toEqual([...revokedIds(world)].sort());
      const next = await world.main(job, '3', REVOKE);
      expect(next.code, next.log).toBe(0);
      expect(await revokedInTable(world)).toHaveLength(20);
    }),
  );

  it(
    'leaves the claim of a run that asks for another certificate of the key',
    inWorld(async (world) => {
      const fleet = makeFleet(1);
      const job = await world.newMachine(fleet);
      expect((await world.main(job, '1')).code).toBe(0);
      // A run that asks anew gets no answer, and dies: its claim stays until its time is over.
      world.emulator.iot.inject({ operation: 'CreateCertificateFromCsr', kind: 'hang', count: 1 });
      const asked = () => world.emulator.iot.counters.CreateCertificateFromCsr.calls >= 2;
      await world.main(await world.newMachine(fleet), '2', { reissue: 'true' }, signalWhen('SIGKILL', asked));
      const before = (await world.items()).map(({ claim }) => claim?.runId);
      expect(before).toEqual(['2']);
      expect((await world.main(job, '3', REVOKE)).code).toBe(0);
      expect(await revokedInTable(world)).toHaveLength(1);
      expect((await world.items()).map(({ claim }) => claim?.runId)).toEqual(before);
    }),
  );
});

describe('revoking with a ledger that is committed', () => {
  const LEDGER = 'devices/fleet.jsonl';

  it('commits that the certificates are revoked, also when the checkout is older than the branch', async () => {
    const emulator = await startEmulator();
    const jobs = [await startJob(), await startJob()] as const;
    try {
      const token = emulator.createToken({ kind: 'job', permissions: { contents: 'write', metadata: 'read' } });
      const inputs = {
        'aws-region': emulator.region,
        'role-to-assume': emulator.roleArn,
        deliver: 'directory',
        ledger: LEDGER,
        'ledger-commit': 'true',
        'github-token': token,
        reconcile: 'never',
      };
      const [old, other] = jobs;
      await other.write('csrs/a.csr', toPem(makeCsr('a')));
      expect((await other.run({ inputs: { ...inputs, 'csr-path': 'csrs/*.csr' }, env: emulator.env })).code).toBe(0);
      // Its checkout has no ledger yet.
      const result = await old.run({ inputs: { ...inputs, ...REVOKE }, env: emulator.env });
      expect(result.code, result.log).toBe(0);
      expect(revokedIds({ emulator })).toHaveLength(1);
      const [commit] = emulator.branches.commits('main');
      expect(commit?.message).toContain('Record revoked certificates');
      const text = new Map(commit?.files).get(LEDGER);
      expect(text).toContain('"status":"REVOKED"');
      expect(await readFile(join(old.workspace, LEDGER), 'utf8')).toBe(text);
    } finally {
      await Promise.all([...jobs, emulator].map((one) => one.close()));
    }
  });

  it('is refused before anything is revoked when the token may not commit', async () => {
    const emulator = await startEmulator();
    const job = await startJob();
    try {
      const inputs = { 'aws-region': emulator.region, 'role-to-assume': emulator.roleArn, ledger: LEDGER };
      await job.write('csrs/a.csr', toPem(makeCsr('a')));
      const issue = { ...inputs, 'csr-path': 'csrs/*.csr', deliver: 'directory' };
      expect((await job.run({ inputs: issue, env: emulator.env })).code).toBe(0);
      const token = emulator.createToken({ kind: 'job', permissions: { contents: 'read', metadata: 'read' } });
      const commit = { 'ledger-commit': 'true', 'github-token': token };
      const result = await job.run({ inputs: { ...inputs, ...REVOKE, ...commit }, env: emulator.env });
      expect(result.annotations.at(-1)?.title, result.log).toBe('ledger-commit');
      expect(revokedIds({ emulator })).toEqual([]);
    } finally {
      await Promise.all([job.close(), emulator.close()]);
    }
  });
});
