import { IoTClient } from '@aws-sdk/client-iot';
import type { RegistrySnapshot } from '../../src/emulator/aws/registry/snapshot.ts';
import { ASKED, prepareWith } from '../e2e/registry.ts';
import { runAction } from './action.ts';
import type { Bench, Figure } from './bench.ts';
import { type Service, startService } from './service.ts';

const COUNT = 1_000;
/** Of a new account, calls a second, and as many at once: of CreateCertificateFromCsr and of AttachPolicy. */
const SLOWEST = 15;

/** From CSRs to things that may connect, at the quotas of a new account. */
export const registration: Bench = {
  name: 'registration',
  about: `${COUNT} CSRs to things with policy, type, two groups and attributes, against the bound of the slowest operation`,
  async run(report) {
    const service = await startService({ latency: { fixedMs: 60, jitterMs: 20 }, quotas: 'aws-default' });
    try {
      const client = clientOf(service);
      await prepareWith(client);
      const { wallMs } = await runAction(COUNT, service, ASKED);
      await judge(service, wallMs, report);
    } finally {
      service.close();
    }
  },
};

function clientOf({ env }: Service): IoTClient {
  const credentials = { accessKeyId: env.AWS_ACCESS_KEY_ID ?? '', secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '' };
  return new IoTClient({ region: env.AWS_REGION ?? '', credentials, endpoint: env.AWS_ENDPOINT_URL_IOT ?? '' });
}

async function judge(service: Service, wallMs: number, report: (figure: Figure) => void): Promise<void> {
  const control = (what: string) => fetch(new URL(`/_control/${what}`, service.env.AWS_ENDPOINT_URL_IOT));
  const { things, attachments, policyTargets } = (await (await control('registry')).json()) as RegistrySnapshot;
  for (const made of [things, attachments, policyTargets]) {
    if (made.length !== COUNT) throw new Error(`${made.length} of ${COUNT} are registered`);
  }
  const { counters } = (await (await control('state')).json()) as {
    readonly counters: {
      readonly iot: Readonly<Record<string, { readonly calls: number; readonly throttled: number }>>;
    };
  };
  const { spanMs } = await service.seen();
  const boundMs = ((COUNT - SLOWEST) / SLOWEST) * 1_000;
  const of = Object.values(counters.iot);
  const calls = of.reduce((sum, one) => sum + one.calls, 0);
  const throttled = of.reduce((sum, one) => sum + one.throttled, 0);
  const s = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;
  report({
    case: `${COUNT} CSRs, default quotas, latency 60 to 80 ms`,
    what: 'wall / bound of the slowest operation',
    value: spanMs / boundMs,
    target: ['≤', 1.05],
    note: `${s(spanMs)} of ${s(boundMs)}; the whole process ${s(wallMs)}`,
  });
  report({
    case: `${COUNT} CSRs, default quotas, latency 60 to 80 ms`,
    what: 'throttled, %',
    value: (throttled / calls) * 100,
    target: ['≤', 2],
    note: `${throttled} of ${calls} calls`,
  });
}
