import type { PacerStats } from '../issuance/pacer/protocol.ts';
import { count } from '../lib/words.ts';
import type { Series } from './throughput.ts';

/** How fast certificates were created. */
export interface Pacing {
  readonly stats: PacerStats;
  /** Undefined when none was created. */
  readonly series: Series | undefined;
}

/** Points of a chart: as many as can be distinguished on GitHub's page. */
export const CHART_POINTS = 60;

/** A chart of fewer points shows nothing that the figures do not say. */
const LEAST_POINTS = 8;

/** Lines for the summary's list: achieved rate, quota found, share of throttled calls. */
export function pacingFacts({ stats, series }: Pacing): readonly string[] {
  if (stats.sent === 0) return [];
  const { sent, throttled, quota } = stats;
  const average =
    series === undefined || series.elapsedMs < 1_000 ? '' : `${rate((series.total * 1_000) / series.elapsedMs)}, `;
  const found = quota === undefined ? 'no quota met' : `quota ${rate(quota)}`;
  const share = `${count(throttled)} of ${count(sent)} calls throttled (${((throttled / sent) * 100).toFixed(1)} %)`;
  return [`- Created ${average}${found}, ${share}`];
}

/**
 * Certificates a second over time, as a Mermaid chart; empty for a batch that was over at once.
 * https://mermaid.js.org/syntax/xyChart.html
 */
export function pacingChart({ stats, series }: Pacing): string {
  if (series === undefined || series.perSecond.length < LEAST_POINTS) return '';
  const points = series.perSecond;
  const seconds = (points.length * series.intervalMs) / 1_000;
  const top = Math.max(...points, stats.quota ?? 0);
  return [
    '### Certificates a second',
    '',
    '```mermaid',
    'xychart-beta',
    `    x-axis "seconds" 0 --> ${Number(seconds.toFixed(1))}`,
    `    y-axis "certificates a second" 0 --> ${Math.max(1, Math.ceil(top * 1.1))}`,
    `    bar [${points.map(rounded).join(', ')}]`,
    ...(stats.quota === undefined ? [] : [`    line [${points.map(() => rounded(stats.quota ?? 0)).join(', ')}]`]),
    '```',
    '',
  ].join('\n');
}

function rate(perSecond: number): string {
  return `${perSecond.toFixed(perSecond < 100 ? 1 : 0)}/s`;
}

function rounded(value: number): number {
  return Number(value.toFixed(1));
}
