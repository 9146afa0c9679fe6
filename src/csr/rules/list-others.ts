/** As many names as a reader can use; a fleet that shares something has thousands. */
const SHOWN = 3;

/** `a.csr, b.csr, c.csr and 2 more`: the names in a group but one's own. Takes the same time for any number of them. */
export function listOthers<T>(group: readonly T[], isOwn: (member: T) => boolean, name: (member: T) => string): string {
  const shown = group
    .slice(0, SHOWN + 1)
    .filter((member) => !isOwn(member))
    .slice(0, SHOWN);
  const more = group.length - 1 - shown.length;
  return `${shown.map(name).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
