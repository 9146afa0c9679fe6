import { type Emulator, type EmulatorOptions, startEmulator } from '../../src/emulator/emulator.ts';

// The process that service.ts forks.

let emulator: Emulator | undefined;
let first = 0;
let last = 0;

process.on('message', async (message: { start?: EmulatorOptions; configure?: EmulatorOptions; report?: boolean }) => {
  if (message.start !== undefined) {
    emulator = await startEmulator(message.start);
    const { CreateCertificateFromCsr, AttachThingPrincipal } = emulator.iot.counters;
    let seen = 0;
    // Exact to 5 ms, which is little against seconds.
    setInterval(() => {
      const events = [CreateCertificateFromCsr, AttachThingPrincipal]
        .map(({ calls, succeeded, throttled }) => calls + succeeded + throttled)
        .reduce((sum, one) => sum + one);
      if (events === seen) return;
      seen = events;
      last = performance.now();
      first ||= last;
    }, 5);
    process.send?.({ ...emulator.env, ...emulator.accessKeys, AWS_REGION: emulator.region });
  }
  if (message.configure !== undefined) emulator?.configure(message.configure);
  if (message.report) {
    const { calls = 0, throttled = 0, succeeded = 0 } = emulator?.iot.counters.CreateCertificateFromCsr ?? {};
    const { user, system } = process.cpuUsage();
    process.send?.({ spanMs: last - first, calls, throttled, created: succeeded, cpuMs: (user + system) / 1_000 });
  }
});
