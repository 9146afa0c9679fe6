import { Agent, request } from 'node:http';
import { makeCsr, toPem } from '../csr/make-csr.ts';
import { signed } from './signed.ts';

/** What another client of the account got. */
export interface Theirs {
  readonly admitted: number;
  readonly throttled: number;
  /** How many calls were admitted until a time of `performance.now()`. */
  admittedUntil(time: number): number;
}

/** Somebody else who creates certificates in the same account: so many calls a second, evenly, whatever comes back. */
export function otherClient(env: Readonly<Record<string, string>>, perSecond: number) {
  const agent = new Agent({ keepAlive: true });
  const endpoint = new URL(env.AWS_ENDPOINT_URL_IOT ?? '');
  const pem = toPem(makeCsr({ subject: [['CN', 'of somebody else']] }));
  const admitted: number[] = [];
  const underWay = new Set<Promise<void>>();
  let throttled = 0;
  let timer: NodeJS.Timeout | undefined;
  const send = (): Promise<void> =>
    new Promise((resolve) => {
      const { body, headers } = signed(pem, endpoint, env);
      const call = request(endpoint, { method: 'POST', path: '/certificates', agent, headers }, (response) => {
        if (response.statusCode === 200) admitted.push(performance.now());
        else throttled++;
        response.resume().on('end', resolve);
      });
      call.on('error', () => resolve());
      call.end(body);
    });
  return {
    start(): void {
      timer = setInterval(() => {
        const call = send().finally(() => underWay.delete(call));
        underWay.add(call);
      }, 1_000 / perSecond);
    },
    async stop(): Promise<Theirs> {
      clearInterval(timer);
      await Promise.all(underWay);
      agent.destroy();
      return {
        admitted: admitted.length,
        throttled,
        admittedUntil: (time) => admitted.filter((at) => at <= time).length,
      };
    },
  };
}
