import { isDataEndpoint } from '../aws/data-endpoint.ts';
import type { Account } from '../aws/sign-in.ts';
import type { BundlePlan } from '../delivery/bundle/deliver-bundles.ts';
import { callUntilAnswered } from '../issuance/iot-access.ts';
import { createPacer } from '../issuance/pacer/pacer.ts';
import { UserError } from '../lib/user-error.ts';
import type { BatchNames } from '../naming/name-batch.ts';
import type { Services } from '../runner/services.ts';

/**
 * The stage that finds out where devices connect, before there is a certificate.
 *
 * @returns undefined when no bundles are asked for; then nobody is asked
 * @throws UserError when AWS does not say where; nothing has been created then
 */
export async function prepareBundles(
  { bundles: names, things }: Pick<BatchNames, 'bundles' | 'things'>,
  account: Pick<Account, 'region' | 'registry'>,
  { clock, stop, log }: Pick<Services, 'clock' | 'stop' | 'log'>,
): Promise<BundlePlan | undefined> {
  if (names === undefined) return undefined;
  const { region } = account;
  const registry = await account.registry();
  const pacer = createPacer({ clock, mode: { kind: 'auto', share: 1 } });
  const waiting = { clock, signal: stop, report: log.info };
  const { address } = await callUntilAnswered(
    'iot:DescribeEndpoint',
    () => registry.describeEndpoint(),
    pacer,
    waiting,
  );
  if (!isDataEndpoint(address, region)) throw strange(address, region);
  log.info(`Devices connect to ${address}`);
  return { names, endpoint: address, region, thingNameOf: ({ path }) => things.get(path)?.name };
}

function strange(address: string, region: string): UserError {
  return new UserError(
    'bundle-endpoint',
    `AWS IoT names "${address}" as the endpoint of devices, which is no data endpoint of AWS IoT in ${region}. Nothing was created.`,
    {
      where: 'iot:DescribeEndpoint',
      fix: 'Check that AWS_ENDPOINT_URL_IOT leads to AWS itself, or remove `bundle`.',
    },
  );
}
