import { expect, it } from 'vitest';
import { chooseSearch, type SearchFacts, searchSinceRunStart } from '../../src/issuance/choose-search.ts';

const auto = { when: 'auto' } as const;
const facts: SearchFacts = { reconcile: auto, known: undefined, earliest: 0, reissue: false, isRerun: false };
const known = { since: 1, until: 7 };

const since = (time: number, mayBeLate: boolean, always: boolean, isPartial = false) =>
  ({ scope: 'since', time, mayBeLate, always, isPartial }) as const;

it.each([
  // A ledger that is missing or empty knows nothing.
  ['without a horizon, where nothing says since when: the whole account', {}, since(0, false, false)],
  ['without a horizon: since the repository was created', { earliest: 5 }, since(5, false, false)],
  ['without a horizon, on a re-run: the same, late listings awaited', { isRerun: true }, since(0, true, false)],
  ['back to the horizon, whenever the repository was created', { known, earliest: 5 }, since(7, false, false)],
  ['back to the horizon, on a re-run, late listings awaited', { known, isRerun: true }, since(7, true, false)],
  [
    'as a shard that another one has spared it: what the journal leaves unresolved',
    { known, isSurveyed: true },
    { scope: 'unresolved' },
  ],
  [
    'as such a shard on a re-run: for what it asked for at the end of the attempt before',
    { known, isSurveyed: true, isRerun: true },
    since(7, true, false),
  ],
  // What other runs have issued does not count.
  ['for a reissue: what the journal leaves unresolved', { reissue: true, known }, { scope: 'unresolved' }],
  ['for a reissue, on a re-run: since the run began', { reissue: true, isRerun: true }, { scope: 'since-run-start' }],
  ['with reconcile never: nothing', { reconcile: { when: 'never' }, isRerun: true }, { scope: 'never' }],
  ['with reconcile always: the whole account', { reconcile: { when: 'always' }, known }, since(0, true, true)],
  ['with reconcile since: that far back', { reconcile: { when: 'since', since: 5 } }, since(5, true, true)],
  [
    'with reconcile since a later time than the horizon: back to the horizon, so that nothing is left out between them',
    { reconcile: { when: 'since', since: 9 }, known },
    since(7, true, true),
  ],
] as const)('a run searches %s', (_, given, expected) => {
  expect(chooseSearch({ ...facts, ...given })).toEqual(expected);
});

it('a re-run whose begin is unknown searches the whole account', () => {
  expect(searchSinceRunStart(0)).toEqual(since(0, true, false, true));
});
