import { runAction } from './action.ts';
import { type Bench, median } from './bench.ts';
import { startService } from './service.ts';

const COUNT = 10_000;
const ROUNDS = 3;

/** What bundles cost. The run without them hands over 10,000 files, the one with a directory for each device 50,000. */
export const bundles: Bench = {
  name: 'bundles',
  about: '10,000 devices handed over as an artifact, with and without bundles',
  async run(report) {
    const cases = [
      ['without bundles', {}],
      ['with bundles', { bundle: 'true' }],
      ['with bundles in an archive', { bundle: 'true', 'bundle-archives': 'true' }],
    ] as const;
    const times = new Map<string, number[]>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, inputs] of cases) {
        const service = await startService({});
        try {
          const { wallMs } = await runAction(COUNT, service, { deliver: 'artifact', ...inputs });
          times.set(name, [...(times.get(name) ?? []), wallMs]);
        } finally {
          service.close();
        }
      }
    }
    const [without = 0, ...others] = cases.map(([name]) => median(times.get(name) ?? []));
    for (const [index, [name]] of cases.slice(1).entries()) {
      const wallMs = others[index] ?? 0;
      report({
        case: `${COUNT} CSRs, no latency, uploaded ${name}`,
        what: 'wall / without bundles',
        value: wallMs / without,
        note: `${(wallMs / 1_000).toFixed(1)} s and ${(without / 1_000).toFixed(1)} s, medians of ${ROUNDS}`,
      });
    }
  },
};
