import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pairs } from './runner/command-files.ts';
import { evaluate, holds } from './runner/expressions.ts';
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

describe('the runner of workflows in the tests refuses what it does not know', () => {
  it.each([
    ['an action', '      - uses: actions/cache@v5\n', 'no stand-in'],
    ['a shell', '      - run: echo\n        shell: pwsh\n', 'shell pwsh'],
    ['an input of an action', '      - uses: actions/checkout@v7\n        with:\n          clean: false\n', 'clean'],
  ])('%s', async (_, yaml, message) => {
    await expect(run(steps(yaml))).rejects.toThrow(message);
  });

  it('a container', async () => {
    await expect(
      run(steps('      - run: echo\n').replace('    steps:', '    container: alpine\n    steps:')),
    ).rejects.toThrow('container');
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
    expect(() => pairs('nothing')).toThrow('Invalid format');
    const status = { succeeded: false, failed: true, cancelled: false };
    expect(holds("'x' == 'X'", { contexts: {}, status })).toBe(false);
    expect(holds("always() && 'x' == 'X'", { contexts: {}, status })).toBe(true);
    expect(evaluate("format('{0}-{1}', matrix.a, fromJSON('[1]')[0])", { contexts: { matrix: { a: 'b' } } })).toBe(
      'b-1',
    );
  });
});
