import { stat } from 'node:fs/promises';

/** GitHub refuses files of this size. https://docs.github.com/en/repositories/working-with-files/managing-large-files/about-large-files-on-github */
const GITHUB_BYTES = 100 * 1024 * 1024;

/** From this part of it on, the run says so: a fleet needs time to move. */
const SOON = 0.8;

/** One line with a certificate of AWS IoT, about; docs/ledger.md. */
const LINE_BYTES = 1_900;

/** What a person should know of a ledger file before a run uses it. */
export interface LedgerRemark {
  readonly level: 'notice' | 'warning';
  readonly message: string;
}

/**
 * Looks at the file that `ledger` names: whether it is there, and whether GitHub takes it when this run has written it.
 *
 * @param path absolute
 * @param added how many certificates the run may add
 */
export async function remarkOnLedger(path: string, added: number): Promise<LedgerRemark | undefined> {
  let bytes: number;
  try {
    bytes = (await stat(path)).size;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // What else keeps it from being read is reported where it is read.
    if (code !== 'ENOENT' && code !== 'ENOTDIR') return undefined;
    return {
      level: 'notice',
      message: `${path} does not exist. Check \`ledger\`. Without the file, the account is searched for earlier certificates, and the run that issues begins the ledger.`,
    };
  }
  const after = bytes + added * LINE_BYTES;
  if (after < SOON * GITHUB_BYTES) return undefined;
  const megabytes = (value: number): string => `${Math.round(value / 1024 / 1024)} MiB`;
  return {
    level: 'warning',
    message: `The ledger ${path} has ${megabytes(bytes)}, and about ${megabytes(after)} when this run has added its certificates. GitHub refuses files of ${megabytes(GITHUB_BYTES)}, about 55,000 devices. Keep the ledger in a table before that: \`ledger: dynamodb://TABLE\` (docs/ledger.md).`,
  };
}
