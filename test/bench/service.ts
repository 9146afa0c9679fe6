import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { EmulatorOptions } from '../../src/emulator/emulator.ts';
import { node24 } from '../e2e/step.ts';

/** What a service saw of CreateCertificateFromCsr. */
export interface Seen {
  /** Milliseconds from the first call to the last answer, that of AttachThingPrincipal included, a device's last call. */
  readonly spanMs: number;
  readonly calls: number;
  readonly throttled: number;
  readonly created: number;
  /** CPU time of the service so far, milliseconds. */
  readonly cpuMs: number;
}

/** The emulator in a process of its own, as a real service is. */
export interface Service {
  /** For a process that is to meet it: endpoints, credentials, region. */
  readonly env: Readonly<Record<string, string>>;
  configure(changes: Partial<EmulatorOptions>): void;
  seen(): Promise<Seen>;
  close(): void;
}

export async function startService(options: EmulatorOptions): Promise<Service> {
  const child = fork(join(import.meta.dirname, 'service-process.ts'), { execPath: node24, execArgv: [] });
  const ask = <T>(message: object): Promise<T> =>
    new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error('the service ended'));
      child.once('exit', ended);
      child.once('message', (answer) => {
        child.removeListener('exit', ended);
        resolve(answer as T);
      });
      child.send(message);
    });
  const env = await ask<Record<string, string>>({ start: options });
  return {
    env,
    configure: (changes) => {
      child.send({ configure: changes });
    },
    seen: () => ask<Seen>({ report: true }),
    close: () => {
      child.removeAllListeners('exit');
      child.kill();
    },
  };
}
