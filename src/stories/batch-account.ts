import { isSamePlace, type Place } from '../aws/place.ts';
import { type SignInOptions, signIn } from '../aws/sign-in.ts';
import type { SearchAccess } from '../issuance/iot-access.ts';
import { createPacers } from '../issuance/pacers.ts';
import { type RequestRate, shareOf } from '../issuance/request-rate.ts';
import { UserError } from '../lib/user-error.ts';
import type { Services } from '../runner/services.ts';

/** How the account of a batch is reached; each field is an input of `merge`. */
export interface BatchAccountOptions extends SignInOptions {
  readonly requestsPerSecond: RequestRate;
}

/** The account that the shards of a batch created certificates in. */
export interface BatchAccount {
  readonly access: SearchAccess;
  close(): void;
}

/**
 * @param place of the shards
 * @throws UserError when the job cannot sign in, `merge` when it is let into another account or region
 */
export async function openBatchAccount(
  place: Place,
  options: BatchAccountOptions,
  services: Services,
): Promise<BatchAccount> {
  const { clock, stop, log } = services;
  const account = await signIn(options, services);
  const close = (): void => account.iot.close();
  if (!isSamePlace(account, place)) {
    close();
    throw otherPlace(place);
  }
  const pacers = createPacers(clock, { share: shareOf(options.requestsPerSecond), report: log.info });
  return { access: { iot: account.iot, pacers, clock, signal: stop, report: log.info }, close };
}

function otherPlace({ account, region }: Place): UserError {
  return new UserError('merge', `The shards are of account ${account} in ${region}, and the credentials are not.`, {
    where: 'aws-region',
    fix: 'Give `merge` the region and the role of the shards.',
  });
}
