import type { Readable } from 'node:stream';
import { limitBytes } from '../lib/limit-bytes.ts';

/**
 * The most that is read of one answer of AWS, bytes. The largest one that AWS IoT, AWS STS and Service Quotas give, a
 * page of 250 certificates, has about 100 KB.
 */
const MAX_ANSWER_BYTES = 1024 * 1024;

/** The part of an SDK client that is needed here; their types differ in what they send. */
interface Client {
  readonly middlewareStack: {
    add(
      middleware: (next: (args: never) => Promise<Result>) => (args: never) => Promise<Result>,
      options: { readonly step: 'deserialize'; readonly priority: 'low'; readonly name: string },
    ): void;
  };
}

interface Result {
  readonly response: unknown;
}

/**
 * Makes every answer of a client, errors too, end with a `TooLargeError` where it is larger than any can be.
 *
 * @param most the largest that can be, bytes
 */
export function limitAnswers(client: unknown, most = MAX_ANSWER_BYTES): void {
  (client as Client).middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const response = result.response as { body?: Readable };
      if (response.body !== undefined) response.body = limitBytes(response.body, most);
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'limitAnswers' },
  );
}
