import {
  CreateCertificateFromCsrCommand,
  DeleteCertificateCommand,
  DescribeCertificateCommand,
  ListCertificatesCommand,
  UpdateCertificateCommand,
} from '@aws-sdk/client-iot';
import { type Failure, LEASE_ENDED } from './answers.ts';
import { type IotCaller, notOfAws, UNREADABLE } from './iot-caller.ts';

/** What AWS IoT handed back for a CSR. Unchecked: see records/read-certificate.ts. */
export interface CreatedCertificate {
  readonly kind: 'created';
  readonly id: string;
  readonly arn: string;
  readonly pem: string;
}

/** One page of the account's certificates: no PEMs, no keys. */
export interface CertificatePage {
  readonly kind: 'page';
  readonly certificates: readonly ListedCertificate[];
  /** Marker of the next page; undefined on the last one. */
  readonly next: string | undefined;
}

export interface ListedCertificate {
  readonly id: string;
  readonly arn: string;
  /** `ACTIVE`, `INACTIVE`, `REVOKED`, `PENDING_TRANSFER` … */
  readonly status: string;
  /** Milliseconds of AWS's clock. */
  readonly createdAt: number;
}

export interface DescribedCertificate extends ListedCertificate {
  readonly kind: 'certificate';
  readonly pem: string;
  /** Milliseconds of AWS's clock: its status was changed last, or it was created. Undefined: the service does not say. */
  readonly modifiedAt: number | undefined;
}

/** Statuses that `UpdateCertificate` sets. */
export type SettableStatus = 'ACTIVE' | 'INACTIVE' | 'REVOKED';

/** The calls to AWS IoT that are about certificates. Never throws for what AWS or the network does: it answers with it. */
export interface Iot {
  /**
   * `CreateCertificateFromCsr`, once: not idempotent, so nothing below retries it.
   * https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCertificateFromCsr.html
   *
   * @param pem 1 to 4,096 characters
   * @param mayLeave asked when the request is signed and about to leave: false ends it as `unsent`
   */
  createCertificate(pem: string, setAsActive: boolean, mayLeave?: () => boolean): Promise<CreatedCertificate | Failure>;
  /**
   * A page of up to 250 certificates, newest first.
   * https://docs.aws.amazon.com/iot/latest/apireference/API_ListCertificates.html
   */
  listCertificates(marker: string | undefined): Promise<CertificatePage | Failure>;
  /** https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeCertificate.html */
  describeCertificate(id: string): Promise<DescribedCertificate | Failure>;
  /**
   * `UpdateCertificate`: harmless to repeat. A device whose certificate leaves ACTIVE is disconnected within minutes.
   * https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateCertificate.html
   */
  updateStatus(id: string, status: SettableStatus): Promise<{ readonly kind: 'updated' } | Failure>;
  /**
   * `DeleteCertificate`: refused for one that is ACTIVE (CertificateStateException), and for one that a thing or a policy
   * is attached to (DeleteConflictException). Once it is deleted, again is ResourceNotFoundException.
   * https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteCertificate.html
   */
  deleteCertificate(id: string): Promise<{ readonly kind: 'deleted' } | Failure>;
  /** AWS's clock, milliseconds since 1970, as the last answer's Date header had it; exact to about a second. */
  awsTime(): number;
  close(): void;
}

/** The most that ListCertificates gives at a time. */
const PAGE_SIZE = 250;

export function createIot({ client, ask, awsTime }: IotCaller): Iot {
  const describeCertificate = (id: string): Promise<DescribedCertificate | Failure> =>
    ask(async (options) => {
      const answer = await client.send(new DescribeCertificateCommand({ certificateId: id }), options);
      const description = answer.certificateDescription ?? {};
      const [certificate] = listed(description);
      const { certificatePem: pem, lastModifiedDate } = description;
      if (certificate === undefined || !pem) return UNREADABLE;
      return { ...certificate, kind: 'certificate', pem, modifiedAt: lastModifiedDate?.getTime() };
    });
  return {
    createCertificate: (pem, setAsActive, mayLeave) =>
      ask(async (options) => {
        const command = new CreateCertificateFromCsrCommand({ certificateSigningRequest: pem, setAsActive });
        if (mayLeave !== undefined) {
          command.middlewareStack.add(
            (handle) => async (args) => {
              if (!mayLeave())
                throw Object.assign(new Error('it was not this run’s to send any more'), { code: LEASE_ENDED });
              return handle(args);
            },
            // The last before the socket: signing and renewing credentials come before, and take their time.
            { step: 'deserialize', priority: 'low', name: 'mayLeave' },
          );
        }
        const { certificateId, certificateArn, certificatePem } = await client.send(command, options);
        if (!certificateId || !certificateArn || !certificatePem) return UNREADABLE;
        return { kind: 'created', id: certificateId, arn: certificateArn, pem: certificatePem };
      }),
    listCertificates: (marker) =>
      ask(async (options) => {
        const command = new ListCertificatesCommand({ pageSize: PAGE_SIZE, marker, ascendingOrder: false });
        const { certificates, nextMarker } = await client.send(command, options);
        // An answer without a list does not say that there is nothing.
        if (certificates === undefined) return UNREADABLE;
        return { kind: 'page', certificates: certificates.flatMap(listed), next: nextMarker };
      }),
    describeCertificate,
    updateStatus: (id, newStatus) =>
      ask(async (options) => {
        const command = new UpdateCertificateCommand({ certificateId: id, newStatus });
        const { $metadata } = await client.send(command, options);
        // The answer has nothing in it. A page of something in between is answered with 200, too, and has no request id.
        if ($metadata.requestId !== undefined) return { kind: 'updated' };
        const now = await describeCertificate(id);
        if (now.kind !== 'certificate') return now;
        return now.status === newStatus ? { kind: 'updated' } : notOfAws($metadata.httpStatusCode);
      }),
    deleteCertificate: (id) =>
      ask(async (options) => {
        const { $metadata } = await client.send(new DeleteCertificateCommand({ certificateId: id }), options);
        // As above; whether it is there is found out by the next call.
        return $metadata.requestId === undefined ? notOfAws($metadata.httpStatusCode) : { kind: 'deleted' };
      }),
    awsTime,
    close: () => client.destroy(),
  };
}

function listed(certificate: {
  readonly certificateId?: string | undefined;
  readonly certificateArn?: string | undefined;
  readonly status?: string | undefined;
  readonly creationDate?: Date | undefined;
}): readonly ListedCertificate[] {
  const { certificateId, certificateArn, status, creationDate } = certificate;
  if (!certificateId || !certificateArn || creationDate === undefined) return [];
  return [{ id: certificateId, arn: certificateArn, status: status ?? '', createdAt: creationDate.getTime() }];
}
