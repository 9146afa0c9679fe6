import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Run, type RunOptions, runWorkflow } from './runner/run.ts';
import { startWorld, type World } from './runner/world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
  world.commit({ 'README.md': 'Devices' });
});
afterEach(() => world.close());

const run = (yaml: string, options: Partial<RunOptions> = {}): Promise<Run> => runWorkflow({ world, yaml, ...options });
const conclusions = ({ jobs }: Run) => Object.fromEntries(jobs.map(({ name, conclusion }) => [name, conclusion]));
const logs = ({ jobs }: Run) =>
  jobs.flatMap(({ steps }) => steps.map(({ conclusion, log }) => `${conclusion}: ${log.trim()}`));
/** A job that waits for a file, or makes one. */
const job = (id: string, script: string, more = ''): string =>
  `  ${id}:\n    runs-on: ubuntu-latest\n${more}    steps:\n      - run: ${script}\n`;
const file = (name: string): string => join(world.root, name);
const waitFor = (name: string): string => `until [ -e ${file(name)} ]; do sleep 0.02; done`;
const workflow = (jobs: string, more = ''): string => `on: workflow_dispatch\n${more}jobs:\n${jobs}`;
/** Aborted as soon as a file is there. */
function when(name: string): AbortSignal {
  const controller = new AbortController();
  const look = async (): Promise<void> => {
    while (!existsSync(file(name))) await sleep(20);
    controller.abort();
  };
  void look();
  return controller.signal;
}

describe('jobs of a run in the tests', () => {
  it('run side by side where neither needs the other', async () => {
    const result = await run(
      workflow(job('a', `touch ${file('a')}; ${waitFor('b')}`) + job('b', `touch ${file('b')}; ${waitFor('a')}`)),
    );
    expect(conclusions(result)).toEqual({ a: 'success', b: 'success' });
  });

  it('of a matrix keep to max-parallel', async () => {
    const script = `"touch ${file('busy')}-\${{ matrix.n }}; sleep 0.05; ls ${world.root} | grep -c busy; rm ${file('busy')}-\${{ matrix.n }}"`;
    const of = async (parallel: number) => {
      const strategy = `    strategy: { max-parallel: ${parallel}, matrix: { n: [1, 2, 3, 4, 5] } }\n`;
      const result = await run(workflow(job('one', script, strategy)));
      return Math.max(...logs(result).map((log) => Number(log.split(' ')[1])));
    };
    expect(await of(1)).toBe(1);
    expect(await of(2)).toBeLessThanOrEqual(2);
  });

  it('of a matrix are cancelled when one fails, unless fail-fast says otherwise', async () => {
    const script = `if [ \${{ matrix.n }} = 1 ]; then ${waitFor('started')}; exit 1; fi; touch ${file('started')}; [ \${{ matrix.fast }} = false ] || exec sleep 60`;
    const of = (fast: boolean): Promise<Run> =>
      run(
        workflow(job('one', script, `    strategy: { fail-fast: ${fast}, matrix: { n: [1, 2], fast: [${fast}] } }\n`)),
      );
    expect(conclusions(await of(true))).toEqual({ 'one (1, true)': 'failure', 'one (2, true)': 'cancelled' });
    expect(conclusions(await of(false))).toEqual({ 'one (1, false)': 'failure', 'one (2, false)': 'success' });
  });

  it('end what they have left in the background', async () => {
    const result = await run(workflow(job('a', `(sleep 1; touch ${file('late')}) & echo started`)));
    expect(logs(result)).toEqual(['success: started']);
    await sleep(1_300);
    expect(existsSync(file('late'))).toBe(false);
  });
});

describe('runs in one concurrency group in the tests', () => {
  const grouped = (script: string, more = ''): string =>
    workflow(job('a', script), `concurrency: { group: G${more} }\n`);
  const first = (more = ''): Promise<Run> => run(grouped(`touch ${file('first')}; ${waitFor('go')}`, more));
  const started = async (): Promise<void> => {
    while (!existsSync(file('first'))) await sleep(20);
  };
  const quick = (more = ''): Promise<Run> => run(grouped(`touch ${file('go')}; test -e ${file('first')}`, more));

  it('wait for each other, and the newest that waits replaces the one before it', async () => {
    const running = first();
    await started();
    const [replaced, newest] = [quick(), quick()];
    await sleep(200);
    expect(existsSync(file('go'))).toBe(false);
    await run(workflow(job('other', `touch ${file('go')}`)));
    expect([await running, await replaced, await newest].map(({ conclusion }) => conclusion)).toEqual([
      'success',
      'cancelled',
      'success',
    ]);
  });

  it('all wait with queue: max', async () => {
    const running = first(', queue: max');
    await started();
    const waiting = [quick(', queue: max'), quick(', queue: max')];
    await run(workflow(job('other', `touch ${file('go')}`)));
    const results = await Promise.all([running, ...waiting]);
    expect(results.map(({ conclusion }) => conclusion)).toEqual(['success', 'success', 'success']);
  });

  it('make room with cancel-in-progress', async () => {
    const running = run(grouped(`touch ${file('first')}; exec sleep 60`));
    await started();
    const next = await quick(', cancel-in-progress: true');
    expect([(await running).conclusion, next.conclusion]).toEqual(['cancelled', 'success']);
  });

  it('hold a job of another workflow, whatever the case of the name', async () => {
    const running = first();
    await started();
    const other = run(workflow(job('b', `test -e ${file('go')}`, '    concurrency: g\n')));
    await run(workflow(job('other', `touch ${file('go')}`)));
    expect([(await running).conclusion, (await other).conclusion]).toEqual(['success', 'success']);
  });
});

// Windows has no signals: there a process is ended at once.
describe.skipIf(process.platform === 'win32')('a run in the tests that is cancelled', () => {
  it('sends SIGINT, then SIGTERM, then SIGKILL to what runs, and goes on with what always runs', async () => {
    world.commit({
      'act/action.yml': 'name: a\nruns: { using: node24, main: main.cjs, post: post.cjs }\n',
      'act/main.cjs': `for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => console.log(signal));
require('node:fs').appendFileSync(process.env.GITHUB_STATE, 'kept=yes\\n');
require('node:fs').writeFileSync(${JSON.stringify(file('ready'))}, '');
setInterval(() => {}, 1000);`,
      'act/post.cjs': `require('node:fs').writeFileSync(${JSON.stringify(file('post'))}, process.env.STATE_kept);`,
    });
    const result = await run(
      workflow(
        `  job:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: ./act
      - run: echo not
      - if: cancelled()
        run: echo \${{ job.status }}
      - if: failure()
        run: echo not
      - if: always()
        run: echo always
  next: { needs: job, runs-on: ubuntu-latest, steps: [{ run: echo }] }
  last: { needs: job, if: always(), runs-on: ubuntu-latest, steps: [{ run: echo last }] }
`,
      ),
      { cancel: when('ready') },
    );
    expect(logs(result)).toEqual([
      'success: ',
      'cancelled: SIGINT\nSIGTERM',
      'skipped: ',
      'success: cancelled',
      'skipped: ',
      'success: always',
      'success: last',
    ]);
    expect(conclusions(result)).toEqual({ job: 'cancelled', next: 'skipped', last: 'success' });
    expect(existsSync(file('post'))).toBe(true);
    expect(result.conclusion).toBe('cancelled');
  }, 60_000);

  it('leaves a step and a job alone whose condition is always()', async () => {
    const finish = `touch ${file('ready')}; sleep 0.3; echo finished`;
    const ofStep = await run(
      workflow(
        `  job:\n    runs-on: ubuntu-latest\n    steps:\n      - if: always()\n        run: ${finish}\n      - run: echo not\n`,
      ),
      { cancel: when('ready') },
    );
    expect(logs(ofStep)).toEqual(['success: finished', 'skipped: ']);
    const ofJob = await run(workflow(job('job', `${finish.replace('ready', 'again')}`, '    if: always()\n')), {
      cancel: when('again'),
    });
    expect(conclusions(ofJob)).toEqual({ job: 'success' });
  });
});

describe('a run in the tests that is repeated', () => {
  const yaml = (): string =>
    workflow(
      job('good', `echo good >> ${file('runs')}`) +
        job('bad', `'echo bad >> ${file('runs')}; test -e ${file('mended')}'`) +
        job('after-good', `echo after-good >> ${file('runs')}`, '    needs: good\n') +
        job(
          'after-bad',
          `echo after-bad-\${{ needs.bad.result }} >> ${file('runs')}`,
          '    needs: bad\n    if: always()\n',
        ),
    );
  const told = async (options: Partial<RunOptions>) => {
    const result = await run(yaml(), options);
    const text = await run(workflow(job('cat', `'sort ${file('runs')}; rm ${file('runs')}'`)));
    return [result, logs(text)[0]?.replace('success: ', '').split('\n')] as const;
  };

  it('repeats failed jobs and those that need them, or all', async () => {
    const [first, ran] = await told({});
    expect(ran).toEqual(['after-bad-failure', 'after-good', 'bad', 'good']);
    await run(workflow(job('mend', `touch ${file('mended')}`)));
    const [second, again] = await told({ failedJobsOf: first });
    expect(again).toEqual(['after-bad-success', 'bad']);
    expect(second.conclusion).toBe('success');
    const [third, all] = await told({ allJobsOf: second });
    expect(all).toEqual(['after-bad-success', 'after-good', 'bad', 'good']);
    expect(third.id).toBe(first.id);
  });
});
