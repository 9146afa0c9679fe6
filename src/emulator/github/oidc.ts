import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Governor } from '../conditions.ts';
import { type Exchange, json, send } from '../http.ts';
import { faultReply, type GitHubFault } from './faults.ts';
import { claimsOf, type Run, type StartedJob } from './job.ts';
import type { TokenSigner } from './jwt.ts';

export const OIDC_OPERATIONS = ['GetIdToken', 'GetConfiguration', 'GetKeys'] as const;

export type OidcOperation = (typeof OIDC_OPERATIONS)[number];

/** GitHub's OpenID Connect issuer, and the endpoint where a job asks it for tokens. */
export interface OidcIssuer {
  /** The tokens' `iss`; discovery and keys are found below it. */
  readonly issuer: string;
  /** ACTIONS_ID_TOKEN_REQUEST_URL; has a query already, clients append `&audience=`. */
  readonly requestUrl: string;
  /** ACTIONS_ID_TOKEN_REQUEST_TOKEN of a job that was started; of the main job of whichever attempt is current. */
  requestToken(job?: StartedJob): string;
  handle(exchange: Exchange): Promise<void>;
}

/** A token lives 5 minutes, and is valid from 10 minutes before, as GitHub's are. */
const LIFETIME_S = 300;
const BACKDATED_S = 600;

/** @param base URL below which everything is served; its path is `prefix` */
export function createOidcIssuer(options: {
  readonly base: string;
  readonly prefix: string;
  readonly run: Run;
  readonly signer: TokenSigner;
  readonly clock: Clock;
  readonly governor: Governor<OidcOperation, GitHubFault>;
}): OidcIssuer {
  const { base, prefix, run, signer, clock, governor } = options;
  const makeToken = (): string => randomBytes(32).toString('base64url');
  const mainToken = makeToken();
  const jobs = new Map<string, StartedJob>();
  const jobOf = (authorization: string | undefined): StartedJob | undefined =>
    authorization === `Bearer ${mainToken}` ? run.main : jobs.get(authorization?.slice('Bearer '.length) ?? '');
  const idToken = (query: URLSearchParams, job: StartedJob): string => {
    const [owner] = job.job.repository.split('/');
    const seconds = Math.floor(clock.now() / 1_000);
    return signer.sign({
      jti: randomUUID(),
      aud: query.get('audience') ?? `https://github.com/${owner}`,
      ...claimsOf(job),
      iss: base,
      nbf: seconds - BACKDATED_S,
      exp: seconds + LIFETIME_S,
      iat: seconds,
    });
  };
  const answers: Readonly<
    Record<string, { readonly operation: OidcOperation; answer(query: URLSearchParams, job: StartedJob): unknown }>
  > = {
    '/token': {
      operation: 'GetIdToken',
      answer(query, job) {
        const value = idToken(query, job);
        return { count: value.length, value };
      },
    },
    '/.well-known/openid-configuration': {
      operation: 'GetConfiguration',
      answer: () => ({
        issuer: base,
        jwks_uri: `${base}/.well-known/jwks`,
        subject_types_supported: ['public', 'pairwise'],
        response_types_supported: ['id_token'],
        id_token_signing_alg_values_supported: ['RS256'],
        scopes_supported: ['openid'],
      }),
    },
    '/.well-known/jwks': { operation: 'GetKeys', answer: () => ({ keys: [signer.jwk] }) },
  };
  return {
    issuer: base,
    requestUrl: `${base}/token?api-version=2.0`,
    requestToken(job) {
      if (job === undefined) return mainToken;
      const token = makeToken();
      jobs.set(token, job);
      return token;
    },
    async handle({ method, path, query, headers, response }) {
      const target = answers[path.slice(prefix.length)];
      if (target === undefined || method !== 'GET') {
        send(response, faultReply('404'));
        return;
      }
      const { operation, answer } = target;
      const job = jobOf(headers.authorization);
      if (operation === 'GetIdToken' && job === undefined) {
        send(response, faultReply('401'));
        return;
      }
      await governor.perform({
        operation,
        response,
        throttled: () => faultReply('429'),
        failure: faultReply,
        work: () => json(200, answer(new URLSearchParams(query), job ?? run.main)),
      });
    },
  };
}
