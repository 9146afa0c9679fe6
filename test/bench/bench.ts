/** One figure: what was measured, and what it has to reach. */
export interface Figure {
  /** What was done: `10,000 EC P-256 CSRs`. */
  readonly case: string;
  /** What the number is: `wall time / bound`. */
  readonly what: string;
  readonly value: number;
  /** `≤` or `≥` and the number to reach; undefined where there is none. */
  readonly target?: readonly ['≤' | '≥', number];
  /** What belongs to the number: absolute times, versions, why something is missing. */
  readonly note?: string;
}

/** A bench: ratios, all measured in one run on one machine. */
export interface Bench {
  readonly name: string;
  readonly about: string;
  /** @param report takes each figure as soon as there is one */
  run(report: (figure: Figure) => void): Promise<void>;
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The middle one of several measurements. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
