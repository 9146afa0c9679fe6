import { expect, it } from 'vitest';
import type { Csr } from '../../src/csr/csr.ts';
import type { Search } from '../../src/issuance/choose-search.ts';
import { lookFor } from '../../src/issuance/look-for.ts';
import { csrOf } from './csrs.ts';

const [announced, fresh, known] = [csrOf(1), csrOf(2), csrOf(3)];
const nothing = { create: [], reused: [], unknown: new Set<Csr>() };

/** The journal of this machine: the request for `announced` may have been sent at 700. */
const inDoubt = new Map([[announced.spkiSha256, { csr: { ...announced, file: 'file' }, since: 700 }]]);

const since = (time: number, mayBeLate = false, always = false): Search => ({
  scope: 'since',
  time,
  mayBeLate,
  always,
  isPartial: false,
});
const both = { ...nothing, create: [announced, fresh], reused: [known] };
const nothingToCreate = { ...nothing, reused: [known] };
const wronglyRecorded = { ...nothing, create: [fresh], unknown: new Set([fresh]) };

it.each([
  ['what the journal leaves unresolved, and nothing else', both, { scope: 'unresolved' }, [[announced, 700, true]]],
  // The caller refuses to go on then.
  ['the same where searching is forbidden', both, { scope: 'never' }, [[announced, 700, true]]],
  [
    'every CSR when the account is searched back to a time; what is known only for a second certificate',
    both,
    since(500),
    [
      [announced, 500, true],
      [fresh, 500, false],
      [known, 500, false],
    ],
  ],
  [
    'further back for a request that was announced earlier',
    { ...nothing, create: [announced] },
    since(900),
    [[announced, 700, true]],
  ],
  [
    'every CSR without a certificate as one that may be listed late, on a re-run',
    { ...nothing, create: [fresh] },
    since(500, true),
    [[fresh, 500, true]],
  ],
  ['nothing when every CSR has its certificate', nothingToCreate, since(500), []],
  ['second certificates when it is asked for', nothingToCreate, since(500, true, true), [[known, 500, false]]],
  ['a CSR about which the records are wrong, in the whole account', wronglyRecorded, since(500), [[fresh, 0, false]]],
  ['the same where nothing else is looked for', wronglyRecorded, { scope: 'unresolved' }, [[fresh, 0, false]]],
] as const)('a run looks for %s', (_, left, search, expected) => {
  expect(lookFor(left, inDoubt, search)).toEqual(
    expected.map(([csr, time, mayBeLate]) => ({ csr, since: time, mayBeLate })),
  );
});
