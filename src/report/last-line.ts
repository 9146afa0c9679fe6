import type { Mode } from '../inputs/inputs.ts';
import { count, duration, plural } from '../lib/words.ts';
import type { Outcome } from '../records/certificate.ts';
import { unregisteredOf } from './registry-facts.ts';
import { retirementLine } from './retire-annotations.ts';
import { revocationLine } from './revoke-annotations.ts';
import type { Story } from './story.ts';

/** What came of the run and where it is: the line that the log ends with. */
export function lastLine(story: Story, mode: Mode, elapsedMs: number): string {
  const { pagePath } = story;
  const report = pagePath === undefined ? [] : [`Report: ${pagePath}`];
  return [`${done(story, mode)} in ${duration(elapsedMs)}`, ...places(story), ...report].join('. ');
}

function done(story: Story, mode: Mode): string {
  const { batch, outcomes, audit, registration, revocation, retirement } = story;
  if (mode === 'audit') {
    return `${plural(audit?.audited ?? 0, 'certificate')} audited, ${plural(audit?.drifts.length ?? 0, 'disagreement')}`;
  }
  if (mode === 'revoke') {
    return revocation === undefined ? 'Nothing revoked' : revocationLine(revocation);
  }
  if (mode === 'retire') return retirement === undefined ? 'Nothing retired' : retirementLine(retirement);
  const rejected = `${count(batch?.rejected.length ?? 0)} rejected`;
  if (mode === 'validate') return `${plural(batch?.csrs.length ?? 0, 'valid CSR')}, ${rejected}`;
  const of = (result: Outcome['result']): number => outcomes.filter((outcome) => outcome.result === result).length;
  const rare = [
    [of('in-doubt'), 'unresolved'],
    [of('not-attempted'), 'not attempted'],
  ] as const;
  return [
    `${count(of('created'))} created`,
    `${count(of('reused'))} reused`,
    rejected,
    `${count(of('failed'))} failed`,
    ...rare.flatMap(([csrs, word]) => (csrs === 0 ? [] : [`${count(csrs)} ${word}`])),
    ...(registration === undefined ? [] : [`${count(unregisteredOf(story).length)} not registered`]),
  ].join(', ');
}

function places({ outcomes, artifact, secrets, directory }: Story): readonly string[] {
  if (!outcomes.some((outcome) => 'certificate' in outcome)) return [];
  const where = [
    ...(artifact === undefined ? [] : [`the artifact ${artifact.name}`]),
    ...(secrets === undefined ? [] : [`secrets of the ${secrets.where}`]),
    ...(directory === undefined ? [] : [directory.path]),
  ];
  return where.length === 0 ? [] : [`The certificates are in ${where.join(' and ')}`];
}
