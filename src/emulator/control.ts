import { checkGrant } from './github/tokens.ts';
import { type Exchange, json, type Reply, send } from './http.ts';
import type { Emulator } from './seams.ts';

/** Path below which the emulator is controlled; nothing of AWS begins with it. */
export const CONTROL_PREFIX = '/_control/';

const SERVICES = ['iot', 'sts', 'serviceQuotas', 'oidc', 'artifacts', 'rest'] as const;

/**
 * The emulator's controls for other processes, in JSON:
 * `GET state`, `GET certificates`, `GET registry`, `GET calls` (of AWS, as IAM sees them), `GET secrets` (opened), `POST tokens` (a `Grant`), `PUT settings` (a `Partial<Settings>`), `POST faults` (a fault with its `service`;
 * `when` is a list of numbers), `DELETE faults` (of every service), `POST rerun`.
 */
export async function handleControl(emulator: Emulator, { method, path, body, response }: Exchange): Promise<void> {
  try {
    send(response, answer(emulator, `${method} ${path.slice(CONTROL_PREFIX.length)}`, body));
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    send(response, json(400, { message: error.message }));
  }
}

function answer(emulator: Emulator, request: string, body: Buffer): Reply {
  switch (request) {
    case 'GET state': {
      const { env, accessKeys, region, roleArn, caPem, githubToken } = emulator;
      const counters = Object.fromEntries(SERVICES.map((name) => [name, emulator[name].counters]));
      const { iot } = emulator;
      const certificates = iot.certificates().length;
      return json(200, {
        env,
        accessKeys,
        region,
        roleArn,
        caPem,
        githubToken,
        counters,
        quotas: iot.quotas(),
        certificates,
      });
    }
    case 'GET certificates':
      return json(200, emulator.iot.certificates());
    case 'GET registry':
      return json(200, emulator.iot.registry());
    case 'GET calls':
      return json(200, emulator.calls());
    case 'GET secrets':
      return json(200, emulator.secrets.all());
    case 'POST tokens':
      return json(200, { token: emulator.createToken(checkGrant(parsed(body))) });
    case 'PUT settings':
      emulator.configure(parsed(body));
      return { status: 204 };
    case 'POST faults': {
      const { service, ...fault } = parsed(body);
      const name = SERVICES.find((candidate) => candidate === service);
      if (name === undefined) throw new TypeError(`service: one of ${SERVICES.join(', ')}`);
      // The service itself refuses operations and kinds that it does not know.
      emulator[name].inject(fault as never);
      return { status: 204 };
    }
    case 'DELETE faults':
      for (const name of SERVICES) emulator[name].clearFaults();
      return { status: 204 };
    case 'POST rerun':
      emulator.rerun();
      return json(200, emulator.env);
    default:
      return json(404, { message: `no control "${request}"` });
  }
}

function parsed(body: Buffer): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(body.toString('utf8'));
  if (typeof value !== 'object' || value === null) throw new TypeError('body: a JSON object');
  return value as Readonly<Record<string, unknown>>;
}
