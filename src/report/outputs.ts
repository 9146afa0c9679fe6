import { certificateArn } from '../aws/place.ts';
import { DONE_RESULTS, retirementsWith } from '../retirement/retirement.ts';
import { countOf, openIn } from '../revocation/revocation.ts';
import type { Commands } from '../runner/commands.ts';
import type { Story } from './story.ts';

/**
 * Sets the step's outputs; action.yml describes each. All are short whatever the batch: GitHub drops outputs above 1 MB
 * a job, so lists stand in the manifest only.
 */
export function writeOutputs(story: Story, setOutput: Commands['setOutput']): void {
  const {
    batch,
    outcomes,
    directory,
    manifestPath,
    ledgerPath,
    artifact,
    secrets,
    audit,
    revocation,
    retirement,
    account,
  } = story;
  const { registration } = story;
  const having = (...results: readonly string[]): string =>
    String(outcomes.filter((outcome) => results.includes(outcome.result)).length);
  setOutput('created-count', having('created'));
  setOutput('reused-count', having('reused'));
  setOutput('rejected-count', String(batch?.rejected.length ?? 0));
  setOutput('failed-count', having('failed', 'in-doubt', 'not-attempted'));
  const registered = (...results: readonly string[]): string =>
    registration === undefined
      ? ''
      : String(registration.outcomes.filter(({ result }) => results.includes(result)).length);
  setOutput('registered-count', registered('registered', 'found'));
  setOutput('registration-failed-count', registered('incomplete', 'conflict'));
  setOutput('drift-count', audit === undefined ? '' : String(audit.drifts.length));
  setOutput('selected-count', revocation === undefined ? '' : String(openIn(revocation)));
  setOutput('revoked-count', revocation === undefined ? '' : String(countOf(revocation, 'revoked')));
  const retired = (...results: Parameters<typeof retirementsWith>[1][]): string =>
    retirement === undefined ? '' : String(retirementsWith(retirement, ...results));
  setOutput('retired-count', retired(...DONE_RESULTS));
  setOutput('unconfirmed-count', retired('unconfirmed'));
  setOutput('certificates-path', directory?.path ?? '');
  setOutput('manifest-path', manifestPath ?? '');
  setOutput('ledger-path', ledgerPath ?? '');
  setOutput('artifact-id', artifact?.id ?? '');
  setOutput('artifact-url', artifact?.url ?? '');
  setOutput('artifact-digest', artifact?.digest ?? '');
  setOutput('secret-count', secrets === undefined ? '' : String(secrets.written + secrets.kept));

  const [only, ...more] = outcomes;
  if (only === undefined || more.length > 0 || !('certificate' in only) || directory === undefined) return;
  setOutput('certificate-id', only.certificate.id);
  setOutput('certificate-arn', account === undefined ? '' : certificateArn(account, only.certificate.id));
  setOutput('certificate-path', directory.fileOf(only.csr));
  setOutput('thing-name', registration?.outcomes[0]?.thing ?? '');
}
