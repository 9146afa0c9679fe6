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
 * By this part of the difference the shortest time moves towards each longer one. The way to the service may have become
 * longer for good, which is found after some 500 answers; a few hundred slow answers in a row must not count as that.
 */
const SHORTEST_WEIGHT = 1 / 256;

/** How long calls take, learned from the answers. Milliseconds. */
export interface AnswerTimes {
  /** What a call takes at present, waiting in the service included; undefined before the first answer. */
  readonly typicalMs: number | undefined;
  /** What a call takes that waits for nothing; 0 before the first answer. */
  readonly shortestMs: number;
  /** How far times that are computed from answers may be wrong. */
  readonly blurMs: number;
  answered(sentAt: number, now: number): void;
  /** When the service took a call that has just been answered. If it took longer than others, where it waited is unknown. */
  taken(sentAt: number, now: number): Interval;
}

export function createAnswerTimes(): AnswerTimes {
  let typicalMs: number | undefined;
  let shortestMs = 0;
  let deviationMs = FIRST_DEVIATION_MS;
  const blurMs = (): number => 2 * deviationMs + 1;

  return {
    get typicalMs() {
      return typicalMs;
    },
    get shortestMs() {
      return shortestMs;
    },
    get blurMs() {
      return blurMs();
    },
    answered(sentAt, now) {
      const tookMs = now - sentAt;
      shortestMs =
        typicalMs === undefined ? tookMs : Math.min(tookMs, shortestMs + (tookMs - shortestMs) * SHORTEST_WEIGHT);
      deviationMs += (Math.abs(tookMs - (typicalMs ?? tookMs)) - deviationMs) * DEVIATION_WEIGHT;
      typicalMs = typicalMs === undefined ? tookMs : typicalMs + (tookMs - typicalMs) * TYPICAL_WEIGHT;
    },
    taken(sentAt, now) {
      const oneWayMs = shortestMs / 2;
      const blur = blurMs() / 2;
      return { from: sentAt + oneWayMs - blur, to: now - oneWayMs + blur };
    },
  };
}
