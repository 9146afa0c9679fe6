import type { Interval } from './pace.ts';

/**
 * How far the time of an answer is taken to be from that of others before there were others, milliseconds: a timer of
 * Node is late by up to one, on either side.
 */
const FIRST_DEVIATION_MS = 1;

/** The weight of the newest answer in the typical time, as for the round-trip time in RFC 6298, section 2. */
const TYPICAL_WEIGHT = 1 / 8;

/** The weight of the newest answer in the deviation: half as much, so that a single late answer changes little. */
const DEVIATION_WEIGHT = 1 / 16;

/**
 * The shortest time is that of the last one to two times this. The way to the service may have become longer for good,
 * which is noticed after that time; a service that works off a queue for a few seconds must not count as that.
 */
const SHORTEST_WINDOW_MS = 30_000;

/** How long calls take, learned from the answers. Milliseconds. */
export interface AnswerTimes {
  /** What a call takes at present, waiting in the service included; undefined before the first answer. */
  readonly typicalMs: number | undefined;
  /** What a call takes that waits for nothing; Infinity before the first answer. */
  readonly shortestMs: number;
  /** How far times that are computed from answers may be wrong. */
  readonly blurMs: number;
  answered(sentAt: number, now: number): void;
  /**
   * When the service took a call that has just been answered. If it took longer than others, where it waited is
   * unknown.
   */
  taken(sentAt: number, now: number): Interval;
}

export function createAnswerTimes(): AnswerTimes {
  let typicalMs: number | undefined;
  /** The shortest times of this window and of the one before. */
  let shortestMs = Number.POSITIVE_INFINITY;
  let shortestBeforeMs = Number.POSITIVE_INFINITY;
  let windowFrom = Number.NEGATIVE_INFINITY;
  let deviationMs = FIRST_DEVIATION_MS;
  const shortest = (): number => Math.min(shortestMs, shortestBeforeMs);
  const blurMs = (): number => 2 * deviationMs + 1;

  return {
    get typicalMs() {
      return typicalMs;
    },
    get shortestMs() {
      return shortest();
    },
    get blurMs() {
      return blurMs();
    },
    answered(sentAt, now) {
      const tookMs = now - sentAt;
      if (now - windowFrom >= SHORTEST_WINDOW_MS) {
        shortestBeforeMs = shortestMs;
        shortestMs = Number.POSITIVE_INFINITY;
        windowFrom = now;
      }
      shortestMs = Math.min(shortestMs, tookMs);
      deviationMs += (Math.abs(tookMs - (typicalMs ?? tookMs)) - deviationMs) * DEVIATION_WEIGHT;
      typicalMs = typicalMs === undefined ? tookMs : typicalMs + (tookMs - typicalMs) * TYPICAL_WEIGHT;
    },
    taken(sentAt, now) {
      const oneWayMs = shortest() / 2;
      const blur = blurMs() / 2;
      return { from: sentAt + oneWayMs - blur, to: now - oneWayMs + blur };
    },
  };
}
