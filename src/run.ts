import type { Inputs } from './inputs/inputs.ts';
import { recall } from './issuance/recall.ts';
import { newStory, type Story } from './report/story.ts';
import { refuseForks } from './runner/event.ts';
import type { Services } from './runner/services.ts';
import { auditLedger } from './stories/audit.ts';
import { besideIssuing } from './stories/beside-issuing.ts';
import { createCertificates } from './stories/create-certificates.ts';
import { deliverCertificates } from './stories/deliver-certificates.ts';
import { runToEnd } from './stories/end-run.ts';
import { judgeBatch } from './stories/judge-batch.ts';
import { openShared } from './stories/open-shared.ts';
import { prepareBundles } from './stories/prepare-bundles.ts';
import { makeSureOfHandOver } from './stories/prepare-hand-over.ts';
import { retireCertificates } from './stories/retire-certificates.ts';
import { revokeCertificates } from './stories/revoke-certificates.ts';
import { signInToAws } from './stories/sign-in-to-aws.ts';
import { validateBatch } from './stories/validate-batch.ts';

/**
 * One run of the step: what `mode` asks for, to its end.
 *
 * @param story what the run finds and does is left in it
 * @returns as {@link runToEnd} does
 */
export function run(inputs: Inputs, services: Services, story = newStory(services.clock)): Promise<boolean> {
  const act = {
    issue,
    validate: validateBatch,
    audit: auditLedger,
    revoke: revokeCertificates,
    retire: retireCertificates,
  }[inputs.mode];
  const work = async (): Promise<void> => {
    if (inputs.mode !== 'validate') refuseForks(services.context.event, inputs.allowForks);
    await act(story, inputs, services);
  };
  return runToEnd(work, story, inputs, services);
}

/**
 * `mode: issue`, top to bottom: judge the CSRs, make sure that everything after is possible, find out what exists
 * already and what the registry holds, create what is missing and register devices beside it, hand over.
 */
async function issue(story: Story, inputs: Inputs, services: Services): Promise<void> {
  const judged = await judgeBatch(story, inputs, services);
  services.log.stage('Make sure that certificates can be handed over');
  const { handOver, ledgerCommit } = await makeSureOfHandOver(story, judged, inputs, services);
  const account = await signInToAws(story, inputs, services);
  const bundles = await prepareBundles(judged.names, account, services);
  services.log.stage('Find out which certificates exist');
  story.shared = await openShared(inputs, judged.batch.csrs, account, services);
  const memory = await recall(inputs, services, account, handOver.earlier?.certificates ?? [], story.shared);
  story.memory = memory;
  // From here on the post step has something to look after.
  services.commands.saveState('journal', memory.journal.path);
  const { batch, beside } = await besideIssuing(story, judged, { account, memory }, inputs, services);
  const prepared = { batch, handOver, account, memory, ledgerCommit, beside, bundles };
  const created = await createCertificates(story, prepared, inputs, services);
  services.log.stage('Hand over');
  await deliverCertificates(story, prepared, created, inputs, services);
}
