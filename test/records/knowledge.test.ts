import { expect, it } from 'vitest';
import type { Certificate } from '../../src/records/certificate.ts';
import { createKnowledge } from '../../src/records/knowledge.ts';
import { makeFleet } from '../simulation/fleet.ts';

const certificate = (id: string, more: Partial<Certificate> = {}): Certificate => ({
  id,
  status: undefined,
  issuedAt: undefined,
  origin: undefined,
  ...more,
});
const early = '2026-11-24T00:00:00.000Z';
const late = '2026-11-25T00:00:00.000Z';

it.each([
  ['the newer of two', certificate('a', { issuedAt: early }), certificate('b', { issuedAt: late }), ['b', 'a']],
  [
    'the newer of two, said first',
    certificate('a', { issuedAt: late }),
    certificate('b', { issuedAt: early }),
    ['a', 'b'],
  ],
  ['one with a time', certificate('a'), certificate('b', { issuedAt: early }), ['b', 'a']],
])('of the certificates of a key %s comes first', (_, first, second, ids) => {
  const knowledge = createKnowledge();
  knowledge.add('key', first);
  knowledge.add('key', second);
  expect(knowledge.get('key').map(({ id }) => id)).toEqual(ids);
});

it('records of one certificate complete each other', () => {
  const knowledge = createKnowledge();
  knowledge.add('key', certificate('a', { status: 'INACTIVE' }));
  knowledge.add('key', certificate('a', { pem: 'PEM', issuedAt: early }));
  expect(knowledge.get('key')).toEqual([certificate('a', { pem: 'PEM', status: 'INACTIVE', issuedAt: early })]);
});

it('a certificate that a record calls active stays so, whatever an older record says', () => {
  const knowledge = createKnowledge();
  knowledge.add('key', certificate('a', { status: 'ACTIVE' }));
  knowledge.add('key', certificate('a', { status: 'INACTIVE' }));
  expect(knowledge.get('key')).toEqual([certificate('a', { status: 'ACTIVE' })]);
});

it('a record without a PEM does not prove whose key its certificate is for', () => {
  const knowledge = createKnowledge();
  knowledge.add('key', certificate('a'));
  expect(knowledge.keyOf('a')).toBe(undefined);
  knowledge.confirm('key', 'a');
  expect(knowledge.keyOf('a')).toBe('key');
});

it('a record whose PEM has another id proves nothing', async () => {
  const [device] = await makeFleet(1);
  const [own, other] = device?.certificates ?? [];
  const knowledge = createKnowledge();
  const key = device?.csr.spkiSha256 ?? '';
  knowledge.add(key, certificate(own?.id ?? '', { pem: own?.pem ?? '' }));
  knowledge.add(key, certificate('forged', { pem: other?.pem ?? '' }));
  expect([knowledge.keyOf(own?.id ?? ''), knowledge.keyOf('forged')]).toEqual([key, undefined]);
});

it('a record of a good PEM for another key proves nothing', async () => {
  const [device] = await makeFleet(1);
  const [own] = device?.certificates ?? [];
  const knowledge = createKnowledge();
  knowledge.add('another key', certificate(own?.id ?? '', { pem: own?.pem ?? '' }));
  expect(knowledge.keyOf(own?.id ?? '')).toBeUndefined();
});

it.each(['before', 'after'])('a certificate that was retired %s it was recorded does not count', (when) => {
  const knowledge = createKnowledge();
  const retired = { certificateId: 'a', status: 'REVOKED' };
  if (when === 'before') knowledge.retire('key', retired);
  knowledge.add('key', certificate('a'));
  knowledge.add('key', certificate('b'));
  if (when === 'after') knowledge.retire('key', retired);
  expect(knowledge.get('key')).toEqual([certificate('b')]);
  expect(knowledge.retired('key')).toEqual([retired]);
});

it('a certificate that the account does not hold is forgotten', () => {
  const knowledge = createKnowledge();
  knowledge.add('key', certificate('a'));
  knowledge.confirm('key', 'a');
  knowledge.forget('key', 'a');
  expect([knowledge.keyOf('a'), knowledge.get('key')]).toEqual([undefined, []]);
});

it('a certificate that does not count is known by its id, and its key has none', () => {
  const knowledge = createKnowledge();
  knowledge.ignore('key', 'a');
  expect([knowledge.keyOf('a'), knowledge.get('key')]).toEqual(['key', []]);
});
