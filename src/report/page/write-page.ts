import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mode } from '../../inputs/inputs.ts';
import { errorOf } from '../../lib/file-error.ts';
import type { FileWriter } from '../../lib/file-writer.ts';
import { readRegularFile } from '../../lib/read-file.ts';
import { UserError } from '../../lib/user-error.ts';
import { REPORT_HTML } from '../../naming/reserved-names.ts';
import type { Services } from '../../runner/services.ts';
import { onlyReport } from '../only-report.ts';
import type { Story } from '../story.ts';
import { pageData, renderPage } from './page.ts';

/** Built beside the program. */
const TEMPLATE = new URL('./report-page.html', import.meta.url);

/** What every page of this product has in its head, whatever its version. */
const MARK = '<meta name="generator" content="create-aws-iot-certificates-from-csrs">';

/** Characters of a page that hold its head up to there. */
const HEAD = 2_000;

type PageServices = Pick<Services, 'log' | 'clock' | 'context' | 'files'>;

/** A file that the report is written to. */
interface PageFile {
  readonly path: string;
  /** The input that has it there. */
  readonly input: 'report' | 'output-directory';
  readonly files: () => Promise<Pick<FileWriter, 'write' | 'rehearse'>>;
}

/** Sees that the report can be written where the story has it. Where it cannot, that is a warning, and it is not tried again. */
export async function rehearsePage(story: Story, services: PageServices): Promise<void> {
  await forEachFile(story, services, async ({ path, files }) => (await files()).rehearse([path]));
}

/**
 * Writes the report wherever the story has it; what keeps it from being written is a warning. May be called again when
 * the story went on.
 *
 * @returns the path of the one in the output directory when it was written
 */
export async function writePage(story: Story, mode: Mode, services: PageServices): Promise<string | undefined> {
  const { clock, context } = services;
  let html: string | undefined;
  let inDirectory: string | undefined;
  await forEachFile(story, services, async ({ path, input, files }) => {
    const writer = await files();
    html ??= renderPage(await readFile(TEMPLATE, 'utf8'), pageData(story, { mode, now: clock.now(), context }));
    await writer.write(path, html);
    if (input === 'report') story.pagePath = path;
    else {
      story.pagePath ??= path;
      inDirectory = path;
    }
  });
  return inDirectory;
}

/** Does it for each file of the report. One that fails is reported once, and left out from then on. */
async function forEachFile(story: Story, { log, files }: PageServices, work: (file: PageFile) => Promise<void>) {
  for (const [place, path] of Object.entries(story.pages ?? {})) {
    if (path === undefined) continue;
    const file: PageFile =
      place === 'path'
        ? { path, input: 'report', files: async () => files }
        : { path: join(path, REPORT_HTML), input: 'output-directory', files: () => directoryFiles(path, files) };
    let isDone = false;
    await onlyReport('The report', log, async () => {
      try {
        await work(file);
        isDone = true;
      } catch (error) {
        // What no file system says is a bug, and keeps its words.
        const isOfFile = error instanceof UserError || (error as NodeJS.ErrnoException).syscall !== undefined;
        throw isOfFile ? errorOf(error, 'report', file.input) : error;
      }
    });
    if (!isDone) story.pages = { directory: undefined, path: undefined, ...story.pages, [place]: undefined };
  }
}

/** @throws UserError `report` when a file of the report's name in the directory is none of ours to overwrite */
async function directoryFiles(directory: string, files: FileWriter): Promise<FileWriter> {
  const inside = files.below(directory);
  const path = join(directory, REPORT_HTML);
  const text = await readRegularFile(path);
  if (text === undefined || text.slice(0, HEAD).includes(MARK)) return inside;
  throw new UserError('report', `${path} is there, and is not a report of this action; it stays as it is.`, {
    where: 'output-directory',
    fix: 'Rename it, or name another output-directory.',
  });
}
