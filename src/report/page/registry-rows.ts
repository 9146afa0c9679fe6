import type { Mode } from '../../inputs/inputs.ts';
import { shorten } from '../../lib/escape.ts';
import type { DevicePlan, DeviceRight } from '../../registration/device-plan.ts';
import type { RegistrationOutcome } from '../../registration/registration-outcome.ts';
import {
  ACTIONS,
  RESULTS,
  registryParts,
  registryTitle,
  sharedRights,
  slowestOperation,
  uncheckedFact,
} from '../registry-facts.ts';
import type { Story } from '../story.ts';
import type { PageRow } from './encode.ts';
import type { PageRegistry, Tone } from './page-data.ts';

/** In the order of {@link registryParts}. */
const RESULT_TONES = ['ok', 'kept', 'doubt', 'bad'] as const satisfies readonly Tone[];
const ACTION_TONES = ['ok', 'kept', 'beside', 'bad'] as const satisfies readonly Tone[];

/** What the page says of the registry as a whole; undefined where nothing is asked of it. */
export function registryOf(story: Story, mode: Mode): PageRegistry | undefined {
  const { registration, registryPlan, registryUnchecked } = story;
  if (registration === undefined && registryPlan === undefined && registryUnchecked === undefined) return undefined;
  const tones = registration === undefined ? ACTION_TONES : RESULT_TONES;
  return {
    title: registryTitle(story, mode),
    parts: registryParts(story).map((part, index) => ({ ...part, tone: tones[index] ?? 'idle' })),
    rights: sharedRights(story).map(({ policy, group, devices }) => ({
      policy,
      from: group === undefined ? 'attached to each certificate' : `the thing group ${group}`,
      devices,
    })),
    findings: (registryPlan?.findings ?? []).map(({ rule, severity, message, fix }) => ({
      rule,
      severity,
      message,
      fix,
    })),
    facts: [
      ...(registryUnchecked === undefined ? [] : [uncheckedFact(registryUnchecked)]),
      ...(slowestOperation(story)?.facts ?? []),
    ],
  };
}

/** What the page says of the registry at each device. */
export interface RegistryRows {
  planOf(path: string): DevicePlan | undefined;
  outcomeOf(path: string): RegistrationOutcome | undefined;
  /** The columns of the device. */
  columnsOf(path: string): Pick<PageRow, 'thing' | 'registry' | 'rights'>;
}

export function registryRows({ registration, registryPlan }: Story): RegistryRows {
  const plans = new Map(registryPlan?.devices.map((device) => [device.path, device]));
  const outcomes = new Map(registration?.outcomes.map((outcome) => [outcome.path, outcome]));
  // Most devices have one list.
  const texts = new Map<readonly DeviceRight[], string>();
  const rightsOf = (rights: readonly DeviceRight[]): string => {
    const known = texts.get(rights) ?? rights.map(rightText).join(', ');
    texts.set(rights, known);
    return known;
  };
  return {
    planOf: (path) => plans.get(path),
    outcomeOf: (path) => outcomes.get(path),
    columnsOf(path) {
      const plan = plans.get(path);
      const outcome = outcomes.get(path);
      if (plan === undefined && outcome === undefined) return {};
      return {
        thing: outcome?.thing ?? plan?.thing,
        registry: outcome === undefined ? plannedText(plan) : outcomeText(outcome),
        rights: plan === undefined || lacksRights(plan, outcome) ? undefined : rightsOf(plan.rights) || undefined,
      };
    },
  };
}

function lacksRights({ action }: DevicePlan, outcome: RegistrationOutcome | undefined): boolean {
  return action === 'conflict' || (outcome?.left.length ?? 0) > 0;
}

function rightText({ policy, group }: DeviceRight): string {
  return group === undefined ? `${policy} (attached to the certificate)` : `${policy} (from the thing group ${group})`;
}

/** Certificates and steps that are listed of one device. */
const LISTED = 5;

function plannedText(plan: DevicePlan | undefined): string | undefined {
  if (plan === undefined) return undefined;
  const { action, reasons, holds } = plan;
  const held = holds.length === 0 ? '' : ` It holds ${listed(holds)}.`;
  const why = reasons.length === 0 ? '' : ` ${reasons.join('; ')}.`;
  return `${ACTIONS[action].label}.${why}${held}`;
}

/** What is done says nothing where all is. */
function outcomeText({ result, done, left }: RegistrationOutcome): string {
  const { label } = RESULTS[result];
  if (left.length === 0) return label;
  return `${label}. Done: ${listed(done) || 'nothing'}. Left: ${listed(left)}.`;
}

function listed(some: readonly string[]): string {
  const more = some.length > LISTED ? ` and ${some.length - LISTED} more` : '';
  return `${shorten(some.slice(0, LISTED).join(', '), 600)}${more}`;
}
