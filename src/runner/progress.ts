import { count, duration } from '../lib/words.ts';
import type { Log } from './log.ts';

/** Milliseconds between two progress lines: often enough to show that the run goes on, seldom enough for a log of hours. */
const INTERVAL_MS = 5_000;

/** Milliseconds between two drawings on a terminal: as fast as a person can follow. */
const DRAWING_MS = 100;

/** The rate is that of this many milliseconds, so that it is the present rate. */
const RATE_MS = 30_000;

/** Samples of the rate are this many milliseconds apart, or more. */
const SAMPLE_MS = 1_000;

/** How far work has come. */
export interface ProgressState {
  /** What is done to each item, in the past tense: `Created`. */
  readonly verb: string;
  readonly done: number;
  readonly total: number;
  /** Items a second; undefined as long as nothing is done. */
  readonly rate: number | undefined;
  /** How long the rest takes at this rate, milliseconds. */
  readonly leftMs: number | undefined;
}

export interface Progress {
  /** Reports that `done` of the total are finished; prints a line when one is due. */
  update(done: number): void;
}

/**
 * Progress of long work: drawn on a terminal, elsewhere log lines of the form `Created 1,200 of 10,000 (12 %), 14.9/s,
 * about 9 min 50 s left`. Work that ends within the first interval prints no line.
 *
 * @param verb what is done to each item, in the past tense: `Created`
 * @param now milliseconds, monotonic
 */
export function createProgress(
  verb: string,
  total: number,
  now: () => number,
  log: Pick<Log, 'info' | 'progress'>,
): Progress {
  const interval = log.progress === undefined ? INTERVAL_MS : DRAWING_MS;
  let shownAt = now();
  /** What was done when: the rate is measured from the first of them. */
  const past = [{ time: shownAt, done: 0 }];
  return {
    update(done) {
      if (done >= total) return log.progress?.(undefined);
      const time = now();
      if (time - shownAt < interval) return;
      shownAt = time;
      const [before = { time, done }] = past;
      const perSecond = time > before.time ? (done - before.done) / ((time - before.time) / 1_000) : 0;
      if (time - (past.at(-1)?.time ?? 0) >= SAMPLE_MS) past.push({ time, done });
      while (past.length > 1 && time - (past[0]?.time ?? time) >= RATE_MS) past.shift();
      const rate = perSecond > 0 ? perSecond : undefined;
      const state = { verb, done, total, rate, leftMs: rate && ((total - done) / rate) * 1_000 };
      if (log.progress === undefined) log.info(lineOf(state, perSecond));
      else log.progress(state);
    },
  };
}

function lineOf({ verb, done, total, leftMs }: ProgressState, perSecond: number): string {
  const left = leftMs === undefined ? '' : `, about ${duration(leftMs)} left`;
  const share = Math.floor((done / total) * 100);
  return `${verb} ${count(done)} of ${count(total)} (${share} %), ${perSecond.toFixed(1)}/s${left}`;
}
