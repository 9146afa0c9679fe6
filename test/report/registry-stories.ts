import { UserError } from '../../src/lib/user-error.ts';
import type { Outcome } from '../../src/records/certificate.ts';
import type { DeviceAction, DevicePlan } from '../../src/registration/device-plan.ts';
import type { OperationStats, RegistrationOutcome } from '../../src/registration/registration-outcome.ts';
import type { PlannedRegistry } from '../../src/report/registry-facts.ts';
import type { Story } from '../../src/report/story.ts';
import { type Fleet, hashOf, storyOf } from './fleet-story.ts';

const RIGHTS = [
  { policy: 'fleet', group: 'europe' },
  { policy: 'telemetry', group: undefined },
] as const;

/** What the registry held for the devices of a fleet. */
export function planOf(story: Story, actionOf: (device: number) => DeviceAction, thingOf = nameOf): PlannedRegistry {
  return {
    devices: (story.batch?.csrs ?? []).map(({ path }, n): DevicePlan => {
      const action = actionOf(n);
      return {
        path,
        thing: thingOf(path),
        action,
        reasons: action === 'conflict' ? ['its type is sensor-v1, not sensor-v2'] : [],
        holds: action === 'attach' ? [hashOf(`old ${path}`)] : [],
        rights: RIGHTS,
      };
    }),
    findings: [],
  };
}

const nameOf = (path: string): string => (path.split('/').at(-1) ?? '').replace(/\.csr$/, '');

/** What became of the n-th device. */
export type Result = RegistrationOutcome['result'];

function outcomeOf({ csr }: Outcome, result: Result, thing: string): RegistrationOutcome {
  const about = { path: csr.path, certificateId: hashOf(`certificate ${csr.path}`), thing, result };
  const all = [`thing ${thing}`, 'group europe', 'policy telemetry', `certificate on thing ${thing}`];
  if (result === 'registered' || result === 'found') {
    return { ...about, done: result === 'found' ? [] : all, left: [], hash: hashOf(thing) };
  }
  const problem =
    result === 'incomplete'
      ? {
          code: 'LimitExceededException',
          message: `The policy telemetry cannot be attached to the certificate of ${thing}: AWS IoT allows 10.`,
          fix: 'Detach a policy that it does not need, and run the job again.',
        }
      : {
          code: 'registration-conflict',
          message: `The thing ${thing} was made meanwhile with the type sensor-v1, not sensor-v2.`,
          fix: 'Correct thing-type, or give the device another name.',
        };
  return { ...about, done: all.slice(0, 2), left: all.slice(2), problem };
}

const operation = (name: OperationStats['operation'], sent: number, quota: number | undefined): OperationStats => ({
  operation: name,
  stats: { sent, admitted: sent, throttled: 0, failed: 0, inFlight: 0, rate: quota, quota },
  defaultQuota: { AttachPolicy: 15, AddThingToThingGroup: 100, CreateThing: 100 }[name as string],
});

/** A finished run with registration. */
export function registeredStory(fleet: Fleet, resultOf: (device: number) => Result = () => 'registered'): Story {
  const story = storyOf(fleet);
  const issued = story.outcomes.filter((outcome) => 'certificate' in outcome);
  const outcomes = issued.map((outcome, n) => outcomeOf(outcome, resultOf(n), nameOf(outcome.csr.path)));
  const left = outcomes.filter(({ problem }) => problem !== undefined).length;
  return {
    ...story,
    registryPlan: planOf(story, (n) => (n % 5 === 0 ? 'found' : 'create')),
    registration: {
      outcomes,
      operations: [
        operation('AttachPolicy', issued.length * 2, 15),
        operation('CreateThing', issued.length, undefined),
        operation('AddThingToThingGroup', issued.length, undefined),
      ],
      problem: undefined,
      bug: undefined,
    },
    ...(left === 0
      ? {}
      : { failure: new UserError('registration-incomplete', `${left} devices are not registered.`, { fix: 'See.' }) }),
  };
}

/** A validation that looked at the registry. */
export function plannedStory(fleet: Fleet, actionOf: (device: number) => DeviceAction): Story {
  const { start, batch, account, duplicates } = storyOf(fleet);
  const judged: Story = { start, outcomes: [], duplicates, ...(batch && { batch }), ...(account && { account }) };
  const registryPlan = planOf(judged, actionOf);
  const conflicts = registryPlan.devices.filter(({ action }) => action === 'conflict');
  const paths = new Set(conflicts.map(({ path }) => path));
  const { csrs = [], findings = [], rejected = [] } = batch ?? {};
  const found = conflicts.map(({ path, thing, reasons }) => ({
    rule: 'registration-conflict',
    severity: 'error' as const,
    path,
    message: `Its thing ${thing} exists and cannot be used: ${reasons.join('; ')}.`,
    fix: 'Correct the inputs, change the thing in AWS IoT, or give the device another name.',
  }));
  return {
    ...judged,
    duplicates: [],
    registryPlan,
    ...(batch && {
      batch: {
        ...batch,
        csrs: csrs.filter(({ path }) => !paths.has(path)),
        findings: [...findings, ...found],
        rejected: [...rejected, ...paths],
      },
    }),
  };
}
