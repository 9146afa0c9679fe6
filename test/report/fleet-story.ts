import { createHash } from 'node:crypto';
import type { Csr, Finding, FindingGroup } from '../../src/csr/csr.ts';
import type { Outcome } from '../../src/records/certificate.ts';
import type { Story } from '../../src/report/story.ts';

/** When all of these runs began. */
export const START = Date.parse('2026-11-27T08:00:00Z');

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

export function csrAt(path: string, commonName: string | undefined, key = 'EC P-256'): Csr {
  return {
    path,
    pemLength: 500,
    csrSha256: hashOf(`csr ${path}`),
    spkiSha256: hashOf(`key ${path}`),
    commonName,
    key: { type: key.startsWith('RSA') ? 'rsa' : 'ec', name: key },
    signatureAlgorithm: 'SHA256-ECDSA',
  };
}

/** What became of the n-th device, in the words of the manifest. */
export type Fate = Outcome['result'] | 'rejected';

/** A fleet of several lines, the third of which is bad. */
export function fateOf(device: number): Fate {
  if (device % 6 === 2 && device % 5 !== 0) return device % 4 === 0 ? 'rejected' : 'failed';
  if (device % 97 === 0) return 'rejected';
  if (device % 211 === 0) return 'in-doubt';
  return device % 3 === 0 ? 'reused' : 'created';
}

function outcomeOf(csr: Csr, fate: Outcome['result'], device: number): Outcome {
  if (fate === 'created' || fate === 'reused') {
    const issuedAt = new Date(START + device * 67).toISOString();
    const origin = {
      runId: fate === 'created' ? '4711' : '4242',
      runAttempt: 1,
      commit: hashOf('commit').slice(0, 40),
    };
    const certificate = { id: hashOf(`certificate ${csr.path}`), status: 'INACTIVE' as const, issuedAt, origin };
    return { result: fate, csr, certificate, awaitsActivation: false };
  }
  const problem =
    fate === 'failed'
      ? {
          code: 'refused',
          message: 'AWS IoT refused the CSR: InvalidRequestException, the public key is not supported.',
          fix: 'Make the CSR again with a key that AWS IoT takes.',
        }
      : {
          code: 'no-answer',
          message: 'The answer of AWS IoT did not arrive.',
          fix: 'Press "Re-run failed jobs": the certificate is looked for in the account.',
        };
  return { result: fate, csr, problem };
}

export interface Fleet {
  readonly count: number;
  readonly fate?: (device: number) => Fate;
  readonly pathOf?: (device: number) => string;
  readonly nameOf?: (device: number) => string;
}

const KEYS = ['EC P-256', 'EC P-256', 'RSA-2048', 'EC P-384'];

/** A finished run of `mode: issue`. */
export function storyOf({ count, fate = fateOf, ...names }: Fleet): Story {
  const pathOf = names.pathOf ?? ((n) => `csrs/line-${(n % 6) + 1}/device-${String(n).padStart(6, '0')}.csr`);
  const nameOf = names.nameOf ?? ((n) => `device-${String(n).padStart(6, '0')}`);
  const csrs: Csr[] = [];
  const outcomes: Outcome[] = [];
  const rejected: string[] = [];
  const findings: Finding[] = [];
  for (let n = 0; n < count; n++) {
    const path = pathOf(n);
    const become = fate(n);
    if (become === 'rejected') {
      rejected.push(path);
      const isShared = n % 2 === 0;
      findings.push({
        rule: isShared ? 'rsa-shared-factor' : 'sha1-signature',
        severity: 'error',
        path,
        message: isShared
          ? `Its RSA key has a prime in common with that of ${pathOf(n + 1)}, so that anyone can compute both private keys.`
          : 'Its signature is made with SHA-1.',
        fix: isShared ? 'Make new keys on all of these devices.' : 'Make the CSR again with SHA-256.',
      });
      continue;
    }
    const csr = csrAt(path, nameOf(n), KEYS[n % KEYS.length]);
    csrs.push(csr);
    outcomes.push(outcomeOf(csr, become, n));
    if (n % 50 === 1) {
      findings.push({
        rule: 'subject-duplicate',
        severity: 'warning',
        path,
        message: `Its subject is also that of ${pathOf(n + 1)}, with another key.`,
        fix: 'Give every device a subject of its own.',
      });
    }
  }
  const shared = findings.filter(({ rule }) => rule === 'rsa-shared-factor').map(({ path }) => path);
  const groups: FindingGroup[] =
    shared.length < 2
      ? []
      : [
          { rule: 'rsa-shared-factor', members: shared },
          { rule: 'rsa-shared-factor', members: [...shared.slice(0, 2), `the certificate ${hashOf('old')}`] },
        ];
  const [first] = csrs;
  return {
    start: START,
    batch: { files: count, csrs, findings, rejected, groups, keys: new Map(), devices: new Map() },
    outcomes,
    duplicates:
      first === undefined || count < 100
        ? []
        : [
            {
              csr: first,
              certificate: { id: hashOf('second'), pem: '', status: 'ACTIVE', issuedAt: undefined, origin: undefined },
            },
          ],
    directory: {
      path: '/home/runner/work/_temp/iot-certificates',
      nameOf: ({ path }) => `${path.replace(/\.[^./]*$/, '')}.pem`,
    } as NonNullable<Story['directory']>,
    account: {
      account: '123456789012',
      region: 'eu-west-1',
      arn: 'arn:aws:sts::123456789012:assumed-role/csr/run',
    } as NonNullable<Story['account']>,
    ledgerPath: '/home/runner/work/fleet/ledger.jsonl',
    artifact: { name: 'iot-certificates', id: '1', url: 'https://github.com/octo-org/fleet/x', digest: 'sha256:00' },
    pacing: () => ({
      stats: { sent: count + 20, admitted: count, throttled: 20, failed: 0, inFlight: 0, rate: 15, quota: 15 },
      series: {
        intervalMs: 1_000,
        perSecond: Array.from({ length: 60 }, (_, n) => 14 + Math.sin(n) * 1.5),
        total: count,
        elapsedMs: 60_000,
      },
    }),
  };
}
