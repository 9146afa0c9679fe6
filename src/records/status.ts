/**
 * The statuses of a certificate that a device may have. One that is REVOKED, by `mode: revoke` or by a person, stays so.
 * https://docs.aws.amazon.com/iot/latest/apireference/API_CertificateDescription.html
 */
export type CertificateStatus = 'ACTIVE' | 'INACTIVE';

/**
 * True for a certificate that its device can connect with, or could after it is activated.
 *
 * @param status as AWS IoT has it, or as a record from outside has it: any value
 */
export function isUsable(status: unknown): status is CertificateStatus {
  return status === 'ACTIVE' || status === 'INACTIVE';
}

/**
 * True when a record says that its certificate is of no use any more, so that another may take its place. A record
 * without a status (undefined, null, empty) says nothing of the kind.
 *
 * @param status as a ledger or manifest has it, which a person may have edited: any value
 */
export function isRetired(status: unknown): boolean {
  return status !== undefined && status !== null && status !== '' && !isUsable(status);
}

/**
 * True when a certificate was made ACTIVE since it was recorded, which becomes of every one whose device goes to work; and
 * an artifact is uploaded before `set-as-active: after-delivery` activates what is in it.
 */
export function isActivation(recorded: string | null | undefined, now: string | undefined): boolean {
  return recorded === 'INACTIVE' && now === 'ACTIVE';
}
