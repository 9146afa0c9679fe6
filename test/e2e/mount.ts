import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Only root may mount a disk, and not everywhere. */
export const canMount = ((): boolean => {
  try {
    const place = mkdtempSync(join(tmpdir(), 'mount-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', place], { stdio: 'ignore' });
    execFileSync('umount', [place]);
    return true;
  } catch {
    console.log('Full, read-only and mounted places are not tested: nothing can be mounted here');
    return false;
  }
})();
