/** The part of zip-stream, which has no types of its own, that is used here. */
declare module 'zip-stream' {
  import type { Transform } from 'node:stream';

  export default class ZipStream extends Transform {
    constructor(options?: { readonly zlib?: { readonly level?: number } });
    entry(
      source: Buffer | string,
      data: { readonly name: string; readonly date: Date; readonly mode: number },
      callback: (error: Error | null) => void,
    ): this;
    finalize(): void;
  }
}
