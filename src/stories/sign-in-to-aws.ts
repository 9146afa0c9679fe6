import type { Account, SignInOptions } from '../aws/sign-in.ts';
import type { Story } from '../report/story.ts';
import type { Services } from '../runner/services.ts';

/**
 * The stage that takes credentials and sees whose they are. Leaves the account in the story.
 *
 * @throws UserError for everything that keeps this job from AWS
 */
export async function signInToAws(story: Story, options: SignInOptions, services: Services): Promise<Account> {
  services.log.stage('Sign in to AWS');
  // Loaded only where it is needed: validation needs no AWS.
  const { signIn } = await import('../aws/sign-in.ts');
  const account = await signIn(options, services);
  story.account = account;
  services.log.info(`AWS account ${account.account} in ${account.region} as ${account.arn}`);
  return account;
}
