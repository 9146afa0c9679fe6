import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectionIn } from '../../src/inputs/revoke-inputs.ts';
import type { LedgerEntry } from '../../src/records/ledger-line.ts';
import { select } from '../../src/revocation/select.ts';
import type { Selection } from '../../src/revocation/selection.ts';
import '../fixed-seed.ts';

const hex = (n: number): string => n.toString(16).padStart(64, '0');

const RUNS = ['1', '2', '3'];
const COMMITS = ['aaaaaaa1', 'bbbbbbb2', 'ccccccc3'].map((start) => start.padEnd(40, '0'));
const PATHS = ['line-1/a.csr', 'line-1/b.csr', 'line-2/[c].csr', '../line-2/d.csr'];
const DAYS = ['2026-01-01', '2026-02-01', '2026-03-01'];
const IDS = [1, 2, 3, 4, 5, 6].map(hex);

const ENTRY = fc
  .record({
    id: fc.constantFrom(...IDS),
    runId: fc.option(fc.constantFrom(...RUNS)),
    commit: fc.option(fc.constantFrom(...COMMITS)),
    csrPath: fc.option(fc.oneof(fc.constantFrom(...PATHS), fc.string())),
    issuedAt: fc.option(fc.constantFrom(...DAYS)),
  })
  .map(
    ({ id, ...rest }): LedgerEntry => ({
      spkiSha256: hex(99),
      csrSha256: null,
      account: '123456789012',
      region: 'eu-west-1',
      certificateId: id,
      certificateArn: '',
      status: null,
      runAttempt: null,
      certificatePem: null,
      ...rest,
    }),
  );

const LINES = {
  run: RUNS.map((run) => `run=${run}`),
  commit: COMMITS.map((commit) => `commit=${commit.slice(0, 8)}`),
  path: ['path=line-1/**', 'path=**/b.csr', 'path=line-2/[c].csr'],
  id: IDS.map((id) => `certificate-id=${id}`),
} as const;
type Kind = keyof typeof LINES;
const KINDS = Object.keys(LINES) as Kind[];
const LINE = fc.constantFrom(...Object.values(LINES).flat());
const SELECTORS = fc.uniqueArray(LINE, { minLength: 1, maxLength: 6 });

const kindOf = (line: string): Kind => KINDS.find((kind) => (LINES[kind] as readonly string[]).includes(line)) ?? 'run';

/** What the lines select, as positions in the ledger, and as ids beside it. */
function selected(entries: readonly LedgerEntry[], lines: readonly string[]): ReadonlySet<string> {
  const selection: Selection = selectionIn(lines.join('\n'), '/workspace');
  const ids = new Map(selection.certificateIds.map((id) => [id, 'certificate-id']));
  const { candidates } = select(entries, selection, ids);
  return new Set(
    candidates.map(({ entry, certificateId }) =>
      entry === undefined ? certificateId : String(entries.indexOf(entry)),
    ),
  );
}

const isWithin = (few: ReadonlySet<string>, many: ReadonlySet<string>): boolean =>
  [...few].every((one) => many.has(one));

describe('selectors', () => {
  it('of one kind select what each of them selects', () => {
    fc.assert(
      fc.property(fc.array(ENTRY), fc.constantFrom(...KINDS), (entries, kind) => {
        const each = LINES[kind].map((line) => selected(entries, [line]));
        expect(selected(entries, LINES[kind])).toEqual(new Set(each.flatMap((one) => [...one])));
      }),
    );
  });

  it('of different kinds select what all of them select', () => {
    fc.assert(
      fc.property(fc.array(ENTRY), SELECTORS, (entries, lines) => {
        const kinds = KINDS.map((kind) => lines.filter((line) => kindOf(line) === kind)).filter(
          ({ length }) => length > 0,
        );
        const each = kinds.map((some) => selected(entries, some));
        const all = [...(each[0] ?? [])].filter((one) => each.every((set) => set.has(one)));
        expect(selected(entries, lines)).toEqual(new Set(all));
      }),
    );
  });

  it('select nothing more when a line of another kind, or a time, is added', () => {
    fc.assert(
      fc.property(fc.array(ENTRY), SELECTORS, LINE, (entries, lines, added) => {
        const before = selected(entries, lines);
        const isOther = lines.every((line) => kindOf(line) !== kindOf(added));
        const after = selected(entries, [...lines, added]);
        expect(isOther ? isWithin(after, before) : isWithin(before, after)).toBe(true);
        for (const time of ['issued-after=2026-01-15', 'issued-before=2026-02-15T00:00:00Z']) {
          expect(isWithin(selected(entries, [...lines, time]), before)).toBe(true);
        }
      }),
    );
  });

  it('of a time select what was issued then, the first instant of it included and the last one not', () => {
    const at = (issuedAt: string | null, index: number) => ({
      ...fc.sample(ENTRY, { numRuns: 1, seed: 1 })[0],
      issuedAt,
      certificateId: hex(index),
    });
    const entries = [...DAYS, null].map((day, index) => at(day, index)) as LedgerEntry[];
    // Of the last one the ledger does not know when it was issued: the account has to say.
    expect(selected(entries, ['issued-after=2026-02-01'])).toEqual(new Set(['1', '2', '3']));
    expect(selected(entries, ['issued-before=2026-02-01'])).toEqual(new Set(['0', '3']));
  });

  it('that are none are refused, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        let selection: Selection | undefined;
        try {
          selection = selectionIn(text, '/workspace');
        } catch (error) {
          expect((error as Error).constructor.name).toBe('Mistake');
          return;
        }
        // Only white space has no lines; the input is required then.
        expect(text.trim() === '' || Object.values(selection).some((value) => value !== undefined)).toBe(true);
      }),
    );
  });
});
