import { beforeAll, describe, expect, it } from 'vitest';
import type { Csr } from '../../src/csr/csr.ts';
import { plan } from '../../src/issuance/plan.ts';
import type { Certificate } from '../../src/records/certificate.ts';
import { createKnowledge, type Retired } from '../../src/records/knowledge.ts';
import type { Device } from '../simulation/account.ts';
import { makeFleet } from '../simulation/fleet.ts';

let device: Device;
let other: Device;

beforeAll(async () => {
  [device, other] = (await makeFleet(2)) as unknown as [Device, Device];
});

const certificateOf = ({ certificates }: Device, number = 0, recorded: Partial<Certificate> = {}) => {
  const { id = '', pem = '' } = certificates[number] ?? {};
  return { pem, record: { id, status: undefined, issuedAt: undefined, origin: undefined, ...recorded } };
};

/** The plan for one CSR, with what is known of its key and what stands in its place. */
async function planFor(options: {
  readonly known?: readonly Certificate[];
  readonly atPlace?: string;
  readonly reissue?: boolean;
  readonly retired?: Retired;
}) {
  const knowledge = createKnowledge();
  for (const certificate of options.known ?? []) knowledge.add(device.csr.spkiSha256, certificate);
  if (options.retired !== undefined) knowledge.retire(device.csr.spkiSha256, options.retired);
  const read = async (_: Csr) => options.atPlace;
  const { create, reuse } = await plan([device.csr], knowledge, read, options.reissue ?? false);
  return create.length === 1 ? 'create' : reuse[0];
}

describe('a CSR', () => {
  it('of which nothing is known has no candidate, and may get a certificate', async () => {
    expect(await planFor({})).toBe('create');
  });

  it('whose certificate is known by its id has that as candidate', async () => {
    const { record } = certificateOf(device);
    expect(await planFor({ known: [record] })).toEqual({
      csr: device.csr,
      candidates: [record],
      storedId: undefined,
      isStoredAlone: true,
    });
  });

  it('whose certificate stands in its place without a record has that as candidate', async () => {
    const { record, pem } = certificateOf(device);
    expect(await planFor({ atPlace: pem })).toEqual({
      csr: device.csr,
      candidates: [{ ...record, pem }],
      storedId: record.id,
      isStoredAlone: true,
    });
  });

  it('whose certificate is known and stands in its place keeps what the record says', async () => {
    const { record, pem } = certificateOf(device, 0, { status: 'ACTIVE', issuedAt: '2026-11-24T00:00:00.000Z' });
    expect(await planFor({ known: [record], atPlace: pem })).toEqual({
      csr: device.csr,
      candidates: [{ ...record, pem }],
      storedId: record.id,
      isStoredAlone: true,
    });
  });

  it('with several certificates prefers the one in its place, and then the newest', async () => {
    const inPlace = certificateOf(device, 1);
    const old = certificateOf(device, 2, { issuedAt: '2026-11-24T00:00:00.000Z' }).record;
    const newest = certificateOf(device, 3, { issuedAt: '2026-11-25T00:00:00.000Z' }).record;
    expect(await planFor({ known: [old, newest], atPlace: inPlace.pem })).toEqual({
      csr: device.csr,
      candidates: [{ ...inPlace.record, pem: inPlace.pem }, newest, old],
      storedId: inPlace.record.id,
      isStoredAlone: true,
    });
  });

  it('in whose place more than its certificate stands gets it written again', async () => {
    const { pem, record } = certificateOf(device);
    const planned = await planFor({ atPlace: pem + certificateOf(other).pem });
    expect(planned).toMatchObject({ candidates: [{ ...record, pem }], isStoredAlone: false });
  });

  it('whose certificate was retired gets no other for it, though it stands in its place', async () => {
    const { record, pem } = certificateOf(device);
    const retired = { certificateId: record.id, status: 'REVOKED' };
    expect(await planFor({ known: [record], atPlace: pem, retired })).toBe('create');
  });

  it('that is to be reissued may get another certificate, whatever stands in its place', async () => {
    expect(await planFor({ atPlace: certificateOf(device).pem, reissue: true })).toBe('create');
  });

  it('that this run has reissued already is not reissued again', async () => {
    const { record } = certificateOf(device, 1);
    const planned = await planFor({ known: [record], atPlace: certificateOf(device).pem, reissue: true });
    expect(planned).toMatchObject({ candidates: [record] });
  });

  it.each([
    ['the certificate of another key', () => certificateOf(other).pem],
    ['a file that is no certificate', () => 'notes'],
  ])('in whose place stands %s stops the run, which overwrites nothing', async (_, atPlace) => {
    await expect(planFor({ atPlace: atPlace() })).rejects.toMatchObject({
      code: 'would-overwrite',
      message: expect.stringContaining(device.csr.path),
    });
  });
});
