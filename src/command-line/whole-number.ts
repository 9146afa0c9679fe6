import type { Invocation } from './program.ts';
import { UsageError } from './usage-errors.ts';

/** @throws UsageError that names the flag */
export function wholeNumber(
  { flags, command }: Invocation,
  name: string,
  { standard, least, most }: { readonly standard: number; readonly least: number; readonly most: number },
): number {
  const text = String(flags[name] ?? standard);
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(
    `--${name}: ${JSON.stringify(text)} is not allowed; allowed: a whole number from ${least} to ${most}.`,
    command,
  );
}
