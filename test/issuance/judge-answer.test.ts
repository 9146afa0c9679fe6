import { beforeAll, describe, expect, it } from 'vitest';
import type { Failure } from '../../src/aws/answers.ts';
import { judgeAnswer } from '../../src/issuance/judge-answer.ts';
import { MAX_SESSION_REFUSALS, MAX_UNSENT } from '../../src/issuance/problems.ts';
import type { Device } from '../simulation/account.ts';
import { makeFleet } from '../simulation/fleet.ts';

let device: Device;
let other: Device;

beforeAll(async () => {
  [device, other] = (await makeFleet(2)) as unknown as [Device, Device];
});

const of = (from: Device, change: { readonly id?: string; readonly pem?: string } = {}) => {
  const [certificate] = from.certificates;
  return { kind: 'created', id: '', arn: 'arn', pem: '', ...certificate, ...change } as const;
};

const refusedWith = (code: string, scope: 'request' | 'account'): Failure => ({
  kind: 'refused',
  scope,
  code,
  message: 'why',
});
const failedAs = (kind: 'throttled' | 'unsent' | 'in-doubt'): Failure => ({ kind, code: 'Code', message: 'why' });

describe('a certificate that AWS answered with', () => {
  it('is kept when it is for the key of the CSR', () => {
    const answer = of(device);
    expect(judgeAnswer({ csr: device.csr, unsent: 0 }, answer)).toEqual({
      next: 'keep',
      id: answer.id,
      pem: answer.pem,
      hasAwsId: true,
    });
  });

  it('is kept without what came around it', () => {
    const { pem } = of(device);
    expect(judgeAnswer({ csr: device.csr, unsent: 0 }, of(device, { pem: `Subject: x\n${pem}` }))).toMatchObject({
      pem,
    });
  });

  it('is kept although its id is not as AWS makes ids', () => {
    expect(judgeAnswer({ csr: device.csr, unsent: 0 }, of(device, { id: 'other' }))).toMatchObject({
      next: 'keep',
      hasAwsId: false,
    });
  });

  it('exists but is of no use when it is for another key, and the batch ends', () => {
    expect(judgeAnswer({ csr: device.csr, unsent: 0 }, of(other))).toMatchObject({
      next: 'give-up',
      result: 'in-doubt',
      problem: { code: 'wrong-key' },
      endsBatch: true,
    });
  });

  it('exists but has to be looked for when the answer was torn, and the batch goes on', () => {
    expect(judgeAnswer({ csr: device.csr, unsent: 0 }, of(device, { pem: 'torn' }))).toMatchObject({
      next: 'give-up',
      result: 'in-doubt',
      problem: { code: 'unreadable' },
      endsBatch: false,
    });
  });
});

describe('a failed request', () => {
  const again = (waitMs: number, unsent: number) => ({ next: 'send-again', waitMs, unsent });
  const giveUp = (result: 'failed' | 'in-doubt', code: string, endsBatch: boolean) => ({
    next: 'give-up',
    result,
    problem: { code },
    endsBatch,
  });
  const expired: Failure = {
    ...refusedWith('ExpiredTokenException', 'account'),
    kind: 'refused',
    scope: 'account',
    passes: true,
  };

  it.each([
    // What AWS cannot have acted on is sent again.
    ['throttled is sent again, as often as it takes', failedAs('throttled'), 99, again(0, 99)],
    ['that never left is sent again after a second', failedAs('unsent'), 0, again(1_000, 1)],
    ['that never left again waits twice as long', failedAs('unsent'), 1, again(2_000, 2)],
    [
      'that never left for the last time ends the batch',
      failedAs('unsent'),
      MAX_UNSENT,
      giveUp('failed', 'unreachable', true),
    ],
    ['of an expired session is sent again: it may be renewed', expired, 0, again(1_000, 1)],
    [
      'of an expired session that stays so ends the batch',
      expired,
      MAX_SESSION_REFUSALS,
      giveUp('failed', 'credentials-expired', true),
    ],
    // What AWS said no to would be refused again.
    [
      'refused for its CSR is given up, alone',
      refusedWith('InvalidRequestException', 'request'),
      0,
      giveUp('failed', 'InvalidRequestException', false),
    ],
    [
      'refused for everybody ends the batch',
      refusedWith('AccessDeniedException', 'account'),
      0,
      giveUp('failed', 'not-allowed', true),
    ],
    // What AWS may have acted on is never sent again from here.
    ['whose answer is lost stays in doubt', failedAs('in-doubt'), 0, giveUp('in-doubt', 'in-doubt', false)],
  ] as const)('%s', (_, failure, unsent, expected) => {
    expect(judgeAnswer({ csr: device.csr, unsent }, failure)).toMatchObject(expected);
  });
});
