import { count } from '../../../lib/words.ts';
import type { PageData, PageRegistry } from '../page-data.ts';
import { simpleTable } from './breakdown.ts';
import { el, link, section } from './dom.ts';

/** What was done in the registry, or would be: a bar, the policies, and what held it back. */
export function registry({ registry: found, run }: PageData): HTMLElement | undefined {
  if (found === undefined) return undefined;
  const { title, rights, findings, facts } = found;
  const rows = rights.map(({ policy, from, devices }) => [el('code', {}, policy), count(devices), from]);
  return section(
    'registry',
    title,
    ...bar(found),
    rows.length === 0 ? undefined : simpleTable(['Policy', 'Devices', 'Where they get it from'], rows),
    ...findings.map(({ rule, severity, message, fix }) =>
      el(
        'div',
        { class: 'complaint' },
        el(
          'p',
          {},
          el('span', { class: `severity ${severity}` }, severity),
          ' ',
          el(
            'span',
            { class: 'code' },
            link(run.rulesPage === undefined ? undefined : `${run.rulesPage}#${rule}`, rule),
          ),
        ),
        el('p', {}, message),
        el('p', { class: 'fix' }, el('strong', {}, 'What to do: '), fix),
      ),
    ),
    ...facts.map((fact) => el('p', { class: 'rest' }, fact)),
  );
}

function bar({ parts }: PageRegistry): readonly HTMLElement[] {
  const there = parts.filter(({ number }) => number > 0);
  if (there.length === 0) return [];
  const whole = el('div', { class: 'bar whole', 'aria-hidden': 'true' });
  for (const { tone, number } of there) {
    const part = el('span', { class: `part ${tone}` });
    part.style.flexGrow = String(number);
    whole.append(part);
  }
  const legend = el(
    'ul',
    { class: 'parts' },
    ...there.map(({ label, tone, number, meaning }) =>
      el('li', {}, el('span', { class: `result ${tone}` }, `${count(number)} ${label.toLowerCase()}`), `: ${meaning}`),
    ),
  );
  return [whole, legend];
}
