import { describe, expect, it } from 'vitest';
import { inWorld, makeFleet } from './table-fleet.ts';

/**
 * An answer that is not AWS's own, such as a proxy's page, proves nothing about what AWS did, whatever its status.
 * test/e2e/advice.test.ts has create calls, and what is said to a person; test/e2e/table-stories.test.ts the table.
 */

const PAGES = ['html-403', 'html-200'] as const;
const FILE = { ledger: 'l.jsonl' } as const;

describe.concurrent('a page in place of the answer of', () => {
  for (const kind of PAGES) {
    it(
      `UpdateCertificate (${kind}) does not count as activated`,
      inWorld(async ({ emulator, newMachine, main }) => {
        emulator.iot.inject({ operation: 'UpdateCertificate', kind });
        const job = await newMachine(makeFleet(2));
        const failed = await main(job, '1', { ...FILE, 'set-as-active': 'after-delivery' });
        expect(emulator.iot.certificates().map(({ status }) => status)).toEqual(['INACTIVE', 'INACTIVE']);
        expect(failed.code, failed.log).toBe(1);
        expect(failed.annotations.at(-1)).toMatchObject({ level: 'error', title: 'not-aws' });
      }),
    );

    it(
      `ListCertificates or DescribeCertificate (${kind}) does not say that there is nothing`,
      inWorld(async ({ emulator, newMachine, main }) => {
        const fleet = makeFleet(3);
        expect((await main(await newMachine(fleet), '1', FILE)).code).toBe(0);
        for (const operation of ['ListCertificates', 'DescribeCertificate'] as const) {
          emulator.iot.inject({ operation, kind });
          const refused = await main(await newMachine(fleet), '2', FILE);
          expect(refused.code, `${operation}\n${refused.log}`).toBe(1);
          expect(refused.annotations.at(-1)).toMatchObject({ level: 'error', title: 'not-aws' });
          emulator.iot.clearFaults();
        }
        expect(emulator.iot.certificates()).toHaveLength(3);
      }),
    );

    it(
      `AWS STS (${kind}) signs nobody in`,
      inWorld(async ({ emulator, newMachine, main }) => {
        for (const operation of ['AssumeRoleWithWebIdentity', 'GetCallerIdentity'] as const) {
          emulator.sts.inject({ operation, kind });
          const refused = await main(await newMachine(makeFleet(1)), '1', FILE);
          expect(refused.code, `${operation}\n${refused.log}`).toBe(1);
          expect(refused.annotations.at(-1)?.level).toBe('error');
          emulator.sts.clearFaults();
        }
        expect(emulator.iot.certificates()).toHaveLength(0);
      }),
    );
  }
});
