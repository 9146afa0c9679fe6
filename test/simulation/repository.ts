import { EMPTY_LEDGER, type Ledger, mergeLedger } from '../../src/records/ledger.ts';
import type { World } from './world.ts';

/**
 * Commits the ledger of the workspace, or uploads it with an artifact.
 *
 * @param mayFail the push fails, or the job's permissions do not allow it; always so where somebody else has pushed since
 */
export function keepLedger(world: World, mayFail: boolean): void {
  const { kept, random, trace } = world;
  if (mayFail && random() < 0.3) {
    trace(`the ledger is not ${world.ledgerKept === 'file' ? 'pushed' : 'uploaded'}`);
    return;
  }
  const head = kept.at(-1) ?? EMPTY_LEDGER;
  if (world.ledgerKept === 'file' && head !== world.base) {
    if (mayFail && random() < 0.5) {
      trace('the ledger is not pushed: the branch has moved');
      return;
    }
    trace('the ledger is merged');
    world.workspace = textMerge(head, world.workspace);
  }
  world.base = world.workspace;
  kept.push(world.workspace);
}

/** As Git merges two files of lines when the lines of both sides are kept. */
function textMerge(one: Ledger, two: Ledger): Ledger {
  const merged = mergeLedger(one, two.entries, two.others);
  return { ...merged, horizons: [...one.horizons, ...two.horizons] };
}

/**
 * The ledger as a run gets it: of the branch, of the commit that the run is about, which may be older, or none at all
 * where its name is mistyped; or that of an artifact, which may have expired.
 */
export function checkOut(world: World): void {
  const { kept, random, trace } = world;
  const draw = random();
  let ledger = kept.at(-1) ?? EMPTY_LEDGER;
  if (draw < 0.1) {
    ledger = EMPTY_LEDGER;
    trace(world.ledgerKept === 'file' ? 'the ledger is mistyped' : 'no artifact can be read');
  } else if (draw < 0.4) {
    ledger = kept[Math.floor(random() * kept.length)] ?? EMPTY_LEDGER;
    trace('an older ledger is used');
  }
  world.workspace = ledger;
  world.base = ledger;
}
