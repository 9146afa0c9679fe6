import { createHash, createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { timed } from './bench.ts';

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

interface Signed {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Signature Version 4. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
function signed(csr: string, endpoint: URL, env: Readonly<Record<string, string>>): Signed {
  const body = JSON.stringify({ certificateSigningRequest: csr });
  const stamp = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const scope = `${stamp.slice(0, 8)}/${env.AWS_REGION}/iot/aws4_request`;
  const canonical = `POST\n/certificates\n\nhost:${endpoint.host}\nx-amz-date:${stamp}\n\nhost;x-amz-date\n${sha256(body)}`;
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${env.AWS_SECRET_ACCESS_KEY}`);
  const signature = hmac(key, `AWS4-HMAC-SHA256\n${stamp}\n${scope}\n${sha256(canonical)}`).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${env.AWS_ACCESS_KEY_ID}/${scope}, SignedHeaders=host;x-amz-date, Signature=${signature}`;
  const length = String(Buffer.byteLength(body));
  return { body, headers: { host: endpoint.host, 'x-amz-date': stamp, authorization, 'content-length': length } };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
