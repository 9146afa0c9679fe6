import { Agent, request } from 'node:http';
import { timed } from './bench.ts';
import { type Signed, signed } from './signed.ts';

/**
 * The fastest client there can be: node:http on kept connections, every request signed beforehand, the answer read and
 * thrown away.
 *
 * @returns milliseconds
 */
export async function bareLoop(csrs: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  const endpoint = new URL(env.AWS_ENDPOINT_URL_IOT ?? '');
  const requests = csrs.map((csr) => signed(csr, endpoint, env)).values();
  const send = ({ body, headers }: Signed): Promise<void> =>
    new Promise((resolve, reject) => {
      const call = request(endpoint, { method: 'POST', path: '/certificates', agent, headers }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`status ${response.statusCode}`));
        response.resume().on('end', resolve);
      });
      call.on('error', reject);
      call.end(body);
    });
  const wall = await timed(() =>
    Promise.all(
      Array.from({ length: 50 }, async () => {
        for (const one of requests) await send(one);
      }),
    ),
  );
  agent.destroy();
  return wall;
}
