import { IoTClient } from '@aws-sdk/client-iot';
import { STSClient } from '@aws-sdk/client-sts';
import type { Emulator } from '../../src/emulator/emulator.ts';

export interface TestCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The long-term keys of the emulated account. */
export function userCredentials({ accessKeys }: Emulator): TestCredentials {
  return { accessKeyId: accessKeys.AWS_ACCESS_KEY_ID, secretAccessKey: accessKeys.AWS_SECRET_ACCESS_KEY };
}

/** The AWS SDK's client with its retries off, so that each call is one request. */
export function iotClient(
  emulator: Emulator,
  changes: { region?: string; credentials?: TestCredentials } = {},
): IoTClient {
  const { region = emulator.region, credentials = userCredentials(emulator) } = changes;
  return new IoTClient({ region, credentials, endpoint: emulator.env.AWS_ENDPOINT_URL_IOT ?? '', maxAttempts: 1 });
}

export function stsClient(emulator: Emulator, credentials = userCredentials(emulator)): STSClient {
  const endpoint = emulator.env.AWS_ENDPOINT_URL_STS ?? '';
  return new STSClient({ region: emulator.region, credentials, endpoint, maxAttempts: 1 });
}

/** Name and HTTP status of the error that `call` ends with. */
export async function failureOf(
  call: Promise<unknown>,
): Promise<{ readonly name: string; readonly status: number | undefined; readonly message: string }> {
  try {
    await call;
  } catch (error) {
    const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
    return { name, status: $metadata?.httpStatusCode, message };
  }
  throw new Error('the call succeeded');
}

/** A token of the emulated job, as `core.getIDToken` asks for it. */
export async function idToken({ env }: Emulator, audience = 'sts.amazonaws.com'): Promise<string> {
  const response = await fetch(`${env.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=${encodeURIComponent(audience)}`, {
    headers: { authorization: `Bearer ${env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` },
  });
  const { value } = (await response.json()) as { readonly value: string };
  return value;
}
