import type { Account } from '../aws/sign-in.ts';
import type { Csr } from '../csr/csr.ts';
import type { Inputs } from '../inputs.ts';
import { createProgress, plural } from '../report/progress.ts';
import type { Services } from '../services.ts';
import type { Outcome } from './certificate.ts';
import { issue } from './issuer.ts';
import { createPacer } from './pacer/pacer.ts';
import { plan, type Remains } from './plan.ts';

/** Where certificates are kept, as far as issuing them is concerned. */
export interface Store {
  remainsOf(csr: Csr): Promise<Remains | undefined>;
  readonly directory: { write(csr: Csr, pem: string): Promise<void> };
}

/**
 * Plans the batch and creates what is missing.
 *
 * @returns one outcome a CSR, in the order of `csrs`
 */
export async function issueBatch(
  csrs: readonly Csr[],
  store: Store,
  account: Pick<Account, 'iot' | 'certificateArn'>,
  inputs: Pick<Inputs, 'setAsActive'>,
  services: Services,
): Promise<readonly Outcome[]> {
  const { clock, log, stop } = services;
  const { create, reuse } = await plan(csrs, store.remainsOf, account.certificateArn);
  if (reuse.length > 0) log.info(`${plural(reuse.length, 'CSR')} already has a certificate: reused`);
  if (create.length > 0) log.info(`Creating ${plural(create.length, 'certificate')}`);
  const created = await issue({
    csrs: create,
    iot: account.iot,
    pacer: createPacer({ clock, mode: { kind: 'auto' } }),
    clock,
    stop,
    setAsActive: inputs.setAsActive,
    keep: (csr, { pem }) => store.directory.write(csr, pem),
    onProgress: createProgress('Created', create.length, clock.now, log.info).update,
    onWarning: (message) => log.annotate('warning', message),
  });
  const byPath = new Map([...reuse, ...created].map((outcome) => [outcome.csr.path, outcome]));
  return csrs.flatMap((csr) => byPath.get(csr.path) ?? []);
}
