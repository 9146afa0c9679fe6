import { forLog } from '../lib/escape.ts';
import { count, duration } from '../lib/words.ts';
import type { AnnotationLevel } from '../runner/commands.ts';
import type { Environment } from '../runner/context.ts';
import type { ProgressState } from '../runner/progress.ts';
import { onCommandLine } from './wording.ts';

/** A stream of the process, or what stands in for one. */
export interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Where a person reads what a command says. */
export interface Terminal {
  /** Text as it is, line ends included. */
  write(text: string): void;
  annotate(level: AnnotationLevel, message: string): void;
  /** One line that is drawn again and again; undefined takes it away. Undefined where there is no terminal. */
  readonly progress: ((state: ProgressState | undefined) => void) | undefined;
  /** Leaves no half line. */
  end(): void;
}

const COLOURS: Readonly<Record<AnnotationLevel, string>> = {
  error: '\u001b[1;31m',
  warning: '\u001b[33m',
  notice: '\u001b[36m',
};
const RESET = '\u001b[0m';
/** To the beginning of the line, and everything behind it taken away. */
const CLEAR = '\r\u001b[2K';

/**
 * Whether text may have colours: FORCE_COLOR (https://force-color.org) before NO_COLOR (https://no-color.org), and else on
 * a terminal that can move its cursor.
 */
export function hasColors({ FORCE_COLOR, NO_COLOR, TERM }: Environment, stream: Stream): boolean {
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return stream.isTTY === true && TERM !== 'dumb';
}

/**
 * @param log where lines go
 * @param bar where progress is drawn, when it is a terminal
 */
export function createTerminal(env: Environment, log: Stream, bar: Stream): Terminal {
  const coloured = hasColors(env, log);
  const draws = bar.isTTY === true && env.TERM !== 'dumb';
  let isDrawn = false;
  const clear = (): void => {
    if (isDrawn) bar.write(CLEAR);
    isDrawn = false;
  };
  const write = (text: string): void => {
    clear();
    log.write(text);
  };
  return {
    write,
    annotate(level, message) {
      const text = forLog(onCommandLine(message));
      write(coloured ? `${COLOURS[level]}${level}:${RESET} ${text}\n` : `${level}: ${text}\n`);
    },
    progress: draws
      ? (state) => {
          if (state === undefined) return clear();
          bar.write(`${CLEAR}${barText(state, bar.columns)}`);
          isDrawn = true;
        }
      : undefined,
    end: clear,
  };
}

/** Columns where a terminal does not say how many it has. */
const USUAL_COLUMNS = 80;
/** Columns of the bar itself, where there is room for it. */
const BAR = 20;

/** `Created [#####...............] 25 % 250 of 1,000, 14.9/s, 50 s left`, in less than a line. */
export function barText({ verb, done, total, rate, leftMs }: ProgressState, columns = USUAL_COLUMNS): string {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const filled = Math.floor(share * BAR);
  const bar = `[${'#'.repeat(filled)}${'.'.repeat(BAR - filled)}]`;
  const percent = `${Math.floor(share * 100)} %`;
  const amount = `${count(done)} of ${count(total)}`;
  const pace = rate === undefined ? '' : `, ${rate.toFixed(1)}/s`;
  const left = leftMs === undefined ? '' : `, ${duration(Math.max(1_000, leftMs))} left`;
  const texts = [
    `${verb} ${bar} ${percent} ${amount}${pace}${left}`,
    `${verb} ${amount} (${percent})${pace}${left}`,
    `${verb} ${amount}${left}`,
    `${percent}${left}`,
  ];
  // A full line would move the cursor to the next one.
  const room = (columns > 0 ? columns : USUAL_COLUMNS) - 1;
  return texts.find((text) => text.length <= room) ?? percent.slice(0, Math.max(0, room));
}
