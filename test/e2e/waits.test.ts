import type { ChildProcess } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import type { Job, StepResult } from './step.ts';
import { cancelWhen, inWorld, makeFleet, signalWhen, type World } from './table-fleet.ts';

/** Every wait of a step, and of its post step, has an end, and a cancel ends it before the runner would: with 10 s. */

const create = 'CreateCertificateFromCsr' as const;

/** A ledger in a file, and an artifact: what most runs have. */
const USUAL = { ledger: '', 'request-timeout-seconds': '60', deliver: 'artifact', 'output-directory': '' } as const;

const COMMITTED = { ledger: 'l.jsonl', 'ledger-commit': 'true' } as const;

interface Wait {
  readonly what: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Makes the other side silent. */
  readonly hang: (emulator: Emulator) => void;
  /** How often it has been asked. */
  readonly asked: (emulator: Emulator) => number;
}

const rest = (operation: 'ListWorkflowRuns' | 'DownloadArtifact' | 'GetBranch' | 'GraphQl' | 'GetWorkflowRun') => ({
  hang: ({ rest: github }: Emulator) => github.inject({ operation, kind: 'hang' }),
  asked: ({ rest: github }: Emulator) => github.counters[operation].calls,
});
const iot = (operation: 'ListCertificates' | 'DescribeCertificate') => ({
  hang: ({ iot: service }: Emulator) => service.inject({ operation, kind: 'hang' }),
  asked: ({ iot: service }: Emulator) => service.counters[operation].calls,
});
const artifacts = (operation: 'CreateArtifact' | 'FinalizeArtifact' | 'PutBlob' | 'ListArtifacts') => ({
  hang: ({ artifacts: service }: Emulator) => service.inject({ operation, kind: 'hang' }),
  asked: ({ artifacts: service }: Emulator) => service.counters[operation].calls,
});

function expectAnswered({ signal, log, summary, code }: StepResult): void {
  expect(signal, log).toBeNull();
  expect(log).not.toContain('This is a bug');
  expect(summary).not.toBe('');
  expect(code).not.toBeNull();
}

describe.concurrent('a cancelled step ends by itself while', () => {
  const waits: readonly Wait[] = [
    { what: 'the runs before it are listed', ...rest('ListWorkflowRuns') },
    {
      what: 'AWS throttles every listing',
      hang: ({ iot: service }) => service.inject({ operation: 'ListCertificates', kind: 'ThrottlingException' }),
      asked: ({ iot: service }) => service.counters.ListCertificates.calls,
    },
    {
      what: 'AWS throttles every create call',
      hang: ({ iot: service }) => service.inject({ operation: create, kind: 'ThrottlingException' }),
      asked: ({ iot: service }) => service.counters[create].calls,
    },
    {
      what: 'an answer comes byte by byte',
      hang: ({ iot: service }) => service.inject({ operation: create, kind: 'drip' }),
      asked: ({ iot: service }) => service.counters[create].calls,
    },
    {
      what: 'it looks for what others created meanwhile',
      hang: ({ iot: service }) =>
        service.inject({ operation: 'ListCertificates', kind: 'hang', when: (call) => call >= 2 }),
      asked: ({ iot: service }) => Math.max(0, service.counters.ListCertificates.calls - 1),
    },
  ];
  for (const { what, inputs, hang, asked } of waits) {
    it(
      what,
      inWorld(async (world) => {
        const { emulator } = world;
        hang(emulator);
        const job = await world.newMachine(makeFleet(3));
        const cancelled = await world.main(
          job,
          '9876543210',
          { ...USUAL, ...inputs },
          cancelWhen(() => asked(emulator) > 0),
        );
        expectAnswered(cancelled);
        // What was created is handed over, or nothing was and the step says so.
        const isAll = emulator.iot.certificates().length === 3;
        expect(cancelled.code, cancelled.log).toBe(isAll ? 0 : 1);
      }),
    );
  }

  it(
    'what the run before it handed over is downloaded',
    inWorld(async (world) => {
      const { emulator } = world;
      const fleet = makeFleet(3);
      await world.main(await world.newMachine(fleet), '9876543210', USUAL);
      emulator.configure({ job: { runId: 77 } });
      const { hang, asked } = rest('DownloadArtifact');
      hang(emulator);
      const cancelled = await world.main(
        await world.newMachine(fleet),
        '77',
        USUAL,
        cancelWhen(() => asked(emulator) > 0),
      );
      expectAnswered(cancelled);
      expect(cancelled.annotations.at(-1)).toMatchObject({ level: 'error', title: 'cancelled' });
    }),
  );

  it(
    'it waits for what another run has claimed',
    inWorld(async (world) => {
      const { emulator } = world;
      const fleet = makeFleet(3);
      emulator.iot.inject({ operation: create, kind: 'hang', count: 3 });
      const slow = { 'request-timeout-seconds': '60' };
      let end = (): void => {};
      const first = world.main(await world.newMachine(fleet), '1', slow, (child) => {
        end = () => child.kill('SIGKILL');
      });
      while (emulator.iot.counters[create].calls < 1) await new Promise((resolve) => setTimeout(resolve, 20));
      let log = '';
      const cancelled = await world.main(await world.newMachine(fleet), '2', slow, (child) => {
        child.stdout?.on('data', (text: string) => {
          log += text;
        });
        cancelWhen(() => log.includes('Waiting for'))(child);
      });
      end();
      await first;
      expectAnswered(cancelled);
      expect(cancelled.code).toBe(1);
    }),
  );
});

it.concurrent(
  'a step that gets a SIGTERM alone, as when its container is stopped, ends within ten seconds',
  inWorld(async (world) => {
    const { emulator } = world;
    emulator.iot.inject({ operation: create, kind: 'hang' });
    const job = await world.newMachine(makeFleet(3));
    const stopped = await world.main(job, '1', USUAL, (child) => {
      signalWhen('SIGTERM', () => {
        if (emulator.iot.counters[create].calls === 0) return false;
        setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
        return true;
      })(child);
    });
    expectAnswered(stopped);
  }),
);

describe.concurrent('a cancelled post step ends by itself while', () => {
  const waits: readonly Wait[] = [
    {
      what: 'the OIDC token is waited for',
      hang: ({ oidc }) => oidc.inject({ operation: 'GetIdToken', kind: 'hang' }),
      asked: ({ oidc }) => oidc.counters.GetIdToken.calls,
    },
    {
      what: 'AWS STS is waited for',
      hang: ({ sts }) => sts.inject({ operation: '*', kind: 'hang' }),
      asked: ({ sts }) => sts.counters.AssumeRoleWithWebIdentity.calls,
    },
    { what: 'certificates are described', ...iot('DescribeCertificate') },
    { what: 'an upload begins', ...artifacts('CreateArtifact') },
    { what: 'an upload ends', ...artifacts('FinalizeArtifact') },
    {
      what: 'the branch of the ledger is read',
      inputs: COMMITTED,
      ...rest('GetBranch'),
    },
    { what: 'the ledger is committed', inputs: COMMITTED, ...rest('GraphQl') },
    {
      what: 'it lets the listing settle',
      inputs: { 'request-timeout-seconds': '60' },
      hang: () => {},
      asked: ({ iot: service }) => service.counters.ListCertificates.calls,
    },
  ];
  for (const { what, inputs = {}, hang, asked } of waits) {
    it(
      what,
      inWorld(async (world) => {
        const { emulator } = world;
        // What is in doubt is waited for as long as its request may take.
        const given = { ...USUAL, 'request-timeout-seconds': '1', 'github-token': tokenOf(world), ...inputs };
        const { job, killed } = await killedStep(world, given);
        hang(emulator);
        const before = asked(emulator);
        const rescued = await world.post(
          job,
          '9876543210',
          killed,
          given,
          cancelWhen(() => asked(emulator) > before),
        );
        expectAnswered(rescued);
        expect(rescued.summary).toContain('ended before it was finished');
      }),
    );
  }
});

function tokenOf({ emulator }: World): string {
  return emulator.createToken({ kind: 'job', permissions: { contents: 'write', actions: 'read', metadata: 'read' } });
}

/** A step that was killed with some certificates in its journal, and a request in doubt. */
async function killedStep(
  world: World,
  inputs: Readonly<Record<string, string>>,
): Promise<{ readonly job: Job; readonly killed: StepResult }> {
  const { emulator } = world;
  const job = await world.newMachine(makeFleet(8));
  emulator.iot.inject({ operation: create, kind: 'hang', afterWork: true, when: [4] });
  const onStart: (child: ChildProcess) => void = signalWhen('SIGKILL', () => emulator.iot.certificates().length >= 5);
  const killed = await world.main(job, '9876543210', { ...inputs, 'requests-per-second': '20' }, onStart);
  emulator.iot.clearFaults();
  return { job, killed };
}
