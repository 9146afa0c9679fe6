import { describe, expect, it } from 'vitest';
import { failureOf, isSessionRefusal } from '../../src/aws/answers.ts';

/** An error as the AWS SDK throws it for an answer of AWS. */
const answered = (name: string, httpStatusCode: number) =>
  Object.assign(new Error('why'), { name, $metadata: { httpStatusCode } });

/** An error of Node's network, as the SDK passes it on. */
const network = (code: string) => Object.assign(new Error('why'), { code, $metadata: {} });

describe('a failed create call', () => {
  it.each([
    // AWS IoT throttles with status 400 by its model, servers answer 429 too.
    ['throttled with status 400', 'throttled', answered('ThrottlingException', 400)],
    ['throttled with status 429', 'throttled', answered('ThrottlingException', 429)],
    ['throttled under another name', 'throttled', answered('TooManyRequestsException', 400)],
    ['answered 429 under an unknown name', 'throttled', answered('SlowDown', 429)],

    ['never connected: refused', 'unsent', network('ECONNREFUSED')],
    ['never connected: no such host', 'unsent', network('ENOTFOUND')],
    ['never connected: the certificate expired', 'unsent', network('CERT_HAS_EXPIRED')],
    ['never connected, with the code in the cause', 'unsent', new Error('x', { cause: network('EAI_AGAIN') })],

    ['refused: not allowed', 'refused', answered('AccessDeniedException', 403)],
    ['refused: this CSR', 'refused', answered('InvalidRequestException', 400)],
    [
      'not made: there are no credentials',
      'refused',
      Object.assign(new Error('x'), { name: 'CredentialsProviderError' }),
    ],

    ['answered 500', 'in-doubt', answered('InternalFailureException', 500)],
    ['answered 503', 'in-doubt', answered('ServiceUnavailableException', 503)],
    ['timed out at the service (408)', 'in-doubt', answered('RequestTimeout', 408)],
    ['reset', 'in-doubt', network('ECONNRESET')],
    ['timed out', 'in-doubt', Object.assign(new Error('x'), { name: 'TimeoutError' })],
    ['answered with something that is not JSON', 'in-doubt', new SyntaxError('Unexpected token')],
    ['thrown text', 'in-doubt', 'boom'],
    ['thrown nothing', 'in-doubt', undefined],
  ])('%s is %s', (_, kind, error) => {
    expect(failureOf(error).kind).toBe(kind);
  });

  it.each([
    ['InvalidRequestException', 'request'],
    ['CertificateValidationException', 'request'],
    ['ValidationException', 'request'],
    ['AccessDeniedException', 'account'],
    ['UnauthorizedException', 'account'],
    ['ExpiredTokenException', 'account'],
    ['SomethingNew', 'account'],
  ])('refused with %s concerns the %s', (name, scope) => {
    expect(failureOf(answered(name, 400))).toMatchObject({ kind: 'refused', scope, code: name, message: 'why' });
  });

  it.each([
    ['ExpiredTokenException', true],
    ['ExpiredToken', true],
    ['RequestExpired', true],
    ['InvalidSignatureException', true],
    ['AccessDeniedException', false],
  ])('refused with %s: a fresh session may be let in is %s', (name, expected) => {
    expect(isSessionRefusal(failureOf(answered(name, 403)))).toBe(expected);
  });

  it('keeps control characters of a hostile answer out of the message', () => {
    const { message } = failureOf(Object.assign(new Error('a\n::error::b'), { name: 'X', $metadata: {} }));
    expect(message).not.toContain('\n');
  });
});
