import type { RetireTo, RetireWish } from '../retirement/retirement.ts';
import { THING_NAME_PATTERN } from '../retirement/select-things.ts';
import type { Mistakes } from './mistakes.ts';
import { absolute, boolean, lines, Mistake, notAllowed, oneOf, type Parse } from './parsers.ts';

/** What `mode: retire` is asked for. */
export interface RetireInputs extends RetireWish {
  /** Nothing is changed. */
  readonly isDryRun: boolean;
}

type RetireInputName =
  | 'retire-things'
  | 'confirmed'
  | 'retire-after'
  | 'retire-unconfirmed'
  | 'retire-to'
  | 'retire-wait'
  | 'dry-run';

interface Reader {
  readonly read: <T, F>(name: RetireInputName, parse: Parse<T>, fallback: F) => T | F;
  readonly text: (name: RetireInputName) => string;
  readonly mistakes: Pick<Mistakes, 'add'>;
  /** What the name of the list is relative to. */
  readonly workspace: string;
  /** Whether the mode is `retire`. */
  readonly isAsked: boolean;
}

/** Inputs that no other mode has. */
const OWN = ['retire-things', 'confirmed', 'retire-after', 'retire-unconfirmed', 'retire-to', 'retire-wait'] as const;

const UNIT_MS: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 };

/** Ten years: a longer time is a slip of the keyboard. */
const MAX_MS = 3_650 * 86_400_000;

const DEFAULT_WAIT_MS = 7 * 86_400_000;

const TO: Readonly<Record<'inactive' | 'revoked' | 'deleted', RetireTo>> = {
  inactive: 'INACTIVE',
  revoked: 'REVOKED',
  deleted: 'DELETED',
};

/** Reads the inputs of `mode: retire`, which go together. @returns undefined in another mode, where they are mistakes */
export function readRetireInputs({ read, text, mistakes, workspace, isAsked }: Reader): RetireInputs | undefined {
  if (!isAsked) {
    for (const input of OWN) {
      if (text(input) !== '')
        mistakes.add(input, 'It is only used with `mode: retire`.', 'Remove it, or set `mode: retire`.');
    }
    return undefined;
  }
  const after = read('retire-after', duration, undefined);
  const unconfirmed = read('retire-unconfirmed', boolean, false);
  if (unconfirmed && text('retire-after') === '') {
    mistakes.add(
      'retire-after',
      'It is required with `retire-unconfirmed: true`.',
      'Set it to the time within which each device would have connected, for example to 30d.',
    );
  }
  if (!unconfirmed && text('retire-after') !== '') {
    mistakes.add(
      'retire-after',
      'It is only used with `retire-unconfirmed: true`.',
      'Remove it, or set `retire-unconfirmed: true`.',
    );
  }
  return {
    things: read('retire-things', thingPatterns, []),
    confirmed: read('confirmed', (name) => ({ name, path: absolute(name, workspace) }), undefined),
    unconfirmedAfterMs: unconfirmed ? after : undefined,
    to: TO[read('retire-to', oneOf('inactive', 'revoked', 'deleted'), 'inactive')],
    waitMs: read('retire-wait', duration, DEFAULT_WAIT_MS),
    isDryRun: read('dry-run', boolean, true),
  };
}

/** @returns milliseconds */
function duration(text: string): number {
  const [, digits = '', unit = ''] = /^(\d{1,5})([hdw])$/.exec(text) ?? [];
  const ms = Number(digits) * (UNIT_MS[unit] ?? Number.NaN);
  if (ms > 0 && ms <= MAX_MS) return ms;
  throw new Mistake('Allowed: a whole number of hours, days or weeks, such as 12h, 30d or 4w.');
}

function thingPatterns(text: string): readonly string[] {
  return lines(text).map((pattern) => {
    if (THING_NAME_PATTERN.test(pattern)) return pattern;
    throw new Mistake(
      'Allowed: the name of a thing a line, with `*` for any characters and `?` for one.',
      notAllowed(pattern),
    );
  });
}
