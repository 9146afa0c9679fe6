import { createHash, createHmac } from 'node:crypto';

/** A CreateCertificateFromCsr, ready to be sent. */
export interface Signed {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Signature Version 4. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
export function signed(csr: string, endpoint: URL, env: Readonly<Record<string, string>>): Signed {
  const body = JSON.stringify({ certificateSigningRequest: csr });
  const stamp = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const scope = `${stamp.slice(0, 8)}/${env.AWS_REGION}/iot/aws4_request`;
  const canonical = `POST\n/certificates\n\nhost:${endpoint.host}\nx-amz-date:${stamp}\n\nhost;x-amz-date\n${sha256(body)}`;
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${env.AWS_SECRET_ACCESS_KEY}`);
  const signature = hmac(key, `AWS4-HMAC-SHA256\n${stamp}\n${scope}\n${sha256(canonical)}`).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${env.AWS_ACCESS_KEY_ID}/${scope}, SignedHeaders=host;x-amz-date, Signature=${signature}`;
  const length = String(Buffer.byteLength(body));
  return { body, headers: { host: endpoint.host, 'x-amz-date': stamp, authorization, 'content-length': length } };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
