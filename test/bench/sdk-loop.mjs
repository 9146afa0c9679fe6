// What somebody writes who takes the SDK and a glob: `node sdk-loop.mjs standard|adaptive IN_FLIGHT`, in the directory.
import { readdirSync, readFileSync } from 'node:fs';
import { CreateCertificateFromCsrCommand, IoTClient } from '@aws-sdk/client-iot';

const [retryMode, inFlight] = process.argv.slice(2);
const client = new IoTClient({ retryMode });
const names = readdirSync('.').values();
await Promise.all(
  Array.from({ length: Number(inFlight) }, async () => {
    for (const name of names) {
      const certificateSigningRequest = readFileSync(name, 'utf8');
      await client.send(new CreateCertificateFromCsrCommand({ certificateSigningRequest })).catch(() => {});
    }
  }),
);
