import type { Mode } from '../inputs/inputs.ts';
import { count, plural } from '../lib/words.ts';
import type { Story } from './story.ts';

/** What came of the run, in one line: `298 AWS IoT certificates for 300 CSRs`. */
export function verdict({ batch, outcomes, audit }: Story, mode: Mode): string {
  const files = batch?.files ?? 0;
  switch (mode) {
    case 'audit':
      return `Audit of ${plural(audit?.audited ?? 0, 'certificate')}: ${audit === undefined ? 'not done' : plural(audit.drifts.length, 'disagreement')}`;
    case 'validate':
      return `${count(batch?.csrs.length ?? 0)} of ${plural(files, 'CSR')} valid`;
    case 'issue': {
      const have = outcomes.filter((outcome) => 'certificate' in outcome).length;
      return `${plural(have, 'AWS IoT certificate')} for ${plural(files, 'CSR')}`;
    }
  }
}
