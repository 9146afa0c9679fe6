import type { Failure } from '../../src/aws/answers.ts';
import type { Iot } from '../../src/aws/iot.ts';
import type { Csr } from '../../src/csr/csr.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What goes wrong, as chances from 0 to 1. */
export interface Weather {
  readonly throttle: number;
  /** 5xx, reset, time-out, torn answer: with and without a certificate. */
  readonly doubt: number;
  /** Of these, those that take effect when nobody waits any more; undefined: a fifth. */
  readonly late?: number;
  /** Of the other operations. */
  readonly trouble: number;
  /** Milliseconds until a certificate is listed, at most. */
  readonly lag: number;
}

export const CALM: Weather = { throttle: 0, doubt: 0, trouble: 0, lag: 0 };

export interface SimulatedAccount {
  readonly certificates: readonly {
    readonly id: string;
    readonly spki: string;
    readonly pem: string;
    readonly createdAt: number;
    readonly status: string;
  }[];
  /** Of the devices that may ask for a certificate. */
  readonly keys: readonly { readonly path: string; readonly spki: string }[];
  /** AWS IoT as one process reaches it; after its death it gets no answers any more. */
  reach(weather: Weather, isAlive: () => boolean): Iot;
}

/** One key, and real certificates for it that an account may hand out. */
export interface Device {
  readonly csr: Csr;
  readonly pem: string;
  readonly certificates: readonly { readonly id: string; readonly pem: string }[];
}

/** How long a client waits for an answer. */
export const TIMEOUT_MS = 10_000;
/** How long after that the service may act on the request all the same, at most. */
const LATE_MS = 4_000;

/** What becomes of a request whose answer says nothing, in the order of the cases below. */
const TROUBLES = ['fails', 'fails after the certificate is made', 'is answered in part', 'times out', 'acts late'];

/** An AWS IoT account in memory, on a virtual clock whose own clock is off by `skew` milliseconds. */
export function createAccount(
  devices: readonly Device[],
  clock: VirtualClock,
  random: () => number,
  skew: number,
  trace: (event: string) => void,
): SimulatedAccount {
  const minted: { id: string; spki: string; pem: string; status: string; createdAt: number; listedAt: number }[] = [];
  const byPem = new Map(devices.map((device) => [device.pem, device]));

  const mint = (csrPem: string, lag: number) => {
    const device = byPem.get(csrPem);
    const spki = device?.csr.spkiSha256 ?? '';
    const next = device?.certificates[minted.filter((certificate) => certificate.spki === spki).length];
    if (next === undefined) throw new Error('more certificates for one key than were prepared');
    const createdAt = clock.now() + skew;
    const certificate = { ...next, spki, status: 'INACTIVE', createdAt, listedAt: clock.now() + random() * lag };
    minted.push(certificate);
    trace(`minted ${next.id.slice(0, 6)} for ${device?.csr.path}`);
    return certificate;
  };

  return {
    certificates: minted,
    keys: devices.map(({ csr }) => ({ path: csr.path, spki: csr.spkiSha256 })),
    reach(weather, isAlive) {
      // An answer takes its time, and does not reach the dead.
      const answer = <T>(make: () => T, ms: number): Promise<T> =>
        new Promise((resolve, reject) => {
          clock.at(clock.now() + ms, () => {
            try {
              const made = make();
              if (isAlive()) resolve(made);
            } catch (error) {
              reject(error);
            }
          });
        });
      const failure = (kind: 'throttled' | 'in-doubt', code: string): Failure => ({ kind, code, message: code });
      const steadily = <T>(make: () => T): Promise<T | Failure> => {
        const draw = random();
        if (draw < weather.trouble / 2) return answer(() => failure('throttled', 'ThrottlingException'), 20);
        if (draw < weather.trouble) return answer(() => failure('in-doubt', 'InternalFailureException'), 20);
        return answer(make, 20 + random() * 50);
      };
      return {
        createCertificate(pem) {
          const latency = 20 + random() * 100;
          const draw = random();
          if (draw < weather.throttle) return answer(() => failure('throttled', 'ThrottlingException'), latency);
          const drawn = random();
          const kind = weather.late === undefined || drawn > weather.late ? Math.floor(drawn * 5) : 4;
          if (draw >= weather.throttle + weather.doubt) {
            // Minted half-way: a process that dies in between never learns of it.
            const coming = answer(() => mint(pem, weather.lag), latency / 2);
            return coming.then((certificate) =>
              answer(
                () => ({ kind: 'created', id: certificate.id, arn: certificate.id, pem: certificate.pem }),
                latency / 2,
              ),
            );
          }
          trace(`a request ${TROUBLES[kind]}`);
          switch (kind) {
            case 0:
              return answer(() => failure('in-doubt', 'failed before'), latency);
            case 1:
              return answer(() => {
                mint(pem, weather.lag);
                return failure('in-doubt', 'failed after');
              }, latency);
            case 2:
              return answer(() => {
                const { id } = mint(pem, weather.lag);
                return { kind: 'created', id, arn: id, pem: 'torn' };
              }, latency);
            case 3:
              return answer(() => failure('in-doubt', 'timed out'), TIMEOUT_MS);
            default:
              clock.at(clock.now() + TIMEOUT_MS - 100 + random() * LATE_MS, () => mint(pem, weather.lag / 4));
              return answer(() => failure('in-doubt', 'timed out, minted late'), TIMEOUT_MS);
          }
        },
        listCertificates: (marker) =>
          steadily(() => {
            const listed = minted.filter(({ listedAt }) => listedAt <= clock.now()).reverse();
            const from = Number(marker ?? 0);
            const certificates = listed
              .slice(from, from + 3)
              .map(({ id, status, createdAt }) => ({ id, arn: id, status, createdAt }));
            return { kind: 'page', certificates, next: from + 3 < listed.length ? String(from + 3) : undefined };
          }),
        describeCertificate: (id) =>
          steadily(() => {
            const { pem = '', status = '', createdAt = 0 } = minted.find((certificate) => certificate.id === id) ?? {};
            return { kind: 'certificate', id, arn: id, status, createdAt, modifiedAt: createdAt, pem };
          }),
        deleteCertificate: async () => failure('in-doubt', 'not of this simulation'),
        updateStatus: (id, status) =>
          steadily(() => {
            const certificate = minted.find((candidate) => candidate.id === id);
            if (certificate !== undefined) certificate.status = status;
            return { kind: 'updated' };
          }),
        awsTime: () => Math.floor((clock.now() + skew) / 1_000) * 1_000,
        close() {},
      };
    },
  };
}
