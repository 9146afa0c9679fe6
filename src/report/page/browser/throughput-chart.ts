import type { PageData } from '../page-data.ts';
import { el, section, svg } from './dom.ts';

const WIDTH = 720;
const HEIGHT = 160;
/** A chart of fewer points shows nothing that the figures do not say. */
const LEAST_POINTS = 8;

/** How fast certificates were created, beside the quota; undefined when none was. */
export function throughput({ throughput: pace }: PageData): HTMLElement | undefined {
  if (pace === undefined) return undefined;
  const { perSecond, quota, intervalMs, facts } = pace;
  const texts = facts.map((fact) => el('p', {}, fact));
  if (perSecond.length < LEAST_POINTS) return section('throughput', 'Throughput', ...texts);
  const top = Math.max(...perSecond, quota ?? 0, 1) * 1.1;
  const width = WIDTH / perSecond.length;
  const y = (value: number): number => HEIGHT - (value / top) * HEIGHT;
  const bars = perSecond.map((value, index) =>
    svg('rect', {
      class: 'pace',
      x: (index * width + 0.5).toFixed(2),
      y: y(value).toFixed(2),
      width: Math.max(width - 1, 0.5).toFixed(2),
      height: (HEIGHT - y(value)).toFixed(2),
    }),
  );
  const limit =
    quota === undefined
      ? []
      : [svg('line', { class: 'quota', x1: '0', x2: String(WIDTH), y1: y(quota).toFixed(2), y2: y(quota).toFixed(2) })];
  const seconds = (perSecond.length * intervalMs) / 1_000;
  const chart = svg(
    'svg',
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: 'img',
      'aria-label': `Certificates a second over ${seconds.toFixed(0)} seconds`,
    },
    ...bars,
    ...limit,
  );
  const legend = el(
    'p',
    { class: 'legend' },
    el(
      'span',
      { class: 'result pace' },
      `certificates a second, over ${seconds.toFixed(0)} s, at most ${Math.max(...perSecond).toFixed(1)}`,
    ),
    quota === undefined ? undefined : el('span', { class: 'result quota' }, `quota: ${quota.toFixed(1)} a second`),
  );
  return section('throughput', 'Throughput', ...texts, el('div', { class: 'chart' }, chart), legend);
}
