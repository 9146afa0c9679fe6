import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Drift } from '../../src/issuance/find-drift.ts';
import { UserError } from '../../src/lib/user-error.ts';
import { mergeSummary } from '../../src/report/merge-summary.ts';
import type { Story } from '../../src/report/story.ts';
import { summarize } from '../../src/report/summary.ts';
import { startBrowser } from './browser.ts';
import { type Fleet, hashOf, START, storyOf } from './fleet-story.ts';
import { type GitHubPage, openGitHubPage, renderMarkdown } from './github-page.ts';
import { plannedStory, registeredStory } from './registry-stories.ts';
import { RUNS, summaryOfRun } from './summary-runs.ts';

/** Two screens of 1,000 pixels. */
const TWO_SCREENS = 2_000;

/** Hosts that a link may lead to: GitHub, the stand-in for it, and the console of AWS. */
const HOSTS = /^(github\.com|127\.0\.0\.1|[\w-]+\.console\.aws\.amazon\.com)$/;

const rules = 'https://github.com/octo-org/action/blob/v1/docs/rules.md';

const incomplete = new UserError('incomplete', 'Some CSRs got no certificate.', { fix: 'Run the job again.' });

const summaryOf = (fleet: Fleet, more: Partial<Story> = {}): string =>
  summarize({ ...storyOf(fleet), ...more }, 'issue', 671_000, rules);

const LONG = `${'a-rather-long-directory/'.repeat(40)}${'x'.repeat(255)}`;

function manyDrifts(count: number): readonly Drift[] {
  const statuses = ['ACTIVE', 'INACTIVE', 'REVOKED', 'PENDING_TRANSFER', 'REGISTER_INACTIVE', 'PENDING_ACTIVATION'];
  return Array.from({ length: count }, (_, n) => ({
    kind: (['missing', 'status', 'several', 'orphan'] as const)[n % 4] ?? 'missing',
    certificateId: hashOf(String(n)),
    csrPath: n % 2 === 0 ? `csrs/${LONG}/${n}.csr` : undefined,
    inLedger: statuses[n % 6],
    inAccount: statuses[(n >> 2) % 6],
  }));
}

/** Summaries of batches for which no CSRs have to be made. */
const STORIES: Readonly<Record<string, () => string>> = {
  '10,000 CSRs': () => summaryOf({ count: 10_000, fate: () => 'created' }),
  '10,000 CSRs, mixed': () => summaryOf({ count: 10_000 }, { failure: incomplete }),
  '10,000 CSRs that all failed': () => summaryOf({ count: 10_000, fate: () => 'failed' }, { failure: incomplete }),
  '3,000 CSRs of a cancelled run': () =>
    summaryOf({ count: 3_000, fate: (n) => (n < 10 ? 'created' : 'not-attempted') }, { failure: incomplete }),
  'the longest paths and names': () =>
    summaryOf(
      { count: 400, pathOf: (n) => `csrs/${LONG}/${n % 9}|<b>.csr${n}`, nameOf: () => 'W'.repeat(64) },
      { failure: incomplete },
    ),
  'as many reasons as there are CSRs': () => {
    const story = storyOf({ count: 300, fate: () => 'failed', pathOf: (n) => `csrs/${LONG}/${n}` });
    const outcomes = story.outcomes.map((outcome, n) =>
      'problem' in outcome
        ? {
            ...outcome,
            problem: { code: 'refused', message: `${n} ${'why '.repeat(200)}`, fix: 'Mend it. '.repeat(99) },
          }
        : outcome,
    );
    return summarize({ ...story, outcomes, failure: incomplete }, 'issue', 671_000, rules);
  },
  'every mistake at once': () => {
    const wrong = (n: number, others: readonly UserError[] = []) =>
      new UserError('inputs', `${n} ${'is wrong '.repeat(99)}`, { where: LONG, fix: 'Mend it. '.repeat(99), others });
    const failure = wrong(
      0,
      Array.from({ length: 99 }, (_, n) => wrong(n + 1)),
    );
    return summarize({ start: START, outcomes: [], duplicates: [], failure }, 'issue', 100, rules);
  },
  'a run that registered some devices': () =>
    summarize(
      registeredStory({ count: 300, fate: () => 'created' }, (n) =>
        n % 50 === 7 ? 'incomplete' : n === 3 ? 'conflict' : n % 5 === 0 ? 'found' : 'registered',
      ),
      'issue',
      9,
      rules,
    ),
  'a plan of things': () =>
    summarize(
      plannedStory({ count: 300, fate: () => 'created' }, (n) => (n < 2 ? 'conflict' : n < 5 ? 'attach' : 'create')),
      'validate',
      9,
      rules,
    ),
  'an audit of 10,000': () => {
    const failure = new UserError('drift', 'They disagree.', { fix: 'Correct it.' });
    const story: Story = { start: START, outcomes: [], duplicates: [], failure };
    return summarize(
      {
        ...story,
        audit: { audited: 10_000, activated: 7, ages: { byYear: [], oldest: undefined }, drifts: manyDrifts(9_000) },
      },
      'audit',
      9,
      rules,
    );
  },
  'a merge without 200 of 256 shards': () =>
    mergeSummary({
      entries: [],
      shards: 56,
      gaps: Array.from({ length: 200 }, (_, n) => `Shard ${n}/256 handed nothing over: csrs/${LONG}.`),
      duplicates: Array.from({ length: 300 }, (_, n) => hashOf(String(n))),
      bundleless: [],
      target: `/home/runner/${LONG}`,
      ledger: undefined,
    }),
};

const browser = await startBrowser();

describe.skipIf(browser === undefined)('the job summary on a page of GitHub', () => {
  const folder = mkdtempSync(join(tmpdir(), 'summary-'));
  /** What must not happen on any page: a dialog, a message, a request to the network. */
  const mishaps: string[] = [];
  const pages = new Map<'light' | 'dark', GitHubPage>();

  beforeAll(async () => {
    for (const scheme of ['dark', 'light'] as const) {
      const page = await browser?.newPage({ viewport: { width: 1_012, height: 1_000 } });
      if (page !== undefined) pages.set(scheme, await openGitHubPage(watched(page), folder, scheme));
    }
  });

  function watched(page: Page): Page {
    page.on('console', (message) => mishaps.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => mishaps.push(`error: ${error.message}`));
    page.on('dialog', async (dialog) => {
      mishaps.push(`dialog: ${dialog.message()}`);
      await dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!/^(file|data|blob):/.test(request.url())) mishaps.push(`request: ${request.url()}`);
    });
    return page;
  }

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const cases: readonly (readonly [string, () => string | Promise<string>])[] = [
    ...Object.keys(RUNS).map((name) => [name, () => summaryOfRun(name)] as const),
    ...Object.entries(STORIES),
  ];

  it.each(cases)('fits two screens, light and dark, and nothing is cut off: %s', async (name, make) => {
    const summary = await make();
    expect(summary, 'is written').not.toBe('');
    expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576);
    const html = renderMarkdown(summary);
    for (const [scheme, { page, show }] of pages) {
      await show(html);
      const looks = await page.evaluate<Looks>(LOOK);
      expect(looks.sign).toMatch(/^(✅|⚠️|❌) \S/);
      expect(looks.overflowing).toEqual([]);
      expect(looks.height).toBeLessThanOrEqual(TWO_SCREENS);
      expect(looks.charts).toBe(summary.split('```mermaid').length - 1);
      expect(looks.hosts.filter((host) => !HOSTS.test(host))).toEqual([]);
      expect(looks.foreign).toEqual([]);
      await keep(page, `${name}-${scheme}`, looks.height);
    }
    const page = pages.get('light')?.page;
    await page?.evaluate(OPEN_ALL);
    expect((await page?.evaluate<Looks>(LOOK))?.overflowing).toEqual([]);
    expect(mishaps).toEqual([]);
  });

  /** For who wants to see them: SUMMARY_PICTURES names a directory. */
  async function keep(page: Page, name: string, height: number): Promise<void> {
    const directory = process.env.SUMMARY_PICTURES;
    if (!directory) return;
    console.log(`${Math.round(height)} px: ${name}`);
    await page.screenshot({ path: join(directory, `${name}.png`), fullPage: true });
  }
});

/** What is seen of the page. */
interface Looks {
  readonly sign: string;
  readonly height: number;
  readonly charts: number;
  readonly overflowing: readonly string[];
  readonly hosts: readonly string[];
  readonly foreign: readonly string[];
}

/** Runs in the page. A table, or code, that is too wide is scrolled in its own box. */
const LOOK = `(() => {
  const article = document.querySelector('article');
  const find = (selector) => [...article.querySelectorAll(selector)];
  return {
    sign: article.querySelector('h2')?.textContent ?? '',
    height: article.clientHeight - 64,
    charts: find('svg[aria-roledescription=xychart]').length,
    overflowing: [document.documentElement, ...find('table, pre, p, li, h2, h3, details, summary')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1 && clientWidth > 0)
      .map((element) => element.tagName + ' ' + element.scrollWidth + ' ' + element.textContent.slice(0, 60)),
    hosts: [...new Set(find('a').map(({ hostname }) => hostname))],
    foreign: find('script, img, iframe, form, input, b, em')
      .filter((element) => element.closest('svg') === null)
      .map((element) => element.outerHTML.slice(0, 100)),
  };
})()`;

const OPEN_ALL = `for (const one of document.querySelectorAll('details')) one.open = true;`;
