import type { Mode } from '../inputs/inputs.ts';
import type { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import { type Retirement, retirementsWith } from '../retirement/retirement.ts';
import { countOf, type Revocation } from '../revocation/revocation.ts';
import { failureLines, said } from '../runner/failure-summary.ts';
import { cell, link } from './markdown.ts';
import { reasonsOf } from './reason-table.ts';
import { reasonsOfRegistration } from './registry-summary.ts';
import type { Story } from './story.ts';

/** What a person does next, as Markdown: one line, or one for each thing that went wrong. */
export function nextStep(story: Story, mode: Mode): string {
  const { failure } = story;
  const lines = failure === undefined ? [afterSuccess(story, mode)] : afterFailure(story, failure, mode);
  return lines.length === 0 || lines[0] === '' ? '' : `${lines.join('\n\n')}\n`;
}

/** What went wrong is repeated where neither the heading nor a table of the summary has it. */
function afterFailure(story: Story, failure: UserError, mode: Mode): readonly string[] {
  const own = ownWords(story, failure, mode);
  if (own !== undefined) return [`**Next:** ${[own, ...download(story)].join(' ')}`];
  return failureLines(failure, story.outcomes.length === 0 && !isCounted(story, mode));
}

/** The heading counts, and does not say what went wrong. */
function isCounted({ batch, audit, revocation, retirement }: Story, mode: Mode): boolean {
  if (mode === 'retire') return retirement !== undefined;
  if (mode === 'revoke') return revocation !== undefined;
  return mode === 'validate' ? batch !== undefined : mode === 'audit' && audit !== undefined;
}

/** What sums up what the tables of the summary say one by one. */
function ownWords(story: Story, { code }: UserError, mode: Mode): string | undefined {
  const { outcomes, batch } = story;
  switch (code) {
    case 'incomplete':
    case 'cancelled':
    case 'registration-incomplete':
    case 'registration-conflict': {
      const reasons = [...reasonsOf(outcomes), ...reasonsOfRegistration(story)];
      const [fix, ...others] = new Set(reasons.map((reason) => reason.fix));
      if (fix === undefined) return undefined;
      return others.length === 0 ? said(fix) : 'Do what is said beside each reason below.';
    }
    case 'invalid-csrs': {
      const rejected = batch?.rejected.length ?? 0;
      const all = `Correct the ${plural(rejected, 'file')} below, and push ${rejected === 1 ? 'it' : 'them'}.`;
      const others = mode === 'issue' && (batch?.csrs.length ?? 0) > 0;
      return others ? `${all} Or set \`on-invalid: skip\` to leave ${rejected === 1 ? 'it' : 'them'} out.` : all;
    }
    case 'drift':
      return 'Correct the ledger where the account is right, and revoke what should not be there with `mode: revoke`.';
    default:
      return undefined;
  }
}

function afterSuccess(story: Story, mode: Mode): string {
  const { batch, duplicates, artifact, secrets, directory, outcomes, revocation, retirement } = story;
  if (revocation !== undefined) return afterRevocation(revocation);
  if (retirement !== undefined) return afterRetirement(retirement);
  const rejected = batch?.rejected.length ?? 0;
  const sentences = [...download(story)];
  if (mode === 'issue' && outcomes.length > 0 && artifact === undefined && secrets === undefined && directory) {
    sentences.push(
      'Steps that follow find the certificates in the directory that the output `certificates-path` names.',
    );
  }
  if (rejected > 0) sentences.push(`Correct the ${plural(rejected, 'rejected file')} and run the job again.`);
  if (duplicates.length > 0) sentences.push('Revoke the duplicates below when no device uses them.');
  return sentences.length === 0 ? '' : `**Next:** ${sentences.join(' ')}`;
}

function afterRevocation(revocation: Revocation): string {
  const selected = countOf(revocation, 'selected');
  if (selected > 0) {
    return '**Next:** Look through the list, and set `dry-run: false` to revoke these certificates. Nobody can undo that.';
  }
  if (countOf(revocation, 'revoked') === 0) return '';
  return '**Next:** AWS IoT disconnects the devices within minutes. A device gets back with a new key, a new CSR and a new certificate.';
}

function afterRetirement(retirement: Retirement): string {
  if (retirementsWith(retirement, 'planned') > 0) {
    return '**Next:** Look through the list, and set <code>dry-run: false</code> to retire these certificates.';
  }
  if (retirementsWith(retirement, 'retired') === 0) return '';
  return '**Next:** A device that cannot connect now gets its old certificate back: <code>aws iot update-certificate --new-status ACTIVE</code>, and attach it to its thing. Run the job again with <code>retire-to: revoked</code> or <code>deleted</code> when all is well.';
}

function download({ artifact, outcomes }: Story): readonly string[] {
  const have = outcomes.filter((outcome) => 'certificate' in outcome).length;
  if (artifact === undefined || have === 0) return [];
  return [`Download the ${plural(have, 'certificate')}: ${link(cell(artifact.name), artifact.url)}.`];
}
