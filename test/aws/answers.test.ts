import { describe, expect, it } from 'vitest';
import { failureOf, isClockRefusal, isExpired, isSignatureRefusal, NOT_AWS } from '../../src/aws/answers.ts';
import { UserError } from '../../src/lib/user-error.ts';

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
    ['answered 429 by AWS under an unknown name', 'throttled', answered('SlowDownException', 429)],

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
    ['answered 403 by a proxy, not by AWS', 'in-doubt', answered('Forbidden', 403)],
    ['answered 429 by a proxy, not by AWS', 'in-doubt', answered('SlowDown', 429)],
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
    ['SomethingNewException', 'account'],
  ])('refused with %s concerns the %s', (name, scope) => {
    expect(failureOf(answered(name, 400))).toMatchObject({ kind: 'refused', scope, code: name, message: 'why' });
  });

  it.each([
    // code, message, the session has ended, the clock is wrong, the signature is refused
    ['ExpiredTokenException', '', true, false, false],
    ['ExpiredToken', '', true, false, false],
    ['RequestExpired', '', false, true, false],
    ['RequestTimeTooSkewed', '', false, true, false],
    ['InvalidSignatureException', 'Signature expired: 20261124T000000Z is now earlier', false, true, true],
    ['InvalidSignatureException', 'Signature not yet current', false, true, true],
    ['InvalidSignatureException', 'The signature we calculated does not match', false, false, true],
    ['SignatureDoesNotMatch', '', false, false, true],
    ['AccessDeniedException', '', false, false, false],
  ])('refused with %s (%s): session ended %s, clock wrong %s, signature refused %s', (name, message, ...expected) => {
    const failure = failureOf(Object.assign(answered(name, 403), { message }));
    expect([isExpired(failure), isClockRefusal(failure), isSignatureRefusal(failure.code)]).toEqual(expected);
  });

  it('says by how much AWS is ahead of this machine', () => {
    const $response = { statusCode: 403, headers: { date: 'Tue, 24 Nov 2026 00:10:00 GMT' } };
    const failure = failureOf(Object.assign(answered('RequestExpired', 403), { $response }), () =>
      Date.UTC(2026, 10, 24),
    );
    expect(failure.skewMs).toBe(600_000);
  });

  it('keeps what a user has to do where the credentials could not be taken', () => {
    const error = new UserError('role-refused', 'The role does not let this job in.', { fix: 'Change it.' });
    expect(failureOf(error)).toMatchObject({
      kind: 'refused',
      scope: 'account',
      code: 'role-refused',
      fix: 'Change it.',
    });
  });

  it("whose answer is not AWS's own says so, whatever its text", () => {
    expect(failureOf(answered('Forbidden', 403))).toMatchObject({ code: NOT_AWS, message: 'HTTP 403' });
  });

  it('keeps control characters of a hostile answer out of the message', () => {
    const { message } = failureOf(Object.assign(new Error('a\n::error::b'), { name: 'X', $metadata: {} }));
    expect(message).not.toContain('\n');
  });
});
