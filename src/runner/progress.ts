import { count, duration } from '../lib/words.ts';

/** Milliseconds between two progress lines: often enough to show that the run goes on, seldom enough for a log of hours. */
const INTERVAL_MS = 5_000;

/** The rate is that of this many of the last lines. */
const RATE_INTERVALS = 6;

export interface Progress {
  /** Reports that `done` of the total are finished; prints a line when one is due. */
  update(done: number): void;
}

/**
 * Progress of long work as log lines of the form `Created 1,200 of 10,000 (12 %), 14.9/s, about 9 min 50 s left`. Work
 * that ends within the first interval prints nothing.
 *
 * @param verb what is done to each item, in the past tense: `Created`
 * @param now milliseconds, monotonic
 */
export function createProgress(
  verb: string,
  total: number,
  now: () => number,
  print: (line: string) => void,
): Progress {
  let printedAt = now();
  /** What was done at the last lines: the rate is measured from there, so that it is the present rate. */
  const past = [{ time: printedAt, done: 0 }];
  return {
    update(done) {
      const time = now();
      if (time - printedAt < INTERVAL_MS || done >= total) return;
      printedAt = time;
      const [before = { time, done }] = past;
      const rate = (done - before.done) / ((time - before.time) / 1000);
      past.push({ time, done });
      if (past.length > RATE_INTERVALS) past.shift();
      const left = rate > 0 ? `, about ${duration(((total - done) / rate) * 1000)} left` : '';
      const share = Math.floor((done / total) * 100);
      print(`${verb} ${count(done)} of ${count(total)} (${share} %), ${rate.toFixed(1)}/s${left}`);
    },
  };
}
