import { beforeAll, expect, it } from 'vitest';
import { createSweeper, LISTING_LAG_MS } from '../../src/issuance/search.ts';
import type { Device } from '../simulation/account.ts';
import { makeFleet } from '../simulation/fleet.ts';
import { BEGIN, openAccount } from './account.ts';

let fleet: readonly [Device, Device, Device];

beforeAll(async () => {
  fleet = (await makeFleet(3)) as unknown as [Device, Device, Device];
});

const keysOf = (...devices: readonly Device[]) => new Set(devices.map(({ csr }) => csr.spkiSha256));

/** A search of the account for the keys of these devices. */
function searching(devices: readonly Device[], known: (id: string) => string | undefined = () => undefined) {
  const opened = openAccount(fleet);
  const sweeper = createSweeper({ access: opened.access, keys: () => keysOf(...devices), known });
  const idsOf = async (wanted: readonly Device[], since: number) => {
    const found = await opened.run(sweeper.look(keysOf(...wanted), since));
    return wanted.map(({ csr }) => (found.get(csr.spkiSha256) ?? []).map(({ id }) => id));
  };
  return { ...opened, idsOf };
}

it('a search finds the certificates of a key, newest first, and not those of another', async () => {
  const [device, other] = fleet;
  const { create, idsOf } = searching(fleet);
  await create(device, other, device);
  const [first, second] = device.certificates;
  expect(await idsOf([device], 0)).toEqual([[second?.id, first?.id]]);
});

it('a search of a key that has no certificate finds none', async () => {
  const { create, idsOf } = searching(fleet);
  await create(fleet[0]);
  expect(await idsOf([fleet[1]], 0)).toEqual([[]]);
});

it('a search back to a time leaves out what was created well before it', async () => {
  const [device] = fleet;
  const { clock, create, idsOf, run } = searching(fleet);
  await create(device);
  await run(new Promise<void>((resolve) => clock.at(BEGIN + 60_000, resolve)));
  await create(device);
  expect(await idsOf([device], BEGIN + 60_000)).toEqual([[device.certificates[1]?.id]]);
});

it('a search goes back five seconds more than its time, for clocks of whole seconds', async () => {
  const [device] = fleet;
  const { create, idsOf } = searching(fleet);
  await create(device);
  expect(await idsOf([device], BEGIN + 5_000)).toEqual([[device.certificates[0]?.id]]);
});

it('a certificate that is gone between its listing and its description is not found', async () => {
  const [device] = fleet;
  const { access, create, run } = searching(fleet);
  await create(device);
  const code = 'ResourceNotFoundException';
  const gone = { kind: 'refused', scope: 'account', code, message: 'gone' } as const;
  const iot = { ...access.iot, describeCertificate: async () => gone };
  const sweeper = createSweeper({ access: { ...access, iot }, keys: () => keysOf(device), known: () => undefined });
  expect(await run(sweeper.look(keysOf(device), 0))).toEqual(new Map());
});

it('a listing that repeats a page is refused: it has no end', async () => {
  const { access, run } = searching(fleet);
  const page = { kind: 'page', certificates: [], next: 'again' } as const;
  const iot = { ...access.iot, listCertificates: async () => page };
  const sweeper = createSweeper({ access: { ...access, iot }, keys: () => keysOf(), known: () => undefined });
  await expect(run(sweeper.look(keysOf(), 0))).rejects.toMatchObject({
    code: 'endless-listing',
  });
});

it('a certificate whose key is known is not looked at', async () => {
  const [device] = fleet;
  const { calls, create, idsOf } = searching(fleet, (id) =>
    id === device.certificates[0]?.id ? device.csr.spkiSha256 : undefined,
  );
  await create(device, device);
  expect(await idsOf([device], 0)).toEqual([[device.certificates[1]?.id]]);
  expect(calls.describe).toBe(1);
});

it('a certificate is looked at once, however often the account is searched, also when it is of no interest', async () => {
  const [device, other] = fleet;
  const { calls, create, idsOf } = searching([device]);
  await create(device, other);
  await idsOf([device], 0);
  await idsOf([device], 0);
  expect(calls.describe).toBe(2);
});

it('a search reads every page of the listing', async () => {
  const [device, other] = fleet;
  const { calls, create, idsOf } = searching([device]);
  await create(device, ...Array.from({ length: 9 }, () => other));
  expect(await idsOf([device], 0)).toEqual([[device.certificates[0]?.id]]);
  expect(calls.list).toBe(4);
});

it('what is found has the status and the time that AWS has, whatever they are', async () => {
  const [device] = fleet;
  const { account, create, access, run } = searching(fleet);
  await create(device);
  for (const found of account.certificates) Object.assign(found, { status: 'REVOKED' });
  const sweeper = createSweeper({ access, keys: () => keysOf(device), known: () => undefined });
  const found = await run(sweeper.look(keysOf(device), 0));
  const [certificate] = device.certificates;
  expect(found.get(device.csr.spkiSha256)).toEqual([
    { id: certificate?.id, pem: certificate?.pem, status: 'REVOKED', createdAt: expect.closeTo(BEGIN, -3) },
  ]);
});

it('an account that cannot be searched is reported, with what to allow', async () => {
  const { access, run } = searching(fleet);
  const refused = { kind: 'refused', scope: 'account', code: 'AccessDeniedException', message: 'no' } as const;
  const iot = { ...access.iot, listCertificates: async () => refused };
  const sweeper = createSweeper({ access: { ...access, iot }, keys: () => keysOf(), known: () => undefined });
  await expect(run(sweeper.look(keysOf(), 0))).rejects.toMatchObject({
    code: 'not-allowed',
    message: expect.stringContaining('iot:ListCertificates'),
  });
});

it('a search that is cancelled ends with the reason of the cancel', async () => {
  const { access, stop, run } = searching(fleet);
  stop.abort('cancelled');
  const sweeper = createSweeper({ access, keys: () => keysOf(), known: () => undefined });
  await expect(run(sweeper.look(keysOf(), 0))).rejects.toBe('cancelled');
});

it('a listing is waited for longer than it was seen to lag', () => {
  expect(LISTING_LAG_MS).toBeGreaterThanOrEqual(2 * 5_000);
});
