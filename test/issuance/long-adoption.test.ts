import { expect, it } from 'vitest';
import { createCertificateAuthority } from '../../src/emulator/aws/ca.ts';
import { readCertificationRequest } from '../../src/emulator/aws/certification-request.ts';
import { createTokenBucket } from '../../src/emulator/token-bucket.ts';
import { createPacers } from '../../src/issuance/pacers.ts';
import { createSweeper } from '../../src/issuance/search.ts';
import { makeCsr, toPem } from '../csr/make-csr.ts';
import { createVirtualClock } from '../simulation/virtual-clock.ts';

const UNKNOWN = 50_000;
const PER_SECOND = 500;
const LATENCY_MS = 10;
const PAGE = 250;

/** An account whose calls are throttled beyond a quota, on a virtual clock; how long its certificates take to look at. */
async function openAccount() {
  const authority = await createCertificateAuthority();
  const { pem } = await authority.issue(readCertificationRequest(toPem(makeCsr())), 0);
  const virtual = createVirtualClock(1_000_000);
  const quota = { ratePerSecond: PER_SECOND, burst: PER_SECOND };
  const buckets = { list: createTokenBucket(quota, virtual.now), describe: createTokenBucket(quota, virtual.now) };
  const seen = new Map<string, string>();
  let calls = 0;
  const about = (index: number) => ({ id: String(index), arn: '', status: 'INACTIVE', createdAt: UNKNOWN - index });
  let process = 0;
  const answered = async <T>(bucket: keyof typeof buckets, answer: T) => {
    const asked = process;
    // An answer does not reach the dead.
    await new Promise<void>((resolve) => virtual.at(virtual.now() + LATENCY_MS, () => asked === process && resolve()));
    if (!buckets[bucket].take()) return { kind: 'throttled', code: 'ThrottlingException', message: '' } as const;
    if (bucket === 'describe') calls++;
    return answer;
  };
  const iot = {
    listCertificates(marker: string | undefined) {
      const from = Number(marker ?? 0);
      const certificates = Array.from({ length: Math.min(PAGE, UNKNOWN - from) }, (_, n) => about(from + n));
      const next = from + PAGE < UNKNOWN ? String(from + PAGE) : undefined;
      return answered('list', { kind: 'page', certificates, next } as const);
    },
    describeCertificate: (id: string) =>
      answered('describe', { ...about(Number(id)), kind: 'certificate', pem, modifiedAt: undefined } as const),
    awsTime: virtual.now,
  };
  /** A process that looks at what none before it has looked at, and dies when so many have been. */
  const look = async (diesAt: number): Promise<void> => {
    process++;
    const clock = virtual.process();
    const access = { iot, pacers: createPacers(clock), clock, signal: new AbortController().signal };
    const before = new Map(seen);
    const sweeper = createSweeper({
      access,
      keys: () => new Set(),
      known: (id) => before.get(id),
      onSeen: (id, spki) => seen.set(id, spki),
    });
    let isOver = false;
    void sweeper.look(new Set(), 0).then(() => {
      isOver = true;
    });
    await virtual.run(() => isOver || seen.size >= diesAt);
    clock.stop();
  };
  return { look, calls: () => calls, ratio: () => (virtual.now() - 1_000_000) / 1_000 / (UNKNOWN / PER_SECOND) };
}

it('50,000 unknown certificates are looked at in 1.05 times what the quota of 500 a second takes', async () => {
  const account = await openAccount();
  await account.look(Number.POSITIVE_INFINITY);
  expect(account.calls()).toBe(UNKNOWN);
  expect(account.ratio()).toBeLessThanOrEqual(1.05);
});

it('and so they are when the process is killed at half-way, and another one goes on', async () => {
  const account = await openAccount();
  await account.look(UNKNOWN / 2);
  await account.look(Number.POSITIVE_INFINITY);
  // What was under way when it was killed.
  expect(account.calls()).toBeLessThanOrEqual(UNKNOWN + 256);
  expect(account.ratio()).toBeLessThanOrEqual(1.05);
});
