/**
 * True for the pointer that stands in a checkout where Git LFS did not put the file itself
 * (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md).
 */
export function isLfsPointer(text: string): boolean {
  return /^\ufeff?version https:\/\/(git-lfs\.github\.com|hawser\.github\.com)\/spec\//.test(text);
}

/** What to do about a pointer. */
export const LFS_FIX =
  'Set `lfs: true` for actions/checkout (elsewhere: `git lfs pull`), so that the file itself is there.';
