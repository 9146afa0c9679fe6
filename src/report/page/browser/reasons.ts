import { shorten } from '../../../lib/escape.ts';
import { count, plural } from '../../../lib/words.ts';
import { type PageData, QUIET_TONES, type Tone } from '../page-data.ts';
import type { Devices } from './devices.ts';
import { button, el, link, section } from './dom.ts';
import type { Choose } from './overview.ts';

/** Devices and messages of a reason that are shown. */
const DEVICES_SHOWN = 5;
const MESSAGES_SHOWN = 3;
/** Characters of each; the details have all of them. */
const TEXT = 300;

/** Devices that have no certificate for one reason. */
interface Reason {
  readonly name: string;
  /** Of the rule, where it is one. */
  readonly rule: number | undefined;
  readonly tone: Tone;
  readonly label: string;
  readonly kind: number;
  readonly messages: Set<string>;
  readonly fix: string;
  readonly devices: number[];
}

/** What failed, grouped by reason, with what to do; undefined when nothing did. */
export function problems(data: PageData, devices: Devices, choose: Choose, open: (device: number) => void) {
  const reasons = reasonsOf(data, devices);
  if (reasons.length === 0) return undefined;
  const cards = reasons.map((reason) => card(reason, data, devices, choose, open));
  return section('problems', data.run.mode === 'audit' ? 'What disagrees' : 'What needs attention', ...cards);
}

function reasonsOf(data: PageData, devices: Devices): readonly Reason[] {
  const reasons = new Map<string, Reason>();
  for (const device of devices.order) {
    const { tone, label } = devices.kindOf(device);
    if (QUIET_TONES.includes(tone)) break;
    const problem = devices.problems.get(device);
    const findings = devices.findings.get(device) ?? [];
    const found = findings.find(({ severity }) => severity === 'error') ?? (problem ? undefined : findings[0]);
    const { message, fix } = found ?? problem ?? { message: 'No reason is known.', fix: '' };
    const kind = devices.kinds[device] ?? 0;
    const rule = found?.rule;
    const name = (rule === undefined ? undefined : data.rules[rule]?.id) ?? problem?.code ?? '';
    // A status in the account is a reason of its own; messages of other kinds hold names of files.
    const key = [kind, name, fix, data.run.mode === 'audit' ? message : ''].join('\n');
    const reason = reasons.get(key) ?? { name, rule, tone, label, kind, fix, messages: new Set(), devices: [] };
    reasons.set(key, reason);
    reason.messages.add(message);
    reason.devices.push(device);
  }
  const rank = (tone: Tone): number => ['bad', 'doubt', 'refused', 'idle'].indexOf(tone);
  return [...reasons.values()].sort((a, b) => rank(a.tone) - rank(b.tone) || b.devices.length - a.devices.length);
}

function card(
  reason: Reason,
  data: PageData,
  devices: Devices,
  choose: Choose,
  open: (device: number) => void,
): HTMLElement {
  const { name, rule, tone, label, messages, fix } = reason;
  const title = rule === undefined ? undefined : data.rules[rule]?.title;
  const page = rule === undefined || data.run.rulesPage === undefined ? undefined : `${data.run.rulesPage}#${name}`;
  const shownMessages = [...messages].slice(0, MESSAGES_SHOWN);
  const all = reason.devices.length;
  return el(
    'article',
    { class: `card ${tone}` },
    el(
      'h3',
      {},
      el('span', { class: `result ${tone}` }, label),
      ` ${plural(all, data.run.mode === 'audit' ? 'certificate' : 'file')}`,
      el('span', { class: 'code' }, link(page, name)),
    ),
    title === undefined ? undefined : el('p', { class: 'rule-title' }, title),
    ...shownMessages.map((message) => el('p', { class: 'message' }, shorten(message, TEXT))),
    messages.size > MESSAGES_SHOWN
      ? el('p', { class: 'rest' }, `and ${count(messages.size - MESSAGES_SHOWN)} more messages like these`)
      : undefined,
    el('p', { class: 'fix' }, el('strong', {}, 'What to do: '), fix),
    deviceList(reason.devices.slice(0, DEVICES_SHOWN), devices, open),
    all > DEVICES_SHOWN
      ? button(
          { class: 'more' },
          () => choose({ kind: undefined, chosen: { name: `${label}: ${name}`, devices: new Set(reason.devices) } }),
          `Show all ${count(all)} in the table`,
        )
      : undefined,
  );
}

/** Devices by the paths of their files, each opening its details. */
export function deviceList(some: readonly number[], devices: Devices, open: (device: number) => void): HTMLElement {
  return el(
    'ul',
    { class: 'files' },
    ...some.map((device) =>
      el(
        'li',
        {},
        button(
          { class: 'file' },
          () => open(device),
          shorten(devices.paths[device] || (devices.idOf(device) ?? ''), TEXT),
        ),
      ),
    ),
  );
}
