import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { json, type Reply } from '../http.ts';
import type { Account, CertificateStatus, StoredCertificate } from './account.ts';
import type { CertificateAuthority } from './ca.ts';
import { readCertificationRequest } from './certification-request.ts';
import { AwsError, invalid } from './errors.ts';
import type { IotFault, IotRoute } from './iot.ts';

/** The operations on certificates, and what bends them. */
export interface CertificateOperations {
  readonly account: Account;
  readonly authority: CertificateAuthority;
  readonly clock: Clock;
  /** How long a new certificate stays out of ListCertificates, milliseconds. */
  readonly listLagMs: () => number;
  /** What is attached to a certificate, which keeps it from being deleted. */
  readonly attachedTo: (certificateArn: string) => { readonly things: number; readonly policies: number };
  /** Detaches the policies of a certificate that is deleted. */
  readonly releasePolicies: (certificateArn: string) => void;
}

/** Shapes, limits and defaults as in the service's API model (iot, 2015-05-28). */
export function certificateRoutes(operations: CertificateOperations): readonly IotRoute[] {
  return [
    {
      operation: 'CreateCertificateFromCsr',
      method: 'POST',
      path: '/certificates',
      work: ({ query, body }, fault) => create(operations, query, body, fault),
    },
    {
      operation: 'ListCertificates',
      method: 'GET',
      path: '/certificates',
      work: ({ query }, fault) => list(operations, query, fault),
    },
    {
      operation: 'DescribeCertificate',
      method: 'GET',
      path: '/certificates/:certificateId',
      work: ({ parameters }) =>
        json(200, { certificateDescription: describe(operations, found(operations, parameters)) }),
    },
    {
      operation: 'UpdateCertificate',
      method: 'PUT',
      path: '/certificates/:certificateId',
      work: ({ parameters, query }) => update(operations, found(operations, parameters), query.get('newStatus')),
    },
    {
      operation: 'DeleteCertificate',
      method: 'DELETE',
      path: '/certificates/:certificateId',
      work: ({ parameters, query }) => remove(operations, found(operations, parameters), boolean(query, 'forceDelete')),
    },
  ];
}

async function create(
  operations: CertificateOperations,
  query: URLSearchParams,
  body: unknown,
  fault: IotFault | undefined,
): Promise<Reply> {
  const status = boolean(query, 'setAsActive') ? 'ACTIVE' : 'INACTIVE';
  const csrPem = (body as { certificateSigningRequest?: unknown } | null)?.certificateSigningRequest;
  const { id, arn, pem } = await issueCertificate(operations, csrPem, status, fault);
  return json(200, { certificateArn: arn, certificateId: id, certificatePem: pem });
}

/** A new certificate for a CSR, in the account. @throws AwsError */
export async function issueCertificate(
  { account, authority, clock }: Pick<CertificateOperations, 'account' | 'authority' | 'clock'>,
  csrPem: unknown,
  status: CertificateStatus,
  fault?: IotFault,
): Promise<StoredCertificate> {
  const request = readCertificationRequest(csrPem);
  const issued = await (fault === 'wrong-key' ? authority.issueForAnotherKey : authority.issue)(request, clock.now());
  return account.add(issued, request, status, clock.now());
}

function list(
  { account, clock, listLagMs }: CertificateOperations,
  query: URLSearchParams,
  fault: IotFault | undefined,
): Reply {
  const text = query.get('pageSize') ?? '25';
  const size = /^\d+$/.test(text) ? Number(text) : 0;
  if (size < 1 || size > 250) throw invalid(`pageSize must be 1 to 250, not ${text}`);
  const ascending = boolean(query, 'isAscendingOrder');
  const order = ascending ? 'oldest' : 'newest';
  const marker = query.get('marker');
  const after = marker === null ? undefined : positionOf(marker, order);
  const page = account.page({ ascending, after, size, createdUntilMs: clock.now() - listLagMs() });
  return json(200, {
    certificates: page.certificates.map(({ arn, id, status, createdMs }) => ({
      certificateArn: arn,
      certificateId: id,
      certificateMode: 'DEFAULT',
      creationDate: createdMs / 1_000,
      status,
    })),
    ...nextMarker(order, fault === undefined ? page.last : account.all().length + 1, fault),
  });
}

/** A marker is where the page before ended; what comes after that number in it is of no meaning. */
function nextMarker(order: string, last: number | undefined, fault: IotFault | undefined): { nextMarker?: string } {
  if (last === undefined) return {};
  const suffix = fault === 'same-page' ? `:${randomUUID()}` : '';
  return { nextMarker: Buffer.from(`${order}:${last}${suffix}`).toString('base64') };
}

function positionOf(marker: string, order: string): number {
  const [of, number = ''] = Buffer.from(marker, 'base64').toString('latin1').split(':');
  if (of !== order || !/^\d{1,15}$/.test(number)) throw invalid('The marker is not one of this listing');
  return Number(number);
}

function describe({ account }: CertificateOperations, certificate: StoredCertificate): Record<string, unknown> {
  return {
    certificateArn: certificate.arn,
    certificateId: certificate.id,
    certificateMode: 'DEFAULT',
    certificatePem: certificate.pem,
    creationDate: certificate.createdMs / 1_000,
    customerVersion: 1,
    generationId: certificate.id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5'),
    lastModifiedDate: certificate.modifiedMs / 1_000,
    ownedBy: account.accountId,
    status: certificate.status,
    transferData: {},
    validity: { notAfter: Date.UTC(2049, 11, 31, 23, 59, 59) / 1_000, notBefore: certificate.notBeforeMs / 1_000 },
  };
}

function update(operations: CertificateOperations, certificate: StoredCertificate, status: string | null): Reply {
  if (!isSettable(status)) throw invalid(`newStatus must be ACTIVE, INACTIVE or REVOKED, not ${status}`);
  changeStatus(operations, certificate, status);
  return { status: 200 };
}

/** @throws AwsError 406 for a certificate that is revoked */
export function changeStatus(
  { account, clock }: Pick<CertificateOperations, 'account' | 'clock'>,
  certificate: StoredCertificate,
  status: CertificateStatus,
): void {
  // https://docs.aws.amazon.com/iot/latest/developerguide/revoke-ca-cert.html: once revoked, for good.
  if (certificate.status === 'REVOKED' && status !== 'REVOKED') {
    throw new AwsError('CertificateStateException', 406, 'The certificate is revoked; its status cannot be changed');
  }
  account.setStatus(certificate.id, status, clock.now());
}

/** Only what is not ACTIVE and has nothing attached; `forceDelete` lets policies be attached, but no thing. */
function remove(
  { account, clock, attachedTo, releasePolicies }: CertificateOperations,
  certificate: StoredCertificate,
  force: boolean,
): Reply {
  if (certificate.status === 'ACTIVE') {
    throw new AwsError('CertificateStateException', 406, 'The certificate must not be ACTIVE to be deleted');
  }
  const { things, policies } = attachedTo(certificate.arn);
  if (things > 0 || (policies > 0 && !force)) {
    throw new AwsError('DeleteConflictException', 409, `Things (${things}) or policies (${policies}) are attached`);
  }
  releasePolicies(certificate.arn);
  account.remove(certificate.id, clock.now());
  return { status: 200 };
}

function isSettable(status: string | null): status is CertificateStatus {
  return status === 'ACTIVE' || status === 'INACTIVE' || status === 'REVOKED';
}

function found({ account }: CertificateOperations, parameters: Readonly<Record<string, string>>): StoredCertificate {
  const { certificateId = '' } = parameters;
  if (!/^[0-9a-fA-F]{64}$/.test(certificateId)) throw invalid('certificateId must be 64 hexadecimal digits');
  const certificate = account.get(certificateId.toLowerCase());
  if (certificate === undefined) throw new AwsError('ResourceNotFoundException', 404, 'The certificate does not exist');
  return certificate;
}

function boolean(query: URLSearchParams, name: string): boolean {
  const text = query.get(name) ?? 'false';
  if (text !== 'true' && text !== 'false') throw invalid(`${name} must be true or false, not ${text}`);
  return text === 'true';
}
