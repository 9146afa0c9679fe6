/** `a/b.csr` to `a/b`. A leading dot starts a name, not an extension. */
export function withoutExtension(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') + 1 ? path.slice(0, dot) : path;
}

/** `a/b.csr` to `b`. */
export function fileStem(path: string): string {
  const stem = withoutExtension(path);
  return stem.slice(stem.lastIndexOf('/') + 1);
}
