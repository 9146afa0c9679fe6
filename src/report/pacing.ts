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

/** A line for a list: achieved rate, quota found, share of throttled calls. */
export function pacingFacts({ stats, series }: Pacing): readonly string[] {
  const { sent, throttled, quota } = stats;
  const hasAverage = series !== undefined && series.elapsedMs >= 1_000;
  // A batch that was over at once says nothing about speed.
  if (sent === 0 || (!hasAverage && quota === undefined && throttled === 0)) return [];
  const average = hasAverage ? `Created ${rate((series.total * 1_000) / series.elapsedMs)}` : 'Speed';
  const found = quota === undefined ? 'the quota was not reached' : `quota ${rate(quota)}`;
  const share = `${count(throttled)} of ${count(sent)} calls throttled (${((throttled / sent) * 100).toFixed(1)} %)`;
  return [`- ${average}${hasAverage ? ',' : ':'} ${found}, ${share}`];
}

/**
 * Colours of bars and line, which stand out on white and on GitHub's dark #0d1117 alike: at least 3:1, as WCAG 2.2
 * asks of graphics (1.4.11). The signs of the legend have about the same.
 */
const COLOURS = { bars: '#2f81f7', line: '#e0701a' } as const;

/** Mermaid's settings of one chart: wide and low, and no ground of its own. https://mermaid.js.org/syntax/xyChart */
const SETTINGS = JSON.stringify({
  xyChart: { width: 900, height: 260 },
  themeVariables: { xyChart: { backgroundColor: 'transparent', plotColorPalette: Object.values(COLOURS).join(', ') } },
});

/**
 * Certificates a second over time, as a Mermaid chart with a legend; empty for a batch that was over at once.
 * https://mermaid.js.org/syntax/xyChart.html
 */
export function pacingChart({ stats, series }: Pacing): string {
  if (series === undefined || series.perSecond.length < LEAST_POINTS) return '';
  const points = series.perSecond;
  const { quota } = stats;
  const seconds = (points.length * series.intervalMs) / 1_000;
  const top = Math.max(...points, quota ?? 0);
  return [
    '### Certificates a second',
    '',
    `🟦 created${quota === undefined ? '' : ` &nbsp; 🟧 the quota, ${rate(quota)}`}`,
    '',
    '```mermaid',
    `%%{init: ${SETTINGS}}%%`,
    'xychart-beta',
    `    x-axis "seconds" 0 --> ${Number(seconds.toFixed(1))}`,
    `    y-axis "certificates a second" 0 --> ${Math.max(1, Math.ceil(top * 1.1))}`,
    `    bar [${points.map(rounded).join(', ')}]`,
    ...(quota === undefined ? [] : [`    line [${points.map(() => rounded(quota)).join(', ')}]`]),
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
