import { isTlsRefusal, TLS_FIX } from '../lib/tls-refusal.ts';
import { duration } from '../lib/words.ts';
import { type Failure, isClockRefusal, isExpired, isOwnFault, isSignatureRefusal, NOT_AWS } from './answers.ts';

/** What a failure means to a person: each cause has its own sentence, its own code, and its own way out. */
export interface Advice {
  /** Stable, kebab-case. */
  readonly code: string;
  /** What happened. */
  readonly message: string;
  /** What to do. */
  readonly fix: string;
}

/** A clock that is off by less is not why AWS refuses: it takes five minutes. */
const WORTH_NAMING_MS = 60_000;

const NEXT = 'and run the job again.';

/** By the prefix of IAM's names of their calls. */
const SERVICES: Readonly<Record<string, string>> = { sts: 'AWS STS', dynamodb: 'Amazon DynamoDB' };

/**
 * Reads a failure of any call of AWS.
 *
 * @param action IAM's name of the call, such as `iot:ListCertificates`
 * @returns undefined where the answer does not show a cause
 */
export function adviceOn(failure: Failure, action: string): Advice | undefined {
  const { code, message, fix } = failure;
  const service = SERVICES[action.split(':', 1)[0] ?? ''] ?? 'AWS IoT';
  if (fix !== undefined) return { code, message, fix };
  if (code === NOT_AWS) {
    return {
      code: 'not-aws',
      message: `The answer did not come from ${service} but from something before it (${message}).`,
      fix: `Let the requests pass through the proxy, firewall or sign-in page between the runner and AWS, or correct the endpoint if one is set, ${NEXT}`,
    };
  }
  if (isTlsRefusal(code)) return tlsAdvice(service, code);
  if (failure.kind === 'throttled') {
    return {
      code: 'throttled',
      message: `${service} throttles the calls of this account (${code}: ${message}).`,
      fix: 'Run the job again later, and do not run several jobs for this account at the same time.',
    };
  }
  if (isOwnFault(code)) {
    return {
      code: 'aws-down',
      message: `${service} has an internal error (${code}: ${message}).`,
      fix: 'See https://health.aws.amazon.com and run the job again later.',
    };
  }
  if (failure.kind !== 'refused') return undefined;
  const said = `AWS said: ${code}: ${message.replace(/[.:]?$/, '.')}`;
  if (isClockRefusal(failure)) {
    return {
      code: 'clock',
      message: `AWS does not accept the time of the request${clockError(failure)}.`,
      fix: `Set the runner's clock (NTP), ${NEXT} ${said}`,
    };
  }
  if (isSignatureRefusal(code)) return signatureAdvice(message, said);
  if (isExpired(failure)) {
    return {
      code: 'credentials-expired',
      message: 'The credentials have expired.',
      fix: 'Renew them, or set role-to-assume. It renews them during the run.',
    };
  }
  if (UNKNOWN_CREDENTIALS.test(code)) {
    return {
      code: 'credentials-unknown',
      message: 'AWS does not know the credentials.',
      fix: `Check AWS_ACCESS_KEY_ID and, with temporary credentials, AWS_SESSION_TOKEN; that they are of the partition of aws-region (China and GovCloud have their own); and that the account has this region enabled. ${said}`,
    };
  }
  if (REGION_DISABLED.test(code)) {
    return {
      code: 'region-disabled',
      message: `${service} is not enabled for this account in this region.`,
      fix: `Enable the region in the account, or correct aws-region, ${NEXT} ${said}`,
    };
  }
  return DENIED.test(code) ? deniedAdvice(action, message, said) : undefined;
}

const UNKNOWN_CREDENTIALS = /^(InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|AuthFailure)(Exception)?$/;
const REGION_DISABLED = /^(RegionDisabled|OptInRequired|SubscriptionRequired)(Exception)?$/;
const DENIED = /^(AccessDenied|Unauthorized|Forbidden|NotAuthorized)(Exception)?$/;

function tlsAdvice(service: string, code: string): Advice {
  const what =
    code === 'ERR_TLS_CERT_ALTNAME_INVALID'
      ? 'is for another host'
      : /EXPIRED|NOT_YET_VALID/.test(code)
        ? "is not valid at this machine's time"
        : 'is from an authority that Node does not know';
  return {
    code: 'tls',
    message: `The TLS certificate of the server that answered for ${service} ${what} (${code}). Nothing was sent.`,
    fix: TLS_FIX,
  };
}

/** `: this machine's clock is 12 min behind AWS's`, or nothing where the answer had no time. */
function clockError({ skewMs = 0 }: Failure): string {
  if (Math.abs(skewMs) < WORTH_NAMING_MS) return '';
  return `: the runner's clock is ${duration(Math.abs(skewMs))} ${skewMs > 0 ? 'behind' : 'ahead of'} that of AWS`;
}

function signatureAdvice(message: string, said: string): Advice {
  const isOfRegion = /region/i.test(message);
  return {
    code: isOfRegion ? 'signature-region' : 'signature',
    message: `AWS rejected the request's signature${isOfRegion ? ': it is made for another region' : ''}.`,
    fix: isOfRegion
      ? `Check that aws-region, and the endpoint if one is set, are of the same region. ${said}`
      : `Check the region of the credentials and the clock, and that AWS_SECRET_ACCESS_KEY belongs to AWS_ACCESS_KEY_ID. ${said}`,
  };
}

/**
 * AWS names the kind of policy that stands in the way.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
function deniedAdvice(action: string, message: string, said: string): Advice {
  const [, kind] =
    /(?:explicit deny in an?|no) ((?:service control|resource control|permissions boundary|session|VPC endpoint|resource-based)[\w ]*?)(?: policy| allows|$)/i.exec(
      message,
    ) ?? [];
  const isDenied = /explicit deny/i.test(message);
  const fix =
    kind === 'session'
      ? 'The session policy does not allow it: set `session-policy: false`, or widen the policy where another step takes the credentials.'
      : kind !== undefined
        ? `The ${kind.replace(/ policy$/i, '')} ${/boundary/.test(kind) ? '' : 'policy '}${isDenied ? 'denies it' : 'does not allow it'}: ask its administrator.`
        : isDenied
          ? 'A policy of the role denies it: remove that statement from the policy.'
          : "Add it to the role's policy.";
  return {
    code: 'not-allowed',
    message: `The role may not call ${action}.`,
    fix: `${fix} The README has the statement, Allow ${action}. ${said}`,
  };
}
