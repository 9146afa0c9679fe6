import { describe, expect, it } from 'vitest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { type Fleet, instantsWithoutCertificate, startFleet, wrongAfter } from './rotation.ts';
import { startJob } from './step.ts';
import { cancelWhen, signalWhen } from './table-fleet.ts';

const DAY = 24 * 3_600_000;

async function withFleet(
  count: number,
  options: Parameters<typeof startFleet>[1],
  test: (fleet: Fleet) => Promise<void>,
): Promise<void> {
  const fleet = await startFleet(count, options);
  try {
    await fleet.confirm(fleet.things);
    await test(fleet);
  } finally {
    await fleet.close();
  }
}

const inactive = ({ iot }: Emulator): number => iot.certificates().filter(({ status }) => status === 'INACTIVE').length;

/** What is in the ledger of each old certificate. */
async function retiredIn(fleet: Fleet): Promise<number> {
  return (await fleet.ledger()).filter(({ retiredAt }) => retiredAt !== undefined).length;
}

describe('the rotation of 100 things', () => {
  it('leaves none without a certificate at any instant, through throttling, errors and slow detaching', () =>
    withFleet(
      100,
      {
        detachLagMs: 1_500,
        registryLagMs: 300,
        quotas: {
          UpdateCertificate: { ratePerSecond: 20, burst: 20 },
          DescribeCertificate: { ratePerSecond: 40, burst: 40 },
          DetachThingPrincipal: { ratePerSecond: 50, burst: 50 },
        },
      },
      async (fleet) => {
        const { iot } = fleet.emulator;
        iot.inject({ operation: 'UpdateCertificate', kind: 'InternalFailureException', probability: 0.1 });
        iot.inject({ operation: 'DetachThingPrincipal', kind: 'ServiceUnavailableException', probability: 0.1 });
        iot.inject({ operation: 'DescribeCertificate', kind: 'InternalFailureException', probability: 0.05 });
        const result = await fleet.retire();
        expect(result.code, result.log).toBe(0);
        expect(wrongAfter(fleet)).toEqual([]);
        expect(instantsWithoutCertificate(fleet)).toEqual([]);
        expect(await retiredIn(fleet)).toBe(100);
        expect(iot.counters.DescribeCertificate.throttled).toBeGreaterThan(0);
      },
    ));

  it('is finished by the next run after kills, and the post step records what was done', () =>
    withFleet(100, { detachLagMs: 300, latency: { fixedMs: 5, jitterMs: 5 } }, async (fleet) => {
      fleet.emulator.iot.setQuota('UpdateCertificate', { ratePerSecond: 25, burst: 5 });
      for (const round of [0, 1, 2]) {
        const least = inactive(fleet.emulator) + 10;
        const isTime = (): boolean => inactive(fleet.emulator) >= least;
        const onStart = round === 1 ? cancelWhen(isTime) : signalWhen('SIGKILL', isTime);
        const killed = await fleet.retire({}, { onStart });
        expect(killed.code).not.toBe(0);
        expect(instantsWithoutCertificate(fleet)).toEqual([]);
        // The machine of the first one is gone as a whole.
        if (round === 0) continue;
        const before = await retiredIn(fleet);
        const post = await fleet.retire({}, { script: 'post', state: killed.state });
        expect(
          post.annotations.map(({ title }) => title),
          killed.log + post.log,
        ).toContain('ended-early');
        expect(await retiredIn(fleet)).toBeGreaterThanOrEqual(before);
        expect(await retiredIn(fleet)).toBeGreaterThan(0);
      }
      const last = await fleet.retire();
      expect(last.code, last.log).toBe(0);
      expect(wrongAfter(fleet)).toEqual([]);
      expect(instantsWithoutCertificate(fleet)).toEqual([]);
      expect(await retiredIn(fleet)).toBe(100);
    }));

  it('may be done by two runs at the same time', () =>
    withFleet(40, { detachLagMs: 400, latency: { fixedMs: 2, jitterMs: 10 } }, async (fleet) => {
      const other = await startJob();
      try {
        const inputs = (name: string): Record<string, string> => ({ ledger: `../${name}.jsonl` });
        const lines = (await fleet.ledger()).map((line) => `${JSON.stringify(line)}\n`).join('');
        for (const name of ['one', 'two']) await fleet.job.write(`../${name}.jsonl`, lines);
        const results = await Promise.all([
          fleet.retire(inputs('one')),
          fleet.retire(inputs('two'), { env: { RUNNER_TEMP: other.temp } }),
        ]);
        for (const { code, log } of results) expect(code, log).toBe(0);
        expect(wrongAfter(fleet)).toEqual([]);
        expect(instantsWithoutCertificate(fleet)).toEqual([]);
      } finally {
        await other.close();
      }
    }));
});

describe('what was retired', () => {
  it('is revoked, and deleted, by later runs, each after its time', () =>
    withFleet(3, { detachLagMs: 0 }, async (fleet) => {
      // What is not retired yet becomes INACTIVE, whatever it is to become later.
      const first = await fleet.retire({ 'retire-to': 'revoked' });
      expect(first.code, first.log).toBe(0);
      expect(wrongAfter(fleet)).toEqual([]);
      const early = await fleet.retire({ 'retire-to': 'revoked' });
      expect(early.code, early.log).toBe(0);
      expect(early.summary).toContain('3 not INACTIVE for long enough');
      expect(wrongAfter(fleet)).toEqual([]);
      fleet.emulator.configure({ clockSkewMs: 8 * DAY });
      const dry = await fleet.retire({ 'retire-to': 'revoked', 'dry-run': 'true' });
      expect(dry.summary).toContain('3 certificates would be retired');
      const revoked = await fleet.retire({ 'retire-to': 'revoked' });
      expect(revoked.code, revoked.log).toBe(0);
      expect(wrongAfter(fleet, 'REVOKED')).toEqual([]);
      expect((await fleet.ledger()).filter(({ status }) => status === 'REVOKED')).toHaveLength(3);
      const soon = await fleet.retire({ 'retire-to': 'deleted' });
      expect(soon.summary).toContain('3 not INACTIVE for long enough');
      fleet.emulator.configure({ clockSkewMs: 16 * DAY });
      const deleted = await fleet.retire({ 'retire-to': 'deleted' });
      expect(deleted.code, deleted.log).toBe(0);
      expect(fleet.emulator.iot.certificates()).toHaveLength(3);
      expect((await fleet.ledger()).filter(({ status }) => status === 'DELETED')).toHaveLength(3);
      expect(instantsWithoutCertificate(fleet)).toEqual([]);
      const audit = await fleet.run({ mode: 'audit' });
      expect(audit.code, audit.log).toBe(0);
      const after = await fleet.retire({ 'retire-to': 'deleted' });
      expect(after.code, after.log).toBe(0);
    }));

  it('is deleted by a run that is killed, and the next one records it', () =>
    withFleet(6, { detachLagMs: 0 }, async (fleet) => {
      const wait = { 'retire-to': 'deleted', 'retire-wait': '1h' };
      expect((await fleet.retire(wait)).code).toBe(0);
      fleet.emulator.configure({ clockSkewMs: DAY });
      const isTime = (): boolean => fleet.emulator.iot.certificates().length < 10;
      fleet.emulator.iot.setQuota('DeleteCertificate', { ratePerSecond: 5, burst: 1 });
      const killed = await fleet.retire(wait, { onStart: signalWhen('SIGKILL', isTime) });
      expect(killed.signal).toBe('SIGKILL');
      const last = await fleet.retire(wait);
      expect(last.code, last.log).toBe(0);
      expect(fleet.emulator.iot.certificates()).toHaveLength(6);
      expect((await fleet.ledger()).filter(({ status }) => status === 'DELETED')).toHaveLength(6);
      expect(instantsWithoutCertificate(fleet)).toEqual([]);
    }));

  it('gets its old certificate back when the newer one stops being usable meanwhile', () =>
    withFleet(1, { latency: { fixedMs: 60, jitterMs: 0 } }, async (fleet) => {
      const [thing = ''] = fleet.things;
      const { iot } = fleet.emulator;
      const revokeNew = async (): Promise<void> => {
        while (inactive(fleet.emulator) === 0) await new Promise((resolve) => setTimeout(resolve, 1));
        const { UpdateCertificateCommand } = await import('@aws-sdk/client-iot');
        const certificateId = fleet.idOf(thing, 'new');
        iot.setLatency({ fixedMs: 0, jitterMs: 0 });
        await fleet.client.send(new UpdateCertificateCommand({ certificateId, newStatus: 'REVOKED' }));
      };
      const [result] = await Promise.all([fleet.retire(), revokeNew()]);
      expect(result.code, result.log).toBe(1);
      expect(result.annotations.map(({ title }) => title)).toContain('successor-unusable');
      const old = iot.certificates().find(({ id }) => id === fleet.idOf(thing, 'old'));
      expect(old?.status).toBe('ACTIVE');
    }));
});
