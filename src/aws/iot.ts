import { CreateCertificateFromCsrCommand, IoTClient } from '@aws-sdk/client-iot';
import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import { type Failure, failureOf } from './answers.ts';

/** What AWS IoT handed back for a CSR. Unchecked: see issuance/check.ts. */
export interface CreatedCertificate {
  readonly kind: 'created';
  readonly id: string;
  readonly arn: string;
  readonly pem: string;
}

/** The calls to AWS IoT that this product makes. Never throws for what AWS or the network does: it answers with it. */
export interface Iot {
  /**
   * `CreateCertificateFromCsr`, once: not idempotent, so nothing below retries it.
   * https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCertificateFromCsr.html
   *
   * @param pem 1 to 4,096 characters
   */
  createCertificate(pem: string, setAsActive: boolean): Promise<CreatedCertificate | Failure>;
  close(): void;
}

/** Sockets to keep open; the pacer keeps fewer calls in flight than this. */
const MAX_SOCKETS = 512;

/**
 * @param timeoutMs from sending a request to the last byte of its answer
 * @param credentials undefined for the SDK's ambient chain
 */
export function createIot(options: {
  readonly region: string;
  readonly credentials: AwsCredentialIdentityProvider | undefined;
  readonly timeoutMs: number;
}): Iot {
  const { region, credentials, timeoutMs } = options;
  const agent = { keepAlive: true, maxSockets: MAX_SOCKETS };
  const client = new IoTClient({
    region,
    ...(credentials === undefined ? {} : { credentials }),
    // An SDK retry after a 500, a reset or a time-out mints a second certificate.
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 5_000, httpAgent: agent, httpsAgent: agent },
  });

  return {
    async createCertificate(pem, setAsActive) {
      try {
        const answer = await withinTime(timeoutMs, (abortSignal) =>
          client.send(new CreateCertificateFromCsrCommand({ certificateSigningRequest: pem, setAsActive }), {
            abortSignal,
          }),
        );
        const { certificateId, certificateArn, certificatePem } = answer;
        if (!certificateId || !certificateArn || !certificatePem) {
          return { kind: 'in-doubt', code: 'IncompleteAnswer', message: 'AWS answered without a certificate' };
        }
        return { kind: 'created', id: certificateId, arn: certificateArn, pem: certificatePem };
      } catch (error) {
        return failureOf(error);
      }
    },
    close: () => client.destroy(),
  };
}

/** The SDK's own time-outs end with the answer's headers; a body that never ends needs this one. */
async function withinTime<T>(ms: number, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error(`no complete answer within ${ms / 1_000} s`), { name: 'TimeoutError' }));
      controller.abort();
    }, ms);
  });
  try {
    return await Promise.race([call(controller.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
