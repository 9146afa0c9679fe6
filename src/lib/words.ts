/** `1,234,567`: the same on every machine, whatever its locale. */
export function count(value: number): string {
  // Not toLocaleString: the first use of it loads more than a small run does otherwise.
  return String(value).replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}

/** `1,234 certificates`, `1 certificate`. */
export function plural(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`;
}

/** `850 ms`, `12 s`, `9 min 50 s`, `3 h 5 min`: milliseconds in the two largest units that say something. */
export function duration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3_600)} h ${Math.floor((seconds % 3_600) / 60)} min`;
}
