import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pairs } from './runner/command-files.ts';
import { evaluate, holds } from './runner/expressions.ts';
import { legsOf } from './runner/matrix.ts';
import { type Run, type RunOptions, runWorkflow } from './runner/run.ts';
import { startWorld, type World } from './runner/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  world.commit({ 'README.md': 'Devices' });
});
afterAll(() => world.close());

const steps = (text: string): string =>
  `on: workflow_dispatch\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${text}`;
const run = (yaml: string, options: Partial<RunOptions> = {}): Promise<Run> => runWorkflow({ world, yaml, ...options });
const stepsOf = ({ jobs }: Run) =>
  jobs.flatMap(({ steps: all }) => all.map(({ conclusion, log }) => `${conclusion}: ${log.trim()}`));

/** Stand-ins refuse by failing their step. */
const refusedSteps = ({ jobs }: Run): void => {
  for (const { log, conclusion } of jobs.flatMap((job) => job.steps))
    if (conclusion === 'failure') throw new Error(log);
};
const job = (text: string): string => steps('      - run: echo\n').replace('    steps:', `    ${text}\n    steps:`);

describe('the runner of workflows in the tests refuses what it does not know', () => {
  it.each([
    ['an action', '      - uses: actions/cache@v5\n', 'no stand-in'],
    ['a shell', '      - run: echo\n        shell: pwsh\n', 'shell pwsh'],
    [
      'a checkout of something else',
      '      - uses: actions/checkout@v7\n        with: { repository: octo/other }\n',
      'repository',
    ],
    ['a checkout by another token', '      - uses: actions/checkout@v7\n        with: { token: abc }\n', 'token'],
    [
      'hidden files',
      '      - uses: actions/upload-artifact@v7\n        with: { path: a, include-hidden-files: true }\n',
      'include-hidden-files',
    ],
    [
      'paths that are left out',
      `      - uses: actions/upload-artifact@v7\n        with: { path: "a\\n!b" }\n`,
      'left out',
    ],
    ['artifacts of another run', '      - uses: actions/download-artifact@v8\n        with: { run-id: 7 }\n', 'run-id'],
    ['an action that is not checked out', '      - uses: ./act\n', 'checked out'],
    ['a hash without some files', `      - run: echo \${{ hashFiles('**', '!a') }}\n`, '!a'],
    ['a shell of its own', '      - run: echo\n        shell: perl {0}\n', 'shell perl'],
    ['a container action', '      - uses: docker://alpine:3\n', 'no stand-in'],
    ['a step in the background', '      - run: echo\n        background: true\n', 'background'],
    ['steps side by side', '      - parallel:\n          - run: echo\n', 'parallel'],
    ['waiting for a step', '      - wait: other\n', 'wait'],
    [
      'another version of Node',
      '      - uses: actions/setup-node@v7\n        with:\n          node-version: 20\n',
      'only Node 24',
    ],
    ['what GitHub has in a context', `      - run: echo \${{ github.actor }}\n`, 'github.actor'],
    ['a context as a whole', `      - run: echo '\${{ toJSON(github) }}'\n`, 'github as a whole'],
    ['a context by index', `      - run: echo '\${{ github['actor'] }}'\n`, 'github as a whole'],
    ['commands that files have replaced', '      - run: echo "::set-output name=a::b"\n', 'commands'],
    [
      'a condition that is no value',
      `      - run: echo\n        continue-on-error: \${{ github.ref }}\n`,
      'true or false',
    ],
    ['an input of an action', '      - uses: actions/checkout@v7\n        with:\n          clean: false\n', 'clean'],
  ])('%s', async (_, yaml, message) => {
    await expect(run(steps(yaml)).then(refusedSteps)).rejects.toThrow(message);
  });

  it.each([
    ['a container', 'container: alpine', 'container'],
    ['services', 'services: { redis: redis }', 'services'],
    ['a job that may fail', 'continue-on-error: true', 'continue-on-error'],
    ['more time for a cancel', 'cancel-timeout-minutes: 9', 'cancel-timeout-minutes'],
    [
      'a queue of those that replace each other',
      'concurrency: { group: a, queue: max, cancel-in-progress: true }',
      'queue',
    ],
    ['a matrix that excludes by what it has not', 'strategy: { matrix: { a: [1], exclude: [{ b: 1 }] } }', "'b'"],
    ['a matrix of nothing', `strategy: { matrix: { a: "\${{ fromJSON('[]') }}" } }`, "'a'"],
    ['257 jobs of a matrix', `strategy: { matrix: { a: [${Array.from({ length: 257 }, (_, n) => n)}] } }`, '256'],
    ['an environment without deployments', 'environment: { name: factory, deployment: false }', 'deployment'],
    ['permissions of a token as a whole', 'permissions: write-all', 'permissions'],
    ['defaults of something else', 'defaults: { run: { shell: sh } }', 'shell sh'],
  ])('%s', async (_, text, message) => {
    await expect(run(job(text))).rejects.toThrow(message);
  });

  it('another machine', async () => {
    await expect(run(job('').replace('ubuntu-latest', 'windows-latest'))).rejects.toThrow('windows-latest');
    await expect(run(job('').replace('ubuntu-latest', '[self-hosted, linux]'))).rejects.toThrow();
  });

  it('a filter of events that it has not, and a path that nobody names', async () => {
    const on = (filter: string) => job('').replace('on: workflow_dispatch', `on: { push: { ${filter} } }`);
    const event = { name: 'push', changed: ['a/b.csr'] };
    await expect(run(on('paths-ignore: [a]'), { event })).rejects.toThrow('paths-ignore');
    await expect(run(on('branches: [release/*]'), { event })).rejects.toThrow('main');
    await expect(run(on("paths: ['*.csr']"), { event })).rejects.toThrow('a/b.csr');
    await expect(run(on("paths: ['**', '!a/**']"), { event })).rejects.toThrow('a/b.csr');
    await expect(run(on("paths: ['**']"), { event: { name: 'push' } })).rejects.toThrow('Which paths');
    expect((await run(on("branches: [ma*], paths: ['**/*.csr']"), { event })).conclusion).toBe('success');
  });

  it('workflows of others, and jobs that wait for each other', async () => {
    const calls = (uses: string) => `on: workflow_dispatch\njobs:\n  job:\n    uses: ${uses}\n`;
    await expect(run(calls('octo/other/.github/workflows/x.yml@v1'))).rejects.toThrow('octo/other');
    await expect(run(calls('./.github/workflows/x.yml'))).rejects.toThrow('x.yml');
    const circle = `on: push\njobs:\n  a: { needs: b, runs-on: ubuntu-latest, steps: [run: echo] }\n  b: { needs: a, runs-on: ubuntu-latest, steps: [run: echo] }\n`;
    await expect(run(circle, { event: { name: 'push' } })).rejects.toThrow();
  });

  it('what the parser of GitHub refuses', async () => {
    await expect(run('on: push\njobs: {}\n')).rejects.toThrow();
    await expect(run(steps(`      - run: echo \${{ nothing.here }}\n`))).rejects.toThrow();
  });

  it('an event that does not start the workflow', async () => {
    await expect(run(steps('      - run: echo\n'), { event: { name: 'push' } })).rejects.toThrow('push');
  });
});

describe('the runner of workflows in the tests does as GitHub does with', () => {
  it('steps after a failed one', async () => {
    const result = await run(
      steps(`      - run: exit 1
      - run: echo not
      - if: failure()
        run: echo failed
      - if: always()
        run: echo always
      - if: success() || cancelled()
        run: echo not
`),
    );
    expect(stepsOf(result)).toEqual(['failure: ', 'skipped: ', 'success: failed', 'success: always', 'skipped: ']);
    expect(result.conclusion).toBe('failure');
  });

  it('a cancelled run', async () => {
    const cancels = (_: string, step: string): boolean => step === 'second';
    const result = await run(
      steps(
        `      - run: echo first\n      - name: second\n        run: echo not\n      - if: \${{ !cancelled() }}\n        run: echo not\n      - if: always()\n        run: echo last\n`,
      ),
      { interference: { cancels } },
    );
    expect(stepsOf(result)).toEqual(['success: first', 'skipped: ', 'skipped: ', 'success: last']);
    expect(result.conclusion).toBe('cancelled');
  });

  it('a step that may fail, one that takes too long, and one whose directory is not there', async () => {
    const result = await run(
      steps(`      - id: first
        run: exit 1
        continue-on-error: true
      - run: echo "\${{ steps.first.outcome }} \${{ steps.first.conclusion }} \${{ job.status }}"
      - run: exec sleep 60
        timeout-minutes: 0.005
      - if: always()
        working-directory: nowhere
        run: echo not
      - if: always()
        working-directory: /
        run: pwd
`),
    );
    expect(stepsOf(result)).toEqual([
      'success: ',
      'success: failure success success',
      expect.stringMatching(/^failure: .*timed out after 0.005 minutes/),
      expect.stringMatching(/^failure: .*nowhere/),
      'success: /',
    ]);
  });

  it('variables: of the workflow, the job, the file, the step, and its own, which nobody sets', async () => {
    const result = await run(`on: workflow_dispatch
env: { A: workflow, B: workflow, C: workflow, D: workflow }
defaults: { run: { shell: bash, working-directory: / } }
jobs:
  job:
    runs-on: ubuntu-latest
    env: { B: job, C: job, D: job }
    defaults: { run: { working-directory: /tmp } }
    steps:
      - run: |
          echo C=file >> "$GITHUB_ENV"
          echo D=file >> "$GITHUB_ENV"
      - run: echo "$A $B $C $D \${{ env.D }} $GITHUB_REPOSITORY $PWD"
        env: { D: step, GITHUB_REPOSITORY: other/other }
      - if: env.C == 'file'
        run: 'false | true'
      - if: always()
        run: echo NODE_OPTIONS=--inspect >> "$GITHUB_ENV"
      - if: always()
        run: echo 'a<<END' >> "$GITHUB_OUTPUT"
`);
    expect(stepsOf(result)).toEqual([
      'success: ',
      'success: workflow job file step step octo-org/device-fleet /tmp',
      'failure: ',
      expect.stringContaining(
        "failure: ##[error]Unable to process file command successfully. Can't store NODE_OPTIONS",
      ),
      expect.stringContaining('failure: ##[error]Unable to process file command successfully. Matching delimiter not'),
    ]);
  });

  it('what a matrix includes and excludes', () => {
    const fruits = { fruit: ['apple', 'pear'], animal: ['cat', 'dog'] };
    // The example of GitHub's documentation.
    const include = [
      { color: 'green' },
      { color: 'pink', animal: 'cat' },
      { fruit: 'apple', shape: 'circle' },
      { fruit: 'banana' },
      { fruit: 'banana', animal: 'cat' },
    ];
    expect(legsOf({ ...fruits, include })).toEqual([
      { fruit: 'apple', animal: 'cat', color: 'pink', shape: 'circle' },
      { fruit: 'apple', animal: 'dog', color: 'green', shape: 'circle' },
      { fruit: 'pear', animal: 'cat', color: 'pink' },
      { fruit: 'pear', animal: 'dog', color: 'green' },
      { fruit: 'banana' },
      { fruit: 'banana', animal: 'cat' },
    ]);
    expect(legsOf({ ...fruits, exclude: [{ fruit: 'apple' }, { fruit: 'pear', animal: 'dog' }] })).toEqual([
      { fruit: 'pear', animal: 'cat' },
    ]);
    expect(legsOf({ include: [{ a: 1 }, { a: 2 }] })).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it('jobs that need others which were skipped or failed', async () => {
    const one = (id: string, text: string): string =>
      `  ${id}:\n    runs-on: ubuntu-latest\n${text}    steps:\n      - run: \${{ inputs.fail == '${id}' && 'exit 1' || 'echo' }}\n`;
    const yaml = `on: { workflow_dispatch: { inputs: { fail: { type: string, default: "" } } } }\njobs:\n${[
      one('never', '    if: false\n'),
      one('after-skipped', '    needs: never\n'),
      one('always', '    needs: never\n    if: always()\n'),
      one('after-always', '    needs: always\n'),
      one('failing', ''),
      one('on-failure', '    needs: [failing, never]\n    if: failure()\n'),
      one('by-result', "    needs: failing\n    if: always() && needs.failing.result == 'failure'\n"),
    ].join('')}`;
    const of = async (fail: string) => {
      const { jobs } = await run(yaml, { inputs: { fail } });
      return Object.fromEntries(jobs.map(({ name, conclusion }) => [name, conclusion]));
    };
    const both = { never: 'skipped', 'after-skipped': 'skipped', always: 'success', 'after-always': 'skipped' };
    expect(await of('')).toEqual({ ...both, failing: 'success', 'on-failure': 'skipped', 'by-result': 'skipped' });
    expect(await of('failing')).toEqual({
      ...both,
      failing: 'failure',
      'on-failure': 'success',
      'by-result': 'success',
    });
  });

  it('names of jobs, and what they are called in their file', async () => {
    const { jobs } = await run(`on: workflow_dispatch
jobs:
  one: { name: First, runs-on: ubuntu-latest, steps: [{ run: "echo $GITHUB_JOB" }] }
  two: { name: Second, runs-on: ubuntu-latest, strategy: { matrix: { n: [1, 2] } }, steps: [{ run: "echo \${{ github.job }}" }] }
  three: { name: "Third of \${{ matrix.n }}", runs-on: ubuntu-latest, strategy: { matrix: { n: [1] } }, steps: [{ run: echo }] }
`);
    expect(jobs.map(({ name, steps: [step] }) => `${name}: ${step?.log.trim()}`)).toEqual([
      'First: one',
      'Second (1): two',
      'Second (2): two',
      'Third of 1: ',
    ]);
  });

  it('actions of the repository, but refuses those that run something before, or are made of steps', async () => {
    world.commit({
      'before/action.yml': 'name: a\nruns: { using: node24, pre: a.cjs, main: a.cjs }\n',
      'steps/action.yml': 'name: a\nruns: { using: composite, steps: [] }\n',
    });
    const uses = (folder: string): string => steps(`      - uses: actions/checkout@v7\n      - uses: ./${folder}\n`);
    await expect(run(uses('before'))).rejects.toThrow('pre of');
    await expect(run(uses('steps'))).rejects.toThrow('composite');
  });

  it('secrets: masked in the log, dropped from outputs of jobs, not handed to who does not ask', async () => {
    world.commit({
      '.github/workflows/called.yml': `on: { workflow_call: { secrets: { key: { required: true } } } }
jobs:
  job:
    runs-on: ubuntu-latest
    outputs: { key: "\${{ steps.it.outputs.key }}", other: "\${{ steps.it.outputs.other }}" }
    steps:
      - id: it
        env: { KEY: "\${{ secrets.key }}", TOKEN: "\${{ secrets.GITHUB_TOKEN == github.token }}" }
        run: |
          echo "$KEY $TOKEN"
          echo "key=a $KEY" >> "$GITHUB_OUTPUT"
          echo other=plain >> "$GITHUB_OUTPUT"
`,
    });
    const calls = (secrets: string): Promise<Run> =>
      run(`on: workflow_dispatch\njobs:\n  call:\n    uses: ./.github/workflows/called.yml\n${secrets}`, {
        secrets: { KEY: 'hunter2', key: 'hunter2' },
      });
    const { jobs } = await calls(`    secrets: { key: "\${{ secrets.KEY }}" }\n`);
    expect(jobs[0]?.steps[0]?.log.trim()).toBe('*** true');
    expect(jobs[0]?.outputs).toEqual({ other: 'plain' });
    expect(jobs[0]?.error).toContain("Skip output 'key'");
    expect((await calls('    secrets: inherit\n')).conclusion).toBe('success');
    await expect(calls('')).rejects.toThrow('Secret key is required');
    await expect(calls('    secrets: { key: a, other: b }\n')).rejects.toThrow('other');
  });

  it('a called workflow that asks for more than its caller has, before any job begins', async () => {
    world.commit({
      '.github/workflows/more.yml': `on: workflow_call
permissions: { contents: read }
jobs:
  job: { runs-on: ubuntu-latest, permissions: { contents: write }, steps: [{ run: echo }] }
`,
    });
    const call = (permissions: string): string =>
      `on: workflow_dispatch\njobs:\n  call:\n    permissions: ${permissions}\n    uses: ./.github/workflows/more.yml\n`;
    await expect(run(call('{ contents: read }'))).rejects.toThrow(
      "'contents: write', but is only allowed 'contents: read'",
    );
    await expect(run(call('{}'))).rejects.toThrow("but is only allowed 'contents: none'");
    expect((await run(call('{ contents: write }'))).conclusion).toBe('success');
  });

  it('a checkout of files that Git LFS keeps', async () => {
    world.commitLfs({ 'csrs/large.csr': 'the content' });
    const read = (inputs: string): string =>
      steps(`      - uses: actions/checkout@v7\n${inputs}      - run: cat csrs/*\n`);
    expect(stepsOf(await run(read('')))[1]).toContain('oid sha256:');
    expect(stepsOf(await run(read('        with: { lfs: true }\n')))[1]).toBe('success: the content');
  });

  it('outputs of steps and jobs, variables and a matrix', async () => {
    const result = await run(`on: workflow_dispatch
jobs:
  plan:
    runs-on: ubuntu-latest
    outputs:
      list: \${{ steps.list.outputs.list }}
    steps:
      - id: list
        run: |
          echo 'list=["a","b"]' >> "$GITHUB_OUTPUT"
          echo WORD=hello >> "$GITHUB_ENV"
      - run: echo "$WORD"
  work:
    needs: plan
    strategy:
      max-parallel: 1
      matrix:
        item: \${{ fromJSON(needs.plan.outputs.list) }}
    runs-on: ubuntu-latest
    steps:
      - run: echo "$ITEM"
        env:
          ITEM: item \${{ matrix.item }}
`);
    expect(result.jobs.map(({ name }) => name)).toEqual(['plan', 'work (a)', 'work (b)']);
    expect(stepsOf(result)).toEqual(['success: ', 'success: hello', 'success: item a', 'success: item b']);
  });

  it('a group of concurrency that caller and called workflow share', async () => {
    const yaml = `on: workflow_dispatch
concurrency: issue-batch-of-1-eu-west-1
jobs:
  batch:
    permissions: { contents: read, id-token: write, actions: read }
    uses: OWNER/create-aws-iot-certificates-from-csrs/.github/workflows/issue-batch.yml@v1
    with: { csr-path: x, aws-account-id: "1", aws-region: eu-west-1, role-to-assume: x }
`;
    await expect(run(yaml)).rejects.toThrow('deadlock');
  });

  it('inputs that are no choice, missing, or unknown', async () => {
    const yaml = `on:
  workflow_dispatch:
    inputs:
      line:
        type: choice
        options: [line-1, line-2]
        required: true
jobs:
  job:
    runs-on: ubuntu-latest
    steps:
      - run: echo "$LINE"
        env:
          LINE: \${{ inputs.line }}
`;
    expect(stepsOf(await run(yaml, { inputs: { line: 'line-2' } }))).toEqual(['success: line-2']);
    await expect(run(yaml, { inputs: { line: 'line-3' } })).rejects.toThrow('choices');
    await expect(run(yaml)).rejects.toThrow('required');
    await expect(run(yaml, { inputs: { line: 'line-1', other: 'x' } })).rejects.toThrow('Unexpected');
  });

  it('a checkout that has no credentials to push', async () => {
    const push = '      - run: git push origin HEAD:refs/heads/other\n';
    const checkout = '      - uses: actions/checkout@v7\n';
    const writes = (text: string): string =>
      text.replace('    steps:', '    permissions:\n      contents: write\n    steps:');
    expect((await run(writes(steps(checkout + push)))).conclusion).toBe('success');
    expect((await run(steps(checkout + push))).conclusion).toBe('failure');
    const without = `${checkout}        with:\n          persist-credentials: false\n`;
    expect((await run(writes(steps(without + push)))).conclusion).toBe('failure');
  });

  it('command files and expressions', () => {
    expect(pairs('a=1=2\nb<<END\nx=y\n\nz\nEND\n')).toEqual({ a: '1=2', b: 'x=y\n\nz' });
    expect(pairs('a<<=b\n<<\n=b\n')).toEqual({ a: '<<' });
    for (const wrong of ['nothing', '=value', '=a=b', '<<END\nx\nEND\n', 'a<<\n\n', 'a<<END\nx\n END\n']) {
      expect(() => pairs(wrong), wrong).toThrow();
    }
    const status = { succeeded: false, failed: true, cancelled: false };
    expect(holds("'x' == 'X'", { contexts: {}, status })).toBe(false);
    expect(holds("always() && 'x' == 'X'", { contexts: {}, status })).toBe(true);
    expect(evaluate("format('{0}-{1}', matrix.a, fromJSON('[1]')[0])", { contexts: { matrix: { a: 'b' } } })).toBe(
      'b-1',
    );
  });
});
