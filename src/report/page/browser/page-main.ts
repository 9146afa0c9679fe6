import type { PageData } from '../page-data.ts';
import { duplicates, keyTypes, rules, weakKeys } from './breakdown.ts';
import { createDetail } from './detail.ts';
import { countText, createTable } from './device-table.ts';
import { readDevices } from './devices.ts';
import { button, el, section } from './dom.ts';
import { createSearch, EVERYTHING, type Filter } from './filter.ts';
import { counts, header, lines, NO_LINE } from './overview.ts';
import { throughput } from './pace-chart.ts';
import { problems } from './reasons.ts';
import { registry } from './registry.ts';

const data = JSON.parse(document.getElementById('data')?.textContent ?? '') as PageData;
const main = document.getElementById('page');
if (main !== null) show(main);

/** Builds the page, and lets everything that can be chosen change what the table shows. */
function show(page: HTMLElement): void {
  const devices = readDevices(data);
  const isAudit = data.run.mode === 'audit';
  const search = createSearch(devices);
  const detail = createDetail(data, devices);
  const table = createTable(devices, isAudit, detail.open);
  const status = el('p', { class: 'status', role: 'status' });
  const chips = el('div', { class: 'chips' });
  const box = el('input', {
    type: 'search',
    id: 'search',
    placeholder: devices.haveThings
      ? 'path, common name, thing, key, reason, certificate id'
      : 'path, common name, key, reason, certificate id',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  let filter = EVERYTHING;
  const apply = (change: Partial<Filter>): void => {
    filter = { ...filter, ...change };
    const found = search(filter);
    table.show(found);
    status.textContent = countText(found.length, devices.count, isAudit ? 'disagreement' : 'device');
    tiles.update(filter);
    chips.replaceChildren(...chipsOf(filter, devices, apply));
  };
  const place = section(
    'devices',
    isAudit ? 'Disagreements' : 'Devices',
    el('div', { class: 'search' }, el('label', { for: 'search' }, 'Search'), box, status),
    chips,
    table.element,
  );
  const choose = (change: Partial<Filter>): void => {
    apply(change);
    place.scrollIntoView({ block: 'start' });
  };
  const tiles = counts(data, devices, apply);
  box.addEventListener('input', () => apply({ text: box.value }));
  const parts = [
    header(data, devices),
    devices.count === 0 ? undefined : tiles.element,
    problems(data, devices, choose, detail.open),
    registry(data),
    lines(data, devices, choose),
    devices.count === 0 ? undefined : place,
    weakKeys(data, devices, choose, detail.open),
    duplicates(devices, detail.open),
    keyTypes(devices, choose),
    rules(data, devices, choose),
    throughput(data),
    detail.element,
  ];
  document.title = data.run.heading;
  page.replaceChildren(...parts.filter((part) => part !== undefined));
  apply({});
}

/** What is filtered by beyond the counts and the search, each with a button that ends it. */
function chipsOf(
  { line, key, chosen }: Filter,
  { lineNames, keyNames }: ReturnType<typeof readDevices>,
  apply: (change: Partial<Filter>) => void,
): readonly HTMLElement[] {
  const chip = (name: string, change: Partial<Filter>): HTMLElement =>
    button(
      { class: 'chip', 'aria-label': `Remove the filter: ${name}` },
      () => apply(change),
      name,
      el('span', { 'aria-hidden': 'true' }, ' ×'),
    );
  return [
    ...(line === undefined ? [] : [chip(`line ${lineNames[line] || NO_LINE}`, { line: undefined })]),
    ...(key === undefined ? [] : [chip(`key ${keyNames[key]}`, { key: undefined })]),
    ...(chosen === undefined ? [] : [chip(chosen.name, { chosen: undefined })]),
  ];
}
