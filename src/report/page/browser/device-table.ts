import { count, plural } from '../../../lib/words.ts';
import type { Devices } from './devices.ts';
import { button, el } from './dom.ts';

/** Height of a row in CSS pixels, as the style sheet has it. */
const ROW = 40;

/** Browsers lay out no more than some ten millions of pixels (Firefox 17,895,697): beyond this, rows pass by faster. */
const TALLEST = 8_000_000;

/** Rows that are made above and below what is seen. */
const MARGIN = 6;

/** Rows in sight, at most. */
const SEEN = 15;

/** Rows that are printed. */
const PRINTED = 500;

/** A table of any number of devices, of which only those in sight are in the document. */
export interface DeviceTable {
  readonly element: HTMLElement;
  show(found: Uint32Array): void;
}

interface Column {
  readonly name: string;
  readonly text: (device: number) => string;
}

/** @param open shows a device's details */
export function createTable(devices: Devices, isAudit: boolean, open: (device: number) => void): DeviceTable {
  const columns = columnsOf(devices, isAudit);
  const sizer = el('div', { class: 'sizer', role: 'none' });
  const scroll = el('div', { class: 'rows', role: 'rowgroup', tabindex: '-1' }, sizer);
  const head = el(
    'div',
    { role: 'row', class: 'row head', 'aria-rowindex': '1' },
    ...['Result', 'File', ...columns.map(({ name }) => name)].map((name) => el('div', { role: 'columnheader' }, name)),
  );
  const more = el('p', { class: 'more-printed' });
  const table = el('div', { role: 'table', class: isAudit ? 'table audit' : 'table', 'aria-label': 'Devices' });
  table.append(el('div', { role: 'rowgroup' }, head), scroll);
  let found: Uint32Array = new Uint32Array();
  /** Place in `found` of the row that the arrow keys move from. */
  let current = 0;

  const rowOf = (place: number): HTMLElement => {
    const device = found[place] ?? 0;
    const row = deviceRow(devices, device, columns, () => open(device));
    row.setAttribute('aria-rowindex', String(place + 2));
    row.dataset.place = String(place);
    row.querySelector('button')?.setAttribute('tabindex', place === current ? '0' : '-1');
    return row;
  };
  let isPrinted = false;
  const render = (): void => {
    if (isPrinted) {
      sizer.replaceChildren(...Array.from({ length: Math.min(found.length, PRINTED) }, (_, place) => rowOf(place)));
      return;
    }
    const { first, last, top } = window_(scroll, found.length);
    const focused = sizer.contains(document.activeElement) ? current : undefined;
    // One row can always be reached by the Tab key.
    if (focused === undefined && (current < first || current >= last)) current = Math.min(first, found.length);
    const rows: HTMLElement[] = [];
    for (let place = first; place < last; place++) {
      const row = rowOf(place);
      row.style.setProperty('--top', `${top + place * ROW}px`);
      rows.push(row);
    }
    sizer.replaceChildren(...rows);
    if (focused !== undefined) focusRow(sizer, scroll, focused);
  };
  scroll.addEventListener('scroll', onceAFrame(render), { passive: true });
  new ResizeObserver(onceAFrame(render)).observe(scroll);
  scroll.addEventListener('keydown', (event) => {
    const to = placeAfter(event.key, current, found.length, Math.floor(scroll.clientHeight / ROW));
    if (to === undefined) return;
    event.preventDefault();
    current = to;
    reveal(scroll, to, found.length);
    render();
    focusRow(sizer, scroll, to);
  });
  onPrint((now) => {
    isPrinted = now;
    render();
  });
  return {
    element: el('div', {}, table, more),
    show(now) {
      found = now;
      current = 0;
      table.setAttribute('aria-rowcount', String(found.length + 1));
      sizer.style.setProperty('--height', `${Math.min(found.length * ROW, TALLEST)}px`);
      scroll.style.setProperty('--height', `${Math.min(Math.max(found.length, 1), SEEN) * ROW}px`);
      scroll.scrollTop = 0;
      more.textContent =
        found.length > PRINTED ? `And ${count(found.length - PRINTED)} more, which are not printed.` : '';
      render();
      if (found.length === 0) sizer.replaceChildren(nothing());
    },
  };
}

function columnsOf(devices: Devices, isAudit: boolean): readonly Column[] {
  if (isAudit) {
    return [
      { name: 'Certificate', text: (device) => devices.idOf(device) ?? '' },
      { name: 'Ledger', text: (device) => devices.recordedOf(device) ?? 'not in it' },
      { name: 'Account', text: (device) => devices.statusOf(device) ?? 'not in it' },
    ];
  }
  return [
    devices.haveThings
      ? { name: 'Thing', text: (device) => devices.thingOf(device) ?? '' }
      : { name: 'Common name', text: (device) => devices.commonNameOf(device) ?? '' },
    { name: 'Key', text: (device) => devices.keyOf(device) ?? '' },
    { name: 'Status', text: (device) => devices.statusOf(device) ?? '' },
    { name: 'Why', text: devices.reasonOf },
  ];
}

function deviceRow(devices: Devices, device: number, columns: readonly Column[], open: () => void): HTMLElement {
  const path = devices.paths[device] || '(no CSR is known)';
  const name = path.lastIndexOf('/') + 1;
  const { label, tone } = devices.kindOf(device);
  const row = el(
    'div',
    { role: 'row', class: 'row' },
    el('div', { role: 'cell', class: `result ${tone}` }, label),
    el(
      'div',
      { role: 'cell', class: 'path' },
      button(
        { title: path },
        open,
        el('span', { class: 'directory' }, path.slice(0, name)),
        el('span', { class: 'name' }, path.slice(name)),
      ),
    ),
    ...columns.map(({ text }) => el('div', { role: 'cell' }, text(device))),
  );
  // The whole row is a target for a pointer; its button is the one for everybody else.
  row.addEventListener('click', (event) => {
    if (!(event.target as Element).closest('button') && !getSelection()?.toString()) open();
  });
  return row;
}

function nothing(): HTMLElement {
  return el('div', { role: 'row', class: 'row nothing' }, el('div', { role: 'cell' }, 'No device is so.'));
}

/** Which rows are in sight, and where row 0 would be, in pixels below the top of all. */
function window_(scroll: HTMLElement, length: number) {
  const seen = scroll.clientHeight;
  const all = length * ROW;
  const height = Math.min(all, TALLEST);
  const at = scroll.scrollTop;
  // Where the rows are more than can be laid out, a pixel of the scroll bar stands for several of them.
  const offset = height <= seen ? 0 : (at * (all - seen)) / (height - seen);
  return {
    first: Math.max(0, Math.floor(offset / ROW) - MARGIN),
    last: Math.min(length, Math.ceil((offset + seen) / ROW) + MARGIN),
    top: at - offset,
  };
}

/** Scrolls so that a row is wholly in sight. */
function reveal(scroll: HTMLElement, place: number, length: number): void {
  const seen = scroll.clientHeight;
  const all = length * ROW;
  const height = Math.min(all, TALLEST);
  if (height <= seen) return;
  const scale = (all - seen) / (height - seen);
  const offset = scroll.scrollTop * scale;
  if (place * ROW < offset) scroll.scrollTop = (place * ROW) / scale;
  else if ((place + 1) * ROW > offset + seen) scroll.scrollTop = ((place + 1) * ROW - seen) / scale;
}

function focusRow(sizer: HTMLElement, scroll: HTMLElement, place: number): void {
  const row = sizer.querySelector(`[data-place="${place}"] button`);
  // A row that was scrolled out of sight leaves the keys to its table.
  (row instanceof HTMLElement ? row : scroll).focus({ preventScroll: true });
}

/** Where a key leads from a row; undefined for other keys. */
function placeAfter(key: string, from: number, length: number, page: number): number | undefined {
  const to = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: length,
  }[key];
  return to === undefined || length === 0 ? undefined : Math.min(Math.max(to, 0), length - 1);
}

function onceAFrame(work: () => void): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      work();
    });
  };
}

function onPrint(work: (isPrinted: boolean) => void): void {
  matchMedia('print').addEventListener('change', ({ matches }) => work(matches));
  addEventListener('beforeprint', () => work(true));
  addEventListener('afterprint', () => work(false));
}

/** `37 of 10,000 devices`. */
export function countText(found: number, all: number, noun: string): string {
  return found === all ? plural(all, noun) : `${count(found)} of ${plural(all, noun)}`;
}
