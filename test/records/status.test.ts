import { expect, it } from 'vitest';
import { isRetired, isUsable } from '../../src/records/status.ts';

it.each([
  // status, a device can use it, another certificate may take its place
  ['ACTIVE', true, false],
  ['INACTIVE', true, false],
  ['REVOKED', false, true],
  ['PENDING_TRANSFER', false, true],
  ['active', false, true],
  ['', false, false],
  [null, false, false],
  [undefined, false, false],
  [7, false, true],
])('a certificate of status %j: usable %s, retired %s', (status, usable, retired) => {
  expect([isUsable(status), isRetired(status)]).toEqual([usable, retired]);
});
