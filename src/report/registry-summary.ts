import type { Mode } from '../inputs/inputs.ts';
import { shorten } from '../lib/escape.ts';
import { groupBy } from '../lib/group-by.ts';
import { count, plural } from '../lib/words.ts';
import type { DevicePlan } from '../registration/device-plan.ts';
import type { RegistrationOutcome } from '../registration/registration-outcome.ts';
import { certificateLink } from './hand-over-summary.ts';
import { breakable, cell, folded, link, longTable, prose, table, unbreakable } from './markdown.ts';
import { type Reason, ruleCell } from './reason-table.ts';
import {
  ACTIONS,
  type RegistryPart,
  registryParts,
  registryTitle,
  type SharedRight,
  sharedRights,
  slowestOperation,
  uncheckedFact,
  unregisteredOf,
} from './registry-facts.ts';
import type { Story } from './story.ts';

/** What a run did in the registry of AWS IoT, or what it would do, as Markdown; empty where nothing is asked of it. */
export function registrySummary(story: Story, mode: Mode, rulesPage: string): string {
  const { registration, registryPlan, registryUnchecked } = story;
  if (registration === undefined && registryPlan === undefined && registryUnchecked === undefined) return '';
  return [
    `### ${registryTitle(story, mode)}\n`,
    registryUnchecked === undefined ? '' : `${prose(uncheckedFact(registryUnchecked), SENTENCES)}\n`,
    bar(registryParts(story)),
    rightsTable(story),
    policyFindings(story, rulesPage),
    slowest(story),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** Characters of a sentence or two. */
const SENTENCES = 600;

/** Squares of a bar. */
const SQUARES = 24;

/** Distinguishable without colours, too: the table below has them in the same order. */
const SIGNS = ['🟩', '🟦', '🟨', '🟥'] as const;

/** A bar of the parts, and below it what they are. */
function bar(parts: readonly RegistryPart[]): string {
  const all = parts.reduce((sum, { number }) => sum + number, 0);
  if (all === 0) return '';
  const there = parts
    .map((part, index) => ({ ...part, sign: SIGNS[index] ?? '⬜' }))
    .filter(({ number }) => number > 0);
  const squares = there.map(({ sign, number }) => sign.repeat(squaresOf(number, all))).join('');
  const rows = there.map(({ sign, label, number, meaning }) => [
    `${sign}&nbsp;**${count(number)}**&nbsp;${unbreakable(label)}`,
    cell(meaning),
  ]);
  return `${squares}\n\n${table(['Devices', 'What that is'], rows)}`;
}

/** Each part is seen, however small it is. */
function squaresOf(number: number, all: number): number {
  return Math.max(1, Math.round((number / all) * SQUARES));
}

/** Policies that are listed: a certificate has ten at most. */
const RIGHTS = 20;

function rightsTable(story: Story): string {
  const rights = sharedRights(story);
  if (rights.length === 0) return '';
  const rows = longTable(['Policy', 'Devices', 'Where they get it from'], rights, toRow, { rows: RIGHTS });
  return `#### Which policies act for the devices\n\n${rows}`;
}

function toRow({ policy, group, devices }: SharedRight): readonly string[] {
  const from =
    group === undefined
      ? 'attached to each certificate'
      : `the thing group ${breakable(group)}, for a device whose client id is the name of its thing`;
  return [breakable(policy), count(devices), from];
}

/** A better policy is a document of several lines. */
const FIX = 900;

function policyFindings({ registryPlan }: Story, rulesPage: string): string {
  const findings = registryPlan?.findings ?? [];
  if (findings.length === 0) return '';
  const rows = longTable(
    ['Finding', 'What to do'],
    findings,
    ({ rule, severity, message, fix }) => [
      `${cell(severity)} ${ruleCell(rule, rulesPage)}: ${breakable(message)}`,
      prose(fix, FIX),
    ],
    { rows: RIGHTS },
  );
  return `#### What is wrong with policies\n\n${rows}`;
}

function slowest(story: Story): string {
  const found = slowestOperation(story);
  if (found === undefined) return '';
  const { facts, quota } = found;
  const page = quota === undefined ? '' : ` ${link('Open it in the console', quota.page)}.`;
  return `- ${facts.map((fact) => breakable(fact)).join(' ')}${quota?.page === undefined ? '' : page}\n`;
}

const LABELS = { incomplete: 'not registered', conflict: 'conflict' } as const;

/** Why devices are not registered, each reason once: conflicts first, and then the most frequent. */
export function reasonsOfRegistration(story: Story): readonly Reason[] {
  const groups = groupBy(unregisteredOf(story), ({ result, thing, problem }) => {
    // The thing is another for each device.
    const message = problem?.message ?? '';
    return [result, thing === undefined ? message : message.replaceAll(thing, ''), problem?.fix].join('\n');
  });
  return [...groups.values()]
    .flatMap((group): readonly Reason[] => {
      const [first] = group;
      if (first === undefined) return [];
      const names = group.slice(0, 3).map(({ path }) => path);
      const label = first.result === 'conflict' ? LABELS.conflict : LABELS.incomplete;
      const { message = 'No reason is known.', fix = '' } = first.problem ?? {};
      return [{ label, count: group.length, why: message, fix, names }];
    })
    .sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0) || b.count - a.count);
}

/** Characters of what is done, and of what is left. */
const STEPS = 200;

/** Every device that is not registered, with what is done and what is left, to be opened. */
export function unregisteredList(story: Story): string {
  const devices = unregisteredOf(story);
  if (devices.length === 0) return '';
  const rows = longTable(['CSR', 'Thing', 'Done', 'Left', 'Why'], devices, ({ path, thing, done, left, problem }) => [
    breakable(path),
    breakable(thing ?? ''),
    steps(done),
    steps(left),
    breakable(problem?.message ?? '', STEPS),
  ]);
  return folded(`${plural(devices.length, 'device')} not registered, with what is done and what is left`, rows);
}

function steps(some: RegistrationOutcome['done']): string {
  return some.length === 0 ? 'nothing' : breakable(shorten(some.join(', '), STEPS));
}

/** Devices of a plan that the summary lists; the report has all of them. */
const LISTED = 50;

/** What would become of each device, the most urgent first, to be opened. */
export function planList({ registryPlan, registration, account }: Story): string {
  if (registryPlan === undefined || registration !== undefined) return '';
  const order = ['conflict', 'attach', 'create', 'found'];
  const devices = [...registryPlan.devices].sort((a, b) => order.indexOf(a.action) - order.indexOf(b.action));
  if (devices.length === 0) return '';
  const toCells = ({ path, thing, action, reasons, holds }: DevicePlan): readonly string[] => [
    breakable(path),
    breakable(thing ?? ''),
    unbreakable(ACTIONS[action].label),
    reasons.length > 0
      ? breakable(reasons.join('; '))
      : holds
          .slice(0, 3)
          .map((id) => certificateLink(id, account))
          .join(' ') + (holds.length > 3 ? ` and ${count(holds.length - 3)} more` : ''),
  ];
  const rows = longTable(['CSR', 'Thing', 'Plan', 'Why, or the certificates that it holds'], devices, toCells, {
    rows: LISTED,
    elsewhere: 'report.html has all of them.',
  });
  return folded(
    devices.length > LISTED
      ? `The plan of the first ${LISTED} of ${plural(devices.length, 'device')}`
      : `The plan of ${plural(devices.length, 'device')}`,
    rows,
  );
}
