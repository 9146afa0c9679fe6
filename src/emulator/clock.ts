/** The time of every emulated service, in milliseconds since 1970; this machine's time plus a skew. */
export interface Clock {
  now(): number;
  /** Positive: the services are ahead of their clients. */
  setSkew(ms: number): void;
}

export function createClock(): Clock {
  let skew = 0;
  return {
    now: () => Date.now() + skew,
    setSkew(ms) {
      skew = ms;
    },
  };
}
