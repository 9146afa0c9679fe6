/** A file that a pattern matches. */
export interface SourceFile {
  /** As in {@link Csr.path}. */
  readonly path: string;
  readonly absolutePath: string;
}
