import { relative, sep } from 'node:path';
import { consolePages, partitionOf } from '../../aws/place.ts';
import type { Mode } from '../../inputs/inputs.ts';
import { count, duration, plural } from '../../lib/words.ts';
import type { RunContext } from '../../runner/context.ts';
import { placed } from '../../runner/log.ts';
import { pacingFacts } from '../pacing.ts';
import type { Story } from '../story.ts';
import { verdict } from '../verdict.ts';
import { encode } from './encode.ts';
import type { PageData, RunFacts } from './page-data.ts';
import { collect } from './page-rows.ts';
import { registryOf } from './registry-rows.ts';

/** When and where the run was. */
export interface PageRun {
  readonly mode: Mode;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly context: Pick<RunContext, 'workspace' | 'repository' | 'runUrl' | 'serverUrl' | 'commit' | 'rulesPage'>;
}

/** Everything that report.html shows of a run, finished or not. */
export function pageData(story: Story, run: PageRun): PageData {
  const pacing = story.pacing?.();
  const { series, stats } = pacing ?? {};
  const registry = registryOf(story, run.mode);
  return {
    run: factsOf(story, run),
    ...encode(collect(story, run.mode)),
    ...(pacing === undefined || stats === undefined || stats.sent === 0
      ? {}
      : {
          throughput: {
            intervalMs: series?.intervalMs ?? 0,
            perSecond: (series?.perSecond ?? []).map((value) => Number(value.toFixed(1))),
            ...(stats.quota === undefined ? {} : { quota: stats.quota }),
            facts: pacingFacts(pacing).map((line) => line.replace(/^- /, '')),
          },
        }),
    ...(registry === undefined ? {} : { registry }),
  };
}

/** Stands in the template where the data goes. */
const PLACE = '%DATA%';

/**
 * The page of this data.
 *
 * @param template report-page.html, as .ci/page.mjs builds it
 */
export function renderPage(template: string, data: PageData): string {
  const at = template.indexOf(PLACE);
  // Neither `</script` nor `<!--` may stand in a script element, whatever its type.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return template.slice(0, at) + json + template.slice(at + PLACE.length);
}

function factsOf(story: Story, { mode, now, context }: PageRun): RunFacts {
  const { account, artifact, directory, ledgerPath, secrets, failure, estimate, audit } = story;
  const { workspace, repository, runUrl, serverUrl, commit, rulesPage } = context;
  const facts: { readonly [K in keyof RunFacts]: RunFacts[K] | undefined } = {
    mode,
    heading: verdict(story, mode),
    succeeded: failure === undefined,
    failures: failure && [failure, ...failure.others].map((error) => ({ message: placed(error), fix: error.fix })),
    madeAt: new Date(now).toISOString(),
    took: duration(now - story.start),
    repository,
    runUrl,
    serverUrl,
    commit,
    account: account?.account,
    region: account?.region,
    partition: account && partitionOf(account.region),
    consolePages: account && consolePages(account.region),
    identity: account?.arn,
    artifact: artifact && { name: artifact.name, url: artifact.url, digest: artifact.digest },
    directory: directory?.path,
    ledger: ledgerPath && withinOr(workspace, ledgerPath),
    secrets:
      secrets &&
      `${plural(secrets.written, 'secret')} written in the ${secrets.where}, ${count(secrets.kept)} there already`,
    estimate: estimate || undefined,
    audited: audit?.audited,
    activated: audit?.activated,
    rulesPage: URL.canParse(rulesPage) ? rulesPage : undefined,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as unknown as RunFacts;
}

/** The path relative to the directory when it is in it. */
function withinOr(directory: string, path: string): string {
  const way = relative(directory, path);
  return way === '' || way.startsWith('..') || way.includes(':') ? path : way.replaceAll(sep, '/');
}
