import { expect, it } from 'vitest';
import { chooseSearch, type SearchFacts, searchSinceRunStart } from '../../src/issuance/choose-search.ts';

const auto = { when: 'auto' } as const;
const facts: SearchFacts = { reconcile: auto, keepsLedger: false, reissue: false, isRerun: false };

const since = (time: number, mayBeLate: boolean, always: boolean) =>
  ({ scope: 'since', time, mayBeLate, always }) as const;

it.each([
  // Nothing but the account knows what other runs have issued.
  ['without a ledger: the whole account', {}, since(0, false, false)],
  ['without a ledger, on a re-run: the whole account, late listings awaited', { isRerun: true }, since(0, true, false)],
  // A ledger knows what other runs have issued, and the journal what this one has asked for.
  ['with a ledger: what the journal leaves unresolved', { keepsLedger: true }, { scope: 'unresolved' }],
  [
    'with a ledger, on a re-run: since the run began',
    { keepsLedger: true, isRerun: true },
    { scope: 'since-run-start' },
  ],
  // What other runs have issued does not count.
  ['for a reissue: what the journal leaves unresolved', { reissue: true }, { scope: 'unresolved' }],
  ['for a reissue, on a re-run: since the run began', { reissue: true, isRerun: true }, { scope: 'since-run-start' }],
  ['with reconcile never: nothing', { reconcile: { when: 'never' }, isRerun: true }, { scope: 'never' }],
  [
    'with reconcile always: the whole account',
    { reconcile: { when: 'always' }, keepsLedger: true },
    since(0, true, true),
  ],
  ['with reconcile since: that far back', { reconcile: { when: 'since', since: 5 } }, since(5, true, true)],
] as const)('a run searches %s', (_, given, expected) => {
  expect(chooseSearch({ ...facts, ...given })).toEqual(expected);
});

it('a re-run whose begin is unknown searches the whole account', () => {
  expect(searchSinceRunStart(0)).toEqual(since(0, true, false));
});
