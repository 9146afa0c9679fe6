import type { Place } from '../aws/place.ts';
import type { UploadedArtifact } from '../delivery/artifact.ts';
import { count, plural } from '../lib/words.ts';
import type { IssuedRecord } from '../records/journal.ts';
import { headline, said } from '../runner/failure-summary.ts';
import { beforeUse } from './hand-over-summary.ts';
import { breakable, cell, folded, link, longTable, table } from './markdown.ts';

/** What the post step found and handed over after a step that was ended. */
export interface RecoveryStory {
  readonly certificates: readonly IssuedRecord[];
  /** CSRs whose certificate may exist. */
  readonly inDoubt: ReadonlyMap<string, { readonly csr: { readonly path: string } }>;
  /** Secrets that were written, by their name and place. */
  readonly delivered: ReadonlyMap<string, unknown>;
  /** Devices that are registered, by the ids of their certificates; empty also where nothing was asked of the registry. */
  readonly registered: ReadonlyMap<string, unknown>;
  /** The account has said that it holds the certificates. */
  readonly confirmed: boolean;
  readonly place: Place | undefined;
  /** Undefined: it could not be uploaded. */
  readonly artifact: UploadedArtifact | undefined;
  /** Absolute path of the directory that has the files. */
  readonly root: string;
}

/** What to press after a step that was ended. */
export const RERUN = 'Press "Re-run failed jobs": what has its certificate is not issued again.';

/** The job summary of a post step, as Markdown. */
export function recoverySummary(story: RecoveryStory): string {
  const { certificates, inDoubt, delivered, registered, artifact } = story;
  const what = `${plural(certificates.length, 'certificate')} and the journal are`;
  const doubt = inDoubt.size === 0 ? '' : `, ${count(inDoubt.size)} unresolved`;
  return [
    headline(
      '⚠️',
      `The step was ended before it was finished: ${plural(certificates.length, 'certificate')} saved${doubt}`,
    ),
    `**Next:** ${said(RERUN)}${inDoubt.size === 0 ? '' : ` It looks for the certificates of the unresolved ${inDoubt.size === 1 ? 'CSR' : 'CSRs'} in the account first.`}\n`,
    table(
      ['Certificates', 'Unresolved', 'Secrets written'],
      [[certificates.length, inDoubt.size, delivered.size].map(count)],
    ),
    '### Where the certificates are\n',
    artifact === undefined
      ? `- ${what} in the directory ${breakable(story.root)} on the runner, and in AWS IoT: no artifact could be uploaded`
      : `- ${what} in the artifact ${link(cell(artifact.name), artifact.url)}`,
    ...(registered.size === 0
      ? []
      : [`- ${plural(registered.size, 'device')} registered in AWS IoT so far; the next attempt does the rest`]),
    ...(story.confirmed ? [] : ['- AWS IoT could not confirm them; each PEM proves its id and its key']),
    '',
    ...(certificates.length === 0
      ? []
      : beforeUse(certificates.length, inactiveOf(story), story.place, registered.size > 0)),
    ...listsOf(story),
  ].join('\n');
}

/**
 * The job summary of a post step after a run that revoked certificates, as Markdown.
 *
 * @param revoked how many of them are; undefined: the account did not say
 * @param asked how many the run had asked for
 * @param next what to do, a sentence
 */
export function revocationRecoverySummary(revoked: number | undefined, asked: number, next: string): string {
  const what = revoked === undefined ? `${count(asked)} asked for` : `${count(revoked)} of ${count(asked)} revoked`;
  return [
    headline('⚠️', `The step was ended before it was finished: ${what}`),
    `**Next:** ${said(next)}\n`,
    table(['Asked for', 'Revoked'], [[count(asked), revoked === undefined ? 'not known' : count(revoked)]]),
  ].join('\n');
}

/**
 * The job summary of a post step after a run that retired certificates, as Markdown.
 *
 * @param recorded of how many the ledger says what became of them; undefined: the account did not say
 * @param begun how many the run had begun with
 * @param next what to do, a sentence
 */
export function retirementRecoverySummary(recorded: number | undefined, begun: number, next: string): string {
  const what = `${count(begun)} begun with, ${recorded === undefined ? 'not known how many are done' : `${count(recorded)} done`}`;
  return [
    headline('⚠️', `The step was ended before it was finished: ${what}`),
    `**Next:** ${said(next)}\n`,
    table(['Begun with', 'Done'], [[count(begun), recorded === undefined ? 'not known' : count(recorded)]]),
  ].join('\n');
}

function inactiveOf({ certificates }: RecoveryStory): number {
  return certificates.filter(({ certificate }) => certificate.status === 'INACTIVE').length;
}

function listsOf({ inDoubt, delivered }: RecoveryStory): readonly string[] {
  const paths = [...inDoubt.values()].map(({ csr }) => csr.path);
  const secrets = [...delivered.keys()];
  return [
    ...(paths.length === 0 ? [] : [list(plural(paths.length, 'unresolved CSR'), 'CSR', paths)]),
    ...(secrets.length === 0 ? [] : [list(`${plural(secrets.length, 'secret')} written`, 'Secret', secrets)]),
  ];
}

function list(title: string, column: string, items: readonly string[]): string {
  return folded(
    title,
    longTable([column], items, (item) => [breakable(item)]),
  );
}
