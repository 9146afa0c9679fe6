import { beforeAll, describe, expect, it } from 'vitest';
import type { Csr } from '../../src/csr/csr.ts';
import { resolve, type Unresolved } from '../../src/issuance/resolve.ts';
import { createSweeper, LISTING_LAG_MS } from '../../src/issuance/search.ts';
import { CALM, type Device } from '../simulation/account.ts';
import { makeFleet } from '../simulation/fleet.ts';
import { BEGIN, openAccount } from './account.ts';

let fleet: readonly [Device, Device];

beforeAll(async () => {
  fleet = (await makeFleet(2)) as unknown as [Device, Device];
});

const about = ({ csr }: Device, mayBeLate: boolean): Unresolved<Csr> => ({ csr, since: BEGIN, mayBeLate });

/** @param lag milliseconds until a certificate is listed */
function open(lag = 0) {
  const opened = openAccount(fleet, { ...CALM, lag: 2 * lag });
  const { access, clock, run, calls } = opened;
  const keys = new Set(fleet.map(({ csr }) => csr.spkiSha256));
  const sweeper = createSweeper({ access, keys: () => keys, known: () => undefined });
  /** By device: the ids that were found. Also the searches that it took, and the milliseconds. */
  const resolveAll = async (unresolved: readonly Unresolved<Csr>[], quietSince = clock.now()) => {
    const begin = clock.now();
    const { found, missing, unusable, duplicates } = await run(resolve(unresolved, sweeper, quietSince, access));
    const idsOf = (matches: typeof found) => matches.map(({ certificate }) => certificate.id);
    return {
      found: idsOf(found),
      missing: missing.map(({ path }) => path),
      duplicates: idsOf(duplicates),
      unusable: unusable.map(({ certificateId, status }) => `${status} ${certificateId}`),
      searches: calls.list,
      waited: clock.now() - begin,
    };
  };
  return { ...opened, resolveAll };
}

describe('an unresolved request', () => {
  it('whose certificate is listed is resolved by one search', async () => {
    const [device] = fleet;
    const { create, resolveAll } = open();
    await create(device);
    expect(await resolveAll([about(device, true)])).toMatchObject({
      found: [device.certificates[0]?.id],
      missing: [],
      searches: 1,
    });
  });

  it('that may be listed late counts as missing only after a second search', async () => {
    const [device] = fleet;
    const { resolveAll } = open();
    const resolution = await resolveAll([about(device, true)]);
    expect(resolution).toMatchObject({ found: [], missing: [device.csr.path], searches: 2 });
    expect(resolution.waited).toBeGreaterThanOrEqual(LISTING_LAG_MS);
  });

  it('whose certificate is listed late is found by the second search', async () => {
    const [device] = fleet;
    const { create, resolveAll } = open(LISTING_LAG_MS / 2);
    await create(device);
    expect(await resolveAll([about(device, true)])).toMatchObject({
      found: [device.certificates[0]?.id],
      missing: [],
      searches: 2,
    });
  });

  it('is waited for from the time at which the last request can have been under way', async () => {
    const [device] = fleet;
    const { clock, resolveAll } = open();
    const { waited } = await resolveAll([about(device, true)], clock.now() + 7_000);
    expect(waited).toBeGreaterThanOrEqual(7_000 + LISTING_LAG_MS);
  });

  it('that was given up long ago is searched for twice, without a wait', async () => {
    const [device] = fleet;
    const { clock, resolveAll } = open();
    const { searches, waited } = await resolveAll([about(device, true)], clock.now() - LISTING_LAG_MS);
    expect(searches).toBe(2);
    expect(waited).toBeLessThan(1_000);
  });
});

it('a CSR that cannot be listed late is missing after one search', async () => {
  const [device] = fleet;
  const { resolveAll } = open();
  expect(await resolveAll([about(device, false)])).toMatchObject({ missing: [device.csr.path], searches: 1 });
});

it('the newest of several certificates of a key counts, and the others are named', async () => {
  const [device, other] = fleet;
  const { create, resolveAll } = open();
  await create(device, device, other, device);
  const [first, second, third] = device.certificates;
  expect(await resolveAll([about(device, true), about(other, true)])).toMatchObject({
    found: [third?.id, other.certificates[0]?.id],
    duplicates: [second?.id, first?.id],
    missing: [],
  });
});

it('a CSR whose only certificate is revoked is neither found nor missing', async () => {
  const [device] = fleet;
  const { account, create, resolveAll } = open();
  await create(device);
  for (const certificate of account.certificates) Object.assign(certificate, { status: 'REVOKED' });
  expect(await resolveAll([about(device, true)])).toMatchObject({
    found: [],
    missing: [],
    unusable: [`REVOKED ${device.certificates[0]?.id}`],
  });
});

it('a certificate that can be used counts, also when a newer one is revoked', async () => {
  const [device] = fleet;
  const { account, create, resolveAll } = open();
  await create(device, device);
  Object.assign(account.certificates[1] ?? {}, { status: 'REVOKED' });
  expect(await resolveAll([about(device, true)])).toMatchObject({
    found: [device.certificates[0]?.id],
    unusable: [],
    duplicates: [],
  });
});

it('only what has not been found is searched for again, and the rest stands', async () => {
  const [device, other] = fleet;
  const { create, resolveAll } = open();
  await create(device);
  expect(await resolveAll([about(device, true), about(other, true)])).toMatchObject({
    found: [device.certificates[0]?.id],
    missing: [other.csr.path],
  });
});

it('a cancel ends the wait for late listings', async () => {
  const [device] = fleet;
  const { clock, stop, resolveAll } = open();
  clock.at(clock.now() + 1_000, () => stop.abort('cancelled'));
  await expect(resolveAll([about(device, true)])).rejects.toBe('cancelled');
});
