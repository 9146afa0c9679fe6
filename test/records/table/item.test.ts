import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Attributes,
  attributesOf,
  mergeCertificates,
  parseItem,
  type TableItem,
} from '../../../src/records/table/item.ts';
import { adopted } from '../../../src/records/table/whole-table.ts';

const hex = (digit: string): string => digit.repeat(64);
const KEY = { account: '123456789012', region: 'eu-west-1', spkiSha256: hex('a') };
const REVISION = '00000000-0000-4000-8000-000000000000';
const ENTRY = { ...adopted({ ...KEY, certificateId: hex('c') }), csrPath: 'csrs/1.csr', status: 'ACTIVE' };

const ITEM: TableItem = {
  key: KEY,
  revision: REVISION,
  certificates: [ENTRY],
  claim: {
    owner: REVISION,
    run: 'https://github.com/o/r/actions/runs/1 (attempt 2)',
    runId: '1',
    runAttempt: 2,
    csrPath: 'csrs/1.csr',
    since: Date.UTC(2026, 10, 24),
    until: Date.UTC(2026, 10, 24, 1),
  },
};

describe('an item of a shared ledger', () => {
  it.each([
    ['claimed', ITEM],
    ['issued', { ...ITEM, claim: undefined }],
    ['released', { ...ITEM, claim: undefined, certificates: [] }],
  ])('is read as it was written: %s', (state, item) => {
    expect(attributesOf(item).state).toBe(state);
    expect(parseItem(attributesOf(item))).toEqual(item);
  });

  it.each<[string, Attributes]>([
    ['no revision', { rev: '' }],
    ['another partition key', { pk: 'device-7' }],
    ['an account that is none', { pk: `1#eu-west-1#${hex('a')}` }],
    ['a certificate of another key', { certificates: [JSON.stringify({ ...ENTRY, spkiSha256: hex('b') })] }],
    ['a certificate of another account', { certificates: [JSON.stringify({ ...ENTRY, account: '999999999999' })] }],
    ['a certificate that is no JSON', { certificates: ['{'] }],
    ['a line of another type', { certificates: ['{"type":"horizon"}'] }],
    ['half a claim', { claimUntil: '' }],
    ['a claim until no time', { claimUntil: 'tomorrow' }],
    ['a claim of an attempt that is none', { claimRunAttempt: '1e9' }],
  ])('is refused with %s', (_, changes) => {
    expect(parseItem({ ...attributesOf(ITEM), ...changes })).toEqual({ problem: expect.any(String) });
  });

  it('is an item or a complaint, whatever somebody wrote', () => {
    const value = fc.oneof(
      fc.string(),
      fc.array(fc.string()),
      fc.constantFrom(hex('a'), REVISION, '2026-11-24T00:00:00Z'),
    );
    const names = ['pk', 'rev', 'certificates', 'claimOwner', 'claimRun', 'claimSince', 'claimUntil', 'claimCsrPath'];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (changes) => {
        const read = parseItem({ ...attributesOf(ITEM), ...changes });
        if (!('problem' in read)) expect(parseItem(attributesOf(read))).toEqual(read);
      }),
    );
  });

  it('keeps what a new record of a certificate leaves out and what a person has withdrawn, in whatever order they come', () => {
    const bare = adopted({ ...KEY, certificateId: hex('c') });
    expect(mergeCertificates([ENTRY], [bare])).toEqual([ENTRY]);
    expect(mergeCertificates([bare], [ENTRY])).toEqual([ENTRY]);
    const revoked = { ...ENTRY, status: 'REVOKED' };
    expect(mergeCertificates([ENTRY], [revoked])).toEqual([revoked]);
    expect(mergeCertificates([revoked], [ENTRY])).toEqual([revoked]);
    const other = adopted({ ...KEY, certificateId: hex('b') });
    expect(mergeCertificates([ENTRY], [other]).map(({ certificateId }) => certificateId)).toEqual([hex('b'), hex('c')]);
  });
});
