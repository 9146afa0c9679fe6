import { createPacers } from '../../src/issuance/pacers.ts';
import { CALM, createAccount, type Device, type Weather } from '../simulation/account.ts';
import { createVirtualClock } from '../simulation/virtual-clock.ts';

/** When a test begins, by every clock in it. */
export const BEGIN = Date.UTC(2026, 10, 24);

/** An AWS IoT account on a virtual clock, counted, and access to it. */
export function openAccount(devices: readonly Device[], weather: Weather = CALM) {
  const clock = createVirtualClock(BEGIN);
  const stop = new AbortController();
  const account = createAccount(
    devices,
    clock,
    () => 0.5,
    0,
    () => {},
  );
  const calls = { list: 0, describe: 0 };
  const iot = account.reach(weather, () => true);
  const access = {
    iot: {
      ...iot,
      listCertificates(marker: string | undefined) {
        calls.list++;
        return iot.listCertificates(marker);
      },
      describeCertificate(id: string) {
        calls.describe++;
        return iot.describeCertificate(id);
      },
    },
    pacers: createPacers(clock.process()),
    clock: clock.process(),
    signal: stop.signal,
  };
  /** Lets time pass until the work is done. */
  const run = async <T>(work: Promise<T>): Promise<T> => {
    let isOver = false;
    const over = () => {
      isOver = true;
    };
    work.then(over, over);
    await clock.run(() => isOver);
    return work;
  };
  const create = async (...requests: readonly Device[]): Promise<void> => {
    for (const { pem } of requests) await run(iot.createCertificate(pem, false));
  };
  return { clock, stop, account, access, calls, run, create };
}
