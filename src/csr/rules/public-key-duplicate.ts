import { groupBy } from '../../lib/group-by.ts';
import { listOthers } from './list-others.ts';
import type { BatchRule } from './rule.ts';

export const publicKeyDuplicate: BatchRule = {
  about: 'batch',
  id: 'public-key-duplicate',
  severity: 'error',
  isFixed: false,
  title: 'No two files of a batch have the same public key.',
  source: { name: 'NIST SP 800-57 part 1, section 5.2', url: 'https://doi.org/10.6028/NIST.SP.800-57pt1r5' },
  why: 'Two devices with one key can pass for each other, and one of them cannot be revoked alone. It also happens when one CSR is there twice, and would then become two certificates. A file counts also when another rule refuses it.',
  check({ entries }) {
    const groups = [...groupBy(entries, ({ spkiSha256 }) => spkiSha256).values()].filter(({ length }) => length > 1);
    return groups.flatMap((group) => {
      const paths = group.map(({ path }) => path);
      return group.map(({ path }) => ({
        path,
        group: paths,
        message: `Its public key is also that of ${listOthers(
          group,
          (other) => other.path === path,
          (other) => other.path,
        )}.`,
        fix: 'Keep one file of each key, and give every device a key of its own.',
      }));
    });
  },
};
