import type { Csr } from '../csr/csr.ts';
import { untilAborted } from '../lib/until-aborted.ts';
import type { CertificateWithPem } from '../records/certificate.ts';
import type { CsrRef } from '../records/journal.ts';
import { entryFor } from '../records/ledger.ts';
import { partitionKeyOf } from '../records/table/item.ts';
import { createBackground } from './claim-writes.ts';
import { type Claiming, type ClaimOptions, createClaiming, type Held, type Standing } from './claiming.ts';

export interface Deferred {
  readonly csr: Csr;
  readonly standing: Standing;
}

/** This run's claims in a table: who may ask AWS IoT for the certificate of a key, and until when. */
export interface Claims {
  /** The CSRs that will be held, in their order: claims go ahead of them. */
  prepare(csrs: readonly Csr[]): void;
  /**
   * Makes sure that the CSR is this run's to ask for, long enough for a request.
   *
   * @returns false when it is not: {@link Claims.takeDeferred} says why
   * @throws UserError `ledger-table`; the reason of `ended` as soon as it is aborted
   */
  hold(csr: Csr, ended: AbortSignal): Promise<boolean>;
  /** Whether a request that leaves now is over before the claim is. */
  mayLeave(csr: Pick<Csr, 'spkiSha256'>): boolean;
  /** A request may be sent from now on: the claim is not given back unless something says that nothing was created. */
  intended(csr: Pick<Csr, 'spkiSha256'>): void;
  /** Nothing was created. Losing this costs another run a wait and a search. */
  release(csr: Pick<Csr, 'spkiSha256'>): void;
  /** The certificate is there. It is written in the background: {@link Claims.flush} waits for it. */
  issued(csr: CsrRef, certificate: CertificateWithPem): void;
  /** A search has shown that no certificate came of what was claimed before. */
  cleared(csr: Csr): void;
  /** Gives back what was claimed ahead and not asked for. */
  releaseUnused(): Promise<void>;
  /** What {@link Claims.hold} turned down, once. */
  takeDeferred(): readonly Deferred[];
  /** How CSRs of others stand now. */
  look(csrs: readonly Csr[]): Promise<readonly Deferred[]>;
  /**
   * Waits for what is written in the background.
   *
   * @throws UserError `ledger-table` with the first that could not be written
   */
  flush(): Promise<void>;
}

/** Claims that go ahead of the requests: at 500 requests a second, what 128 ms bring. */
const AHEAD = 64;

export function createClaims(options: ClaimOptions): Claims {
  const { table, place, signal } = options;
  const claiming = createClaiming(options);
  const { held, keyOf, judge, isLongEnough } = claiming;
  const ahead = createAhead(claiming);
  const background = createBackground(table);
  const change = (spkiSha256: string, changes: Partial<Held>): void => {
    const mine = held.get(spkiSha256);
    if (mine !== undefined) held.set(spkiSha256, { ...mine, ...changes });
  };
  const giveBack = (spkiSha256: string): void => {
    const mine = held.get(spkiSha256);
    if (mine === undefined) return;
    held.delete(spkiSha256);
    background.release(mine.item);
  };
  let deferred: Deferred[] = [];
  return {
    prepare: ahead.prepare,
    async hold(csr, ended) {
      const standing = await untilAborted(ahead.take(csr), ended);
      if (standing === 'held') return true;
      deferred.push({ csr, standing });
      return false;
    },
    mayLeave({ spkiSha256 }) {
      const mine = held.get(spkiSha256);
      return mine !== undefined && isLongEnough(mine);
    },
    intended: ({ spkiSha256 }) => change(spkiSha256, { isIntended: true }),
    cleared: ({ spkiSha256 }) => change(spkiSha256, { isOutdated: true }),
    release: ({ spkiSha256 }) => giveBack(spkiSha256),
    issued(csr, certificate) {
      const item = held.get(csr.spkiSha256)?.item;
      held.delete(csr.spkiSha256);
      claiming.learn(certificate.id);
      background.issue(entryFor(csr, certificate, place), item);
    },
    async releaseUnused() {
      await ahead.finish();
      for (const [spkiSha256, { isIntended }] of held) if (!isIntended) giveBack(spkiSha256);
    },
    takeDeferred() {
      const taken = deferred;
      deferred = [];
      return taken;
    },
    async look(csrs) {
      const items = await untilAborted(table.read(csrs.map(keyOf)), signal);
      return csrs.map((csr): Deferred => {
        const standing = judge(items.get(partitionKeyOf(keyOf(csr))));
        const isFree = standing === undefined || standing.kind === 'taken-over';
        return { csr, standing: isFree ? { kind: 'free' } : standing };
      });
    },
    flush: background.flush,
  };
}

/** Claims CSRs before it is their turn, so that no request waits for the table. */
function createAhead({ held, claim, isLongEnough }: Claiming) {
  const pending = new Map<string, Promise<Standing | 'held'>>();
  let order: readonly Csr[] = [];
  let places: ReadonlyMap<Csr, number> = new Map();
  let next = 0;
  return {
    prepare(csrs: readonly Csr[]): void {
      order = csrs;
      places = new Map(csrs.map((csr, index) => [csr, index]));
      next = 0;
    },
    /** How a CSR stands whose turn it is. */
    async take(csr: Csr): Promise<Standing | 'held'> {
      const until = (places.get(csr) ?? 0) + AHEAD;
      for (const one of order.slice(next, until)) {
        if (held.has(one.spkiSha256)) continue;
        const begun = claim(one);
        // Whoever takes the CSR gets the error; perhaps nobody does.
        begun.catch(() => {});
        pending.set(one.spkiSha256, begun);
      }
      next = Math.max(next, until);
      const begun = pending.get(csr.spkiSha256);
      const standing = begun === undefined ? 'held' : await begun;
      pending.delete(csr.spkiSha256);
      if (standing !== 'held') return standing;
      const mine = held.get(csr.spkiSha256);
      // It came back, or waited for its turn for long.
      return mine !== undefined && isLongEnough(mine) ? 'held' : claim(csr);
    },
    /** Nothing more is taken. Waits for what was begun. */
    async finish(): Promise<void> {
      await Promise.allSettled(pending.values());
      pending.clear();
    },
  };
}
