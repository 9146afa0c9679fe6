import type { Interval } from './pace.ts';

/** How far answers' times are taken to be off before any came, milliseconds. */
const FIRST_BLUR_MS = 2;

/** The shortest time is forgotten by this part of what the others take more: the way to the service may have changed. */
const FORGOTTEN = 1 / 256;

/** How long calls take, from how long they took. Milliseconds. */
export interface AnswerTimes {
  /** What a call takes; undefined before the first answer. */
  readonly typicalMs: number | undefined;
  /** How far times that are taken from answers may be off. */
  readonly blurMs: number;
  answered(sentAt: number, now: number): void;
  /** When the service took a call that has just been answered: one that took longer than others waited, who knows where. */
  taken(sentAt: number, now: number): Interval;
}

export function createAnswerTimes(): AnswerTimes {
  let typical: number | undefined;
  let shortest = 0;
  let deviation = FIRST_BLUR_MS / 2;
  const blurMs = (): number => 2 * deviation + 1;

  return {
    get typicalMs() {
      return typical;
    },
    get blurMs() {
      return blurMs();
    },
    answered(sentAt, now) {
      const took = now - sentAt;
      shortest = typical === undefined ? took : Math.min(took, shortest + (took - shortest) * FORGOTTEN);
      deviation += (Math.abs(took - (typical ?? took)) - deviation) / 16;
      typical = typical === undefined ? took : typical + (took - typical) / 8;
    },
    taken(sentAt, now) {
      const travel = shortest / 2;
      const blur = blurMs() / 2;
      return { from: sentAt + travel - blur, to: now - travel + blur };
    },
  };
}
