import { count } from '../../../lib/words.ts';
import { type PageData, QUIET_TONES, type RunFacts } from '../page-data.ts';
import type { Devices } from './devices.ts';
import { button, el, link, section } from './dom.ts';
import type { Filter } from './filter.ts';

/** Sets some of the filter and shows the table. */
export type Choose = (change: Partial<Filter>) => void;

/** The verdict, where the run was, and what ended it. */
export function header({ run, kinds }: PageData, devices: Devices): HTMLElement {
  const isWhole = run.succeeded && !devices.kinds.some((kind) => !QUIET_TONES.includes(kinds[kind]?.tone ?? 'ok'));
  const tone = !run.succeeded ? 'bad' : isWhole ? 'ok' : 'refused';
  const state = !run.succeeded ? 'Failed' : isWhole ? 'Succeeded' : 'Succeeded, with exceptions';
  return el(
    'header',
    {},
    el('p', { class: `state ${tone}` }, state),
    el('h1', {}, run.heading),
    el('p', { class: 'facts' }, ...factsOf(run).flatMap((fact) => [fact, ' '])),
    run.failures === undefined ? undefined : failureBox(run.failures),
  );
}

function factsOf(run: RunFacts): readonly HTMLElement[] {
  const fact = (...parts: readonly (string | HTMLElement)[]): HTMLElement => el('span', { class: 'fact' }, ...parts);
  return [
    fact(`Mode ${run.mode}, ${run.madeAt.slice(0, 16).replace('T', ' ')} UTC, took ${run.took}`),
    ...(run.repository === undefined ? [] : [fact(link(run.runUrl, run.repository))]),
    ...(run.commit === undefined ? [] : [fact(`commit ${run.commit.slice(0, 12)}`)]),
    ...(run.account === undefined ? [] : [fact(`AWS account ${run.account} in ${run.region ?? ''}`)]),
    ...(run.artifact === undefined ? [] : [fact('artifact ', link(run.artifact.url, run.artifact.name))]),
    ...(run.secrets === undefined ? [] : [fact(run.secrets)]),
    ...(run.audited === undefined
      ? []
      : [
          fact(
            `${count(run.audited)} certificates of the ledger, ${count(run.activated ?? 0)} of them activated since`,
          ),
        ]),
    ...(run.estimate === undefined ? [] : [fact(`creating ${run.estimate}`)]),
  ];
}

function failureBox(failures: NonNullable<RunFacts['failures']>): HTMLElement {
  const lines = failures.flatMap(({ message, fix }) => [el('p', {}, el('strong', {}, message)), el('p', {}, fix)]);
  return el('div', { class: 'failure' }, ...lines);
}

/** The counts, each of which shows its devices; they follow the filter. */
export function counts({ kinds }: PageData, devices: Devices, choose: Choose) {
  const numbers = kinds.map((_, kind) => devices.kinds.reduce((sum, of) => sum + (of === kind ? 1 : 0), 0));
  const tile = (kind: number | undefined, tone: string, label: string, number: number, meaning: string) => {
    const element = button(
      { class: `tile ${tone}`, title: meaning, ...(number === 0 ? { disabled: '' } : {}) },
      () => choose({ kind: element.getAttribute('aria-pressed') === 'true' ? undefined : kind }),
      el('span', { class: 'number' }, count(number)),
      el('span', { class: 'label' }, label),
    );
    return { kind, element };
  };
  const tiles = [
    tile(undefined, 'all', 'All', devices.count, 'Everything'),
    ...kinds.map(({ tone, label, meaning }, kind) => tile(kind, tone, label, numbers[kind] ?? 0, meaning)),
  ];
  return {
    element: el('nav', { class: 'tiles', 'aria-label': 'Show by result' }, ...tiles.map(({ element }) => element)),
    update(filter: Filter): void {
      for (const { kind, element } of tiles) element.setAttribute('aria-pressed', String(filter.kind === kind));
    },
  };
}

/** What is in no directory of its own. */
export const NO_LINE = '(no directory)';

/** Lines that are shown at once; a fleet may have a directory for every device. */
const SHOWN = 12;

/** A bar for each production line, the worst first; undefined when there is one line only, or one for each device. */
export function lines({ kinds }: PageData, devices: Devices, choose: Choose): HTMLElement | undefined {
  const { lineNames } = devices;
  if (lineNames.length < 2 || lineNames.length > devices.count / 2) return undefined;
  const numbers = lineNames.map(() => new Uint32Array(kinds.length));
  for (const [device, line] of devices.lines.entries()) {
    const ofLine = numbers[line];
    const kind = devices.kinds[device] ?? 0;
    if (ofLine !== undefined) ofLine[kind] = (ofLine[kind] ?? 0) + 1;
  }
  const sum = (of: Uint32Array | undefined): number => of?.reduce((all, number) => all + number, 0) ?? 0;
  const isBad = kinds.map(({ tone }) => !QUIET_TONES.includes(tone));
  const share = (of: Uint32Array): number =>
    of.reduce((bad, number, kind) => bad + (isBad[kind] ? number : 0), 0) / sum(of);
  const shares = numbers.map(share);
  const order = lineNames
    .map((_, line) => line)
    .sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || compare(lineNames[a], lineNames[b]));
  const list = el('div', { class: 'lines' });
  const add = (some: readonly number[]): void => {
    list.append(
      ...some.map((line) =>
        lineBar(lineNames[line] || NO_LINE, numbers[line] ?? new Uint32Array(), kinds, () => choose({ line })),
      ),
    );
  };
  add(order.slice(0, SHOWN));
  const more = button(
    { class: 'more' },
    () => {
      add(order.slice(SHOWN));
      more.remove();
    },
    `Show ${count(order.length - SHOWN)} more`,
  );
  return section('lines', 'Production lines', legend(kinds, devices), list, order.length > SHOWN ? more : undefined);
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : 1;
}

function legend(kinds: PageData['kinds'], devices: Devices): HTMLElement {
  const there = kinds.filter((_, kind) => devices.kinds.includes(kind));
  return el(
    'p',
    { class: 'legend' },
    ...there.map(({ tone, label }) => el('span', { class: `result ${tone}` }, label)),
  );
}

function lineBar(name: string, numbers: Uint32Array, kinds: PageData['kinds'], open: () => void): HTMLElement {
  const bar = el('span', { class: 'bar', 'aria-hidden': 'true' });
  const parts: string[] = [];
  let all = 0;
  for (const [kind, number] of numbers.entries()) {
    if (number === 0) continue;
    const part = el('span', { class: `part ${kinds[kind]?.tone}` });
    part.style.flexGrow = String(number);
    bar.append(part);
    parts.push(`${count(number)} ${kinds[kind]?.label.toLowerCase()}`);
    all += number;
  }
  return button(
    { class: 'line', title: `${name}: ${parts.join(', ')}` },
    open,
    el('span', { class: 'line-name' }, name),
    bar,
    el('span', { class: 'line-text' }, parts.length === 1 ? parts[0] : `${parts.join(', ')} of ${count(all)}`),
  );
}
