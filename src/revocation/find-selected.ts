import type { CompareOptions } from '../csr/examine/compare-moduli.ts';
import { judgeKeys } from '../csr/examine/judge-keys.ts';
import type { SearchAccess } from '../issuance/iot-access.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import { confirmHeld, type Held } from './confirm-held.ts';
import type { RevocationRow } from './revocation.ts';
import type { Candidate, Selected } from './select.ts';
import { isInTime, type Selection } from './selection.ts';

/** What a selection comes to. */
export interface Found {
  readonly rows: readonly RevocationRow[];
  /** Selectors that no certificate meets. */
  readonly unmet: readonly string[];
}

/** Who hears how far it has come. */
export interface FindProgress {
  readonly onDescribed: (done: number, total: number) => void;
  readonly onCompared: NonNullable<CompareOptions['onProgress']>;
}

/**
 * Finds out which certificates a selection means: what the ledger has of it, as far as the account confirms it, and of
 * these those whose keys its rules speak against. Keys are compared that the account holds a certificate for, and no
 * others: a line of the ledger with a made-up key would speak against the key of an honest device.
 *
 * @param entries of this account and region
 * @throws UserError when the account cannot be read; the signal's reason when it is aborted
 */
export async function findSelected(
  {
    entries,
    selected,
    selection,
  }: {
    readonly entries: readonly LedgerEntry[];
    readonly selected: Selected;
    readonly selection: Selection;
  },
  access: SearchAccess,
  { onDescribed, onCompared }: FindProgress,
  parallelism: CompareOptions['parallelism'],
): Promise<Found> {
  const { candidates } = selected;
  if (selection.rules.length === 0) {
    const held = await confirmHeld(candidates, access, onDescribed);
    return { rows: held.flatMap((one) => rowOf(one, selection, one.candidate.why)), unmet: selected.unmet };
  }
  const all = entries.map((entry): Candidate => ({ certificateId: entry.certificateId, entry, why: [] }));
  const held = await confirmHeld(all, access, onDescribed);
  const holders = held.flatMap((one) =>
    one.kind === 'held' && one.pem !== undefined ? [{ certificateId: one.candidate.certificateId, pem: one.pem }] : [],
  );
  const options = { parallelism, onProgress: onCompared, signal: access.signal };
  const broken = await judgeKeys(holders, selection.rules, options);
  const whyOf = new Map(candidates.map(({ entry, why }) => [entry, why]));
  const rows = held.flatMap((one) => {
    const why = whyOf.get(one.candidate.entry);
    const rules = broken.get(one.candidate.certificateId) ?? [];
    // Of what the account does not hold the key is not judged, and it is of no use to anybody.
    const isMeant = one.kind === 'held' ? rules.length > 0 : one.kind === 'contradicted';
    if (why === undefined || !isMeant) return [];
    return rowOf(one, selection, [...why, ...rules.map((rule) => `rule=${rule}`)]);
  });
  const met = new Set([...broken.values()].flat());
  const unmet = selection.rules.filter((rule) => !met.has(rule)).map((rule) => `rule=${rule}`);
  return { rows, unmet: [...selected.unmet, ...unmet] };
}

function rowOf(one: Held, selection: Selection, why: readonly string[]): readonly RevocationRow[] {
  const { certificateId, entry } = one.candidate;
  const row = { certificateId, csrPath: entry?.csrPath ?? undefined, thingName: entry?.thingName ?? undefined, why };
  switch (one.kind) {
    case 'gone':
      return [{ ...row, spkiSha256: undefined, status: undefined, issuedAt: undefined, result: 'gone' }];
    case 'contradicted': {
      const problem = {
        code: 'record-contradicted',
        message: `The ledger names it for this device, and ${one.reason}.`,
        fix: 'Find out who wrote that line of the ledger, and correct it.',
      };
      return [
        { ...row, spkiSha256: undefined, status: undefined, issuedAt: undefined, result: 'contradicted', problem },
      ];
    }
    case 'held': {
      const { status, issuedAt } = one;
      if (!isInTime(selection, issuedAt)) return [];
      const spkiSha256 = entry?.spkiSha256;
      return [{ ...row, spkiSha256, status, issuedAt, result: status === 'REVOKED' ? 'already' : 'selected' }];
    }
  }
}
