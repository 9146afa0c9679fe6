import type { RequestRate } from '../issuance/request-rate.ts';
import { estimate } from '../report/estimate.ts';
import type { Story } from '../report/story.ts';
import type { Services } from '../runner/services.ts';
import { type JudgeOptions, judgeBatch } from './judge-batch.ts';
import { type PlanRegistrationOptions, planRegistration } from './plan-registration.ts';

/** Each field is an input of action.yml. */
export interface ValidateOptions extends JudgeOptions, Omit<PlanRegistrationOptions, keyof JudgeOptions> {
  readonly registration: PlanRegistrationOptions['registration'] & JudgeOptions['registration'];
  readonly requestsPerSecond: RequestRate;
}

/**
 * `mode: validate`: judges the CSRs, says how long it would take to create their certificates, and what registering
 * their devices would do.
 *
 * @throws UserError as {@link judgeBatch} and {@link planRegistration}
 */
export async function validateBatch(story: Story, options: ValidateOptions, services: Services): Promise<void> {
  const judged = await judgeBatch(story, options, services);
  story.estimate = estimate(judged.batch.csrs.length, options.requestsPerSecond);
  if (story.estimate !== '') services.log.info(`Creating ${story.estimate}`);
  await planRegistration(story, judged, options, services);
}
