import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeKeys } from '../../src/csr/examine/judge-keys.ts';
import { KEY_RULE_IDS } from '../../src/csr/rules/key-rules.ts';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { examples } from './examples/ec-private-number.ts';
import { makeCsr, makeKey, toPem } from './make-csr.ts';
import { makeRsaCsr, nextPrime, randomPrime } from './rsa-keys.ts';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
});

afterAll(() => emulator.close());

/** The certificate of a CSR, as AWS IoT would have signed it. */
async function certificateFor(csrPem: string) {
  await emulator.iot.plant(csrPem, 1, 0);
  const { id = '', pem = '' } = emulator.iot.certificates().at(-1) ?? {};
  return { certificateId: id, pem };
}

const judge = (holders: Parameters<typeof judgeKeys>[0], rules = KEY_RULE_IDS) =>
  judgeKeys(holders, rules, { parallelism: undefined, onProgress: undefined, signal: new AbortController().signal });

describe('the keys of certificates', () => {
  it('that are weak by themselves, or beside another, are found by the rules that find them in CSRs', async () => {
    const [near, shared] = [randomPrime(1024), randomPrime(1024)];
    const good = await certificateFor(toPem(makeCsr({ key: makeKey('P-256') })));
    const close = await certificateFor(toPem(makeRsaCsr({ factors: [near, nextPrime(near + 2n, 2n)] })));
    const one = await certificateFor(toPem(makeRsaCsr({ factors: [shared, randomPrime(1024)] })));
    const two = await certificateFor(toPem(makeRsaCsr({ factors: [shared, randomPrime(1024)] })));
    const small = await certificateFor(Object.values(examples['ec-private-number']?.fails().files ?? {}).join(''));
    const found = await judge([good, close, one, two, small]);
    expect(Object.fromEntries(found)).toEqual({
      [close.certificateId]: ['rsa-close-primes'],
      [one.certificateId]: ['rsa-shared-factor'],
      [two.certificateId]: ['rsa-shared-factor'],
      [small.certificateId]: ['ec-private-number'],
    });
    expect([...(await judge([close, one, two], ['rsa-close-primes'])).keys()]).toEqual([close.certificateId]);
  });

  it('are not compared with themselves, and what is no certificate has none', async () => {
    const own = await certificateFor(toPem(makeRsaCsr({ factors: [randomPrime(1024), randomPrime(1024)] })));
    const none = { certificateId: 'f'.repeat(64), pem: 'no certificate' };
    expect((await judge([own, { ...own, certificateId: 'e'.repeat(64) }, none])).size).toBe(0);
  });

  it('are judged until the run is cancelled', async () => {
    const own = await certificateFor(toPem(makeCsr({ key: makeKey('P-256') })));
    const signal = AbortSignal.abort(new Error('cancelled'));
    const options = { parallelism: undefined, onProgress: undefined, signal };
    await expect(judgeKeys([own], KEY_RULE_IDS, options)).rejects.toThrow('cancelled');
  });
});
