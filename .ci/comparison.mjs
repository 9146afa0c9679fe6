// README's comparison with other tools has figures of the bench: they are those that docs/performance.md has.

/**
 * @param readme README.md
 * @param performance docs/performance.md
 * @returns README with the figures of the bench in its comparison
 * @throws Error when a figure is not there, or README has no such row
 */
export function withFigures(readme, performance) {
  const { measured, remark } = figuresOf(performance);
  const ours = 'quota 15/s, burst 15, N=600, unknown';
  const boto = 'quota 15/s, burst 15, N=150: boto3, 10 threads';
  const [xargsTime, time] = times(remark('200 CSRs, latency 60 ms: ls \\| xargs', 'its wall / ours'));
  const [botoTime] = times(remark('200 CSRs, latency 60 ms: boto3', 'its wall / ours'));
  const failed = (name, figure) => /(\d+) failed/.exec(remark(name, figure))[1];
  const rows = [
    ['200 CSRs, 60 ms latency, no quota', `${time} s`, `${Math.round(xargsTime)} s`, `${botoTime} s`],
    [
      'Against a quota of 15/s, time / shortest possible',
      measured(ours, 'wall / bound'),
      '–',
      measured(boto, 'wall / bound'),
    ],
    [
      'The same: throttled calls',
      percent(measured(ours, 'throttled, %')),
      '–',
      percent(measured(boto, 'throttled, %')),
    ],
    [
      'The same: CSRs without a certificate at the end',
      `${failed(ours, 'throttled, %')} of 600`,
      '–',
      `${failed(boto, 'wall / bound')} of 150`,
    ],
  ];
  return rows.reduce((text, [label, ...cells]) => {
    const at = text.indexOf(`| ${label} |`);
    if (at < 0) throw new Error(`README.md compares nothing by "${label}"`);
    const end = text.indexOf('\n', at);
    return `${text.slice(0, at)}| ${[label, ...cells, '–', '–'].join(' | ')} |${text.slice(end)}`;
  }, readme);
}

/** The rows of the page's tables, found by how their case begins, and their figure. */
function figuresOf(performance) {
  const rows = performance
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(2, -2).split(/ \| /));
  const row = (name, figure) => {
    const found = rows.find((cells) => cells[0].startsWith(name) && cells[1] === figure);
    if (found === undefined) throw new Error(`docs/performance.md has no "${figure}" of "${name}"`);
    return found;
  };
  return { measured: (...of) => row(...of)[2], remark: (...of) => row(...of).at(-1) };
}

/** `180.01 s and 1.85 s` */
function times(remark) {
  return [...remark.matchAll(/([\d.]+) s/g)].map(([, seconds]) => seconds);
}

function percent(measured) {
  const value = Number(measured);
  return `${value < 10 ? value : Math.round(value)} %`;
}
