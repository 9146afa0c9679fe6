import { count, plural } from '../../../lib/words.ts';
import type { PageData } from '../page-data.ts';
import type { Devices } from './devices.ts';
import { button, el, link, section } from './dom.ts';
import type { Choose } from './overview.ts';
import { deviceList } from './reasons.ts';

/** Rows of one of these tables: a CSR may name any algorithm it likes. */
const SHOWN = 30;
/** Files of a group, and groups, that are shown. */
const FILES_SHOWN = 8;

/** Keys by type; each shows its devices. */
export function keyTypes(devices: Devices, choose: Choose): HTMLElement | undefined {
  const { keyNames } = devices;
  if (keyNames.length === 0) return undefined;
  const numbers = new Uint32Array(keyNames.length + 1);
  for (const key of devices.keys) numbers[key] = (numbers[key] ?? 0) + 1;
  const rows = keyNames
    .map((name, key) => ({ name, key, number: numbers[key] ?? 0 }))
    .sort((a, b) => b.number - a.number)
    .slice(0, SHOWN)
    .map(({ name, key, number }) => [button({ class: 'file' }, () => choose({ key }), name), count(number)]);
  const unknown = numbers[keyNames.length] ?? 0;
  if (unknown > 0) rows.push(['refused files', count(unknown)]);
  return section('keys', 'Keys', simpleTable(['Key', 'Files'], rows));
}

/** How many files each rule complains of; each shows its devices. */
export function rules({ rules: named, run }: PageData, devices: Devices, choose: Choose): HTMLElement | undefined {
  const found = new Map<string, { readonly rule: number; readonly severity: string; readonly devices: Set<number> }>();
  for (const [device, findings] of devices.findings) {
    for (const { rule, severity } of findings) {
      const key = `${rule} ${severity}`;
      const known = found.get(key) ?? { rule, severity, devices: new Set<number>() };
      known.devices.add(device);
      found.set(key, known);
    }
  }
  if (found.size === 0) return undefined;
  const order = ['error', 'warning', 'notice'];
  const rows = [...found.values()]
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.devices.size - a.devices.size)
    .map(({ rule, severity, devices: those }) => {
      const { id = '', title = '' } = named[rule] ?? {};
      const name = `${id} (${severity})`;
      return [
        el('span', { class: `severity ${severity}` }, severity),
        button({ class: 'file' }, () => choose({ kind: undefined, chosen: { name, devices: those } }), id),
        count(those.size),
        title === '' ? '' : link(run.rulesPage === undefined ? undefined : `${run.rulesPage}#${id}`, title),
      ];
    });
  return section('rules', 'Rules', simpleTable(['Severity', 'Rule', 'Files', 'What must be so'], rows));
}

/** Files whose keys have something in common that none should have: one key twice, or a prime. */
export function weakKeys(
  { groups, rules: named }: PageData,
  devices: Devices,
  choose: Choose,
  open: (device: number) => void,
) {
  if (groups.length === 0) return undefined;
  const cards = [...groups]
    .sort((a, b) => b.rows.length + b.others.length - a.rows.length - a.others.length)
    .slice(0, SHOWN)
    .map(({ rule, rows, others }, index) => {
      const { id = '', title = '' } = named[rule] ?? {};
      const name = `${id}, group ${index + 1}`;
      return el(
        'article',
        { class: 'card' },
        el('h3', {}, plural(rows.length + others.length, 'key holder'), el('span', { class: 'code' }, id)),
        el('p', { class: 'rule-title' }, title),
        deviceList(rows.slice(0, FILES_SHOWN), devices, open),
        others.length === 0
          ? undefined
          : el(
              'p',
              { class: 'rest' },
              `and ${others.slice(0, FILES_SHOWN).map(devices.textOf).join(', ')}${others.length > FILES_SHOWN ? ` and ${others.length - FILES_SHOWN} more` : ''}`,
            ),
        rows.length > FILES_SHOWN
          ? button(
              { class: 'more' },
              () => choose({ kind: undefined, chosen: { name, devices: new Set(rows) } }),
              `Show all ${count(rows.length)} in the table`,
            )
          : undefined,
      );
    });
  const rest = groups.length - cards.length;
  return section(
    'weak-keys',
    'Keys that have something in common',
    ...cards,
    rest > 0 ? el('p', { class: 'rest' }, `and ${plural(rest, 'more group')}`) : undefined,
  );
}

/** Valid certificates beyond the one in use. */
export function duplicates(devices: Devices, open: (device: number) => void): HTMLElement | undefined {
  const all = devices.duplicates;
  if (all.length === 0) return undefined;
  const rows = all
    .slice(0, SHOWN)
    .map(({ device, id, status }) => [
      device < 0 ? '' : button({ class: 'file' }, () => open(device), devices.paths[device] ?? ''),
      el('code', {}, id),
      status,
    ]);
  const rest = all.length - rows.length;
  return section(
    'duplicates',
    'Duplicate certificates',
    el('p', {}, 'These certificates are valid beside the one in use. Revoke each when nothing uses it.'),
    simpleTable(['File', 'Certificate beyond the one in use', 'Status'], rows),
    rest > 0 ? el('p', { class: 'rest' }, `and ${count(rest)} more`) : undefined,
  );
}

export function simpleTable(
  columns: readonly string[],
  rows: readonly (readonly (string | HTMLElement)[])[],
): HTMLElement {
  return el(
    'div',
    { class: 'scroller' },
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, ...columns.map((name) => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, ...rows.map((row) => el('tr', {}, ...row.map((part) => el('td', {}, part))))),
    ),
  );
}
