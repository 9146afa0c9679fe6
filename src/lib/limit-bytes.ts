import { type Readable, Transform } from 'node:stream';

/** An answer is larger than anything that its service has to say. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
  readonly code = 'ERR_TOO_LARGE';
  /** The message; the AWS SDK appends to that of an error. */
  readonly sentence: string;

  /** @param limit bytes */
  constructor(limit: number) {
    const sentence = `the answer is larger than ${limit / 1024} KiB`;
    super(sentence);
    this.sentence = sentence;
  }
}

/** The bytes of `source`, which is destroyed with a {@link TooLargeError} as soon as there are more than `limit`. */
export function limitBytes(source: Readable, limit: number): Readable {
  let seen = 0;
  const limited = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > limit) done(new TooLargeError(limit));
      else done(null, chunk);
    },
  });
  source.once('error', (error) => limited.destroy(error));
  // A source that is cut off closes without its `end` event.
  source.once('close', () => {
    if (!source.readableEnded)
      limited.destroy(Object.assign(new Error('the answer was cut off'), { code: 'ECONNRESET' }));
  });
  limited.once('close', () => source.destroy());
  return source.pipe(limited);
}
