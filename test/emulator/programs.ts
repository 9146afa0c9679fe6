import { execFileSync } from 'node:child_process';

/** The program's name when it runs here; otherwise undefined, and a line that says what is not tested. */
export function find(program: string, args: readonly string[]): string | undefined {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return program;
  } catch {
    console.log(`skipped what needs "${program} ${args.join(' ')}": it does not run here`);
    return undefined;
  }
}
