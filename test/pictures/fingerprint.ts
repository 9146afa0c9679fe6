import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageData, renderPage } from '../../src/report/page/page.ts';
import { summarize } from '../../src/report/summary.ts';
import { START, storyOf } from '../report/fleet-story.ts';

const repository = join(import.meta.dirname, '../..');

/** Where the pictures are, and the text beside them that says what they show. */
export const PICTURES = join(repository, 'docs/pictures');
export const VERSION = join(PICTURES, 'version.txt');

/** What makes the pictures anew. */
export const COMMAND = 'npm run pictures';

/**
 * What the summary and the report of one batch look like in this version: the pictures are of a run, whose keys, times
 * and ids are new each time, and this is the same each time.
 */
export function fingerprint(): string {
  const story = { ...storyOf({ count: 300 }), duplicates: [] };
  const context = {
    workspace: '/home/runner/work/fleet',
    repository: 'octo-org/fleet',
    runUrl: 'https://github.com/octo-org/fleet/actions/runs/4711',
    serverUrl: 'https://github.com',
    commit: 'c'.repeat(40),
    rulesPage: 'https://github.com/octo-org/action/blob/v1/docs/rules.md',
  };
  const template = readFileSync(join(repository, 'dist/report-page.html'), 'utf8');
  const page = renderPage(template, pageData(story, { mode: 'issue', now: START + 61_000, context }));
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  return `summary ${hash(summarize(story, 'issue', 61_000, context.rulesPage))}\nreport ${hash(page)}\n`;
}
