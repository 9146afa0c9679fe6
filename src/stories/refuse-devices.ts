import type { Finding } from '../csr/csr.ts';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';

/**
 * Refuses a devices file of which lines have an error: only `rules` makes one of what is found about lines.
 *
 * @param nothing what to say of what was done, a sentence after a space; empty where nothing would be created
 * @throws UserError `invalid-devices`
 */
export function refuseDevices(findings: readonly Finding[], nothing: string): void {
  const wrong = findings.filter(({ severity, line }) => severity === 'error' && line !== undefined);
  const [first] = wrong;
  if (first === undefined) return;
  const lines = plural(wrong.length, 'line');
  throw new UserError('invalid-devices', `The devices file has ${lines} with an error. ${first.message}${nothing}`, {
    where: `${first.path}:${first.line}`,
    fix: first.fix,
  });
}
