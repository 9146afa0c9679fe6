import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeCsr, toPem } from '../csr/make-csr.ts';

const made: string[] = [];

/** So many CSRs with EC P-256 keys, as PEM; the same ones each time. */
export function fleet(count: number): readonly string[] {
  while (made.length < count) made.push(toPem(makeCsr({ subject: [['CN', `device-${made.length}`]] })));
  return made.slice(0, count);
}

/** Writes them into `directory`/csrs. */
export async function writeFleet(directory: string, count: number): Promise<string> {
  const folder = join(directory, 'csrs');
  await mkdir(folder, { recursive: true });
  for (const [n, pem] of fleet(count).entries()) writeFileSync(join(folder, `device-${n}.csr`), pem);
  return folder;
}
