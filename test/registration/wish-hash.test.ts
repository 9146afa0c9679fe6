import { expect, it } from 'vitest';
import type { DeviceWish } from '../../src/registration/wish.ts';
import { wishHash } from '../../src/registration/wish-hash.ts';

const ID = 'a'.repeat(64);
const NONE = new Map<string, string>();
const thing = {
  name: 'pump-1',
  typeName: 'sensor',
  groups: ['a', 'b'],
  billingGroup: undefined,
  attributes: new Map([
    ['x', '1'],
    ['y', '2'],
  ]),
  principalType: 'EXCLUSIVE_THING',
} as const;
const wish: DeviceWish = { thing, policies: ['p', 'q'] };
const hash = wishHash(wish, ID, NONE);

it('the order of groups, attributes and policies does not matter', () => {
  const attributes = new Map([...thing.attributes].reverse());
  const same = { thing: { ...thing, groups: ['b', 'a'], attributes }, policies: ['q', 'p'] };
  expect(wishHash(same, ID, NONE)).toBe(hash);
});

it('all that is asked for, the certificate, and where a policy comes from do', () => {
  const others = [
    wishHash(wish, 'b'.repeat(64), NONE),
    // The group may carry it no longer one day.
    wishHash(wish, ID, new Map([['p', 'a']])),
    wishHash({ ...wish, policies: ['p'] }, ID, NONE),
    wishHash({ ...wish, thing: undefined }, ID, NONE),
    wishHash({ ...wish, thing: { ...thing, name: 'pump-2' } }, ID, NONE),
    wishHash({ ...wish, thing: { ...thing, typeName: undefined } }, ID, NONE),
    wishHash({ ...wish, thing: { ...thing, groups: ['a'] } }, ID, NONE),
    wishHash({ ...wish, thing: { ...thing, billingGroup: 'cost' } }, ID, NONE),
    wishHash({ ...wish, thing: { ...thing, attributes: new Map([['x', '1']]) } }, ID, NONE),
    wishHash({ ...wish, thing: { ...thing, principalType: 'NON_EXCLUSIVE_THING' } }, ID, NONE),
  ];
  expect(new Set([hash, ...others]).size).toBe(others.length + 1);
});
