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

/** What a ledger says of a certificate that the account does not hold any more, because `mode: retire` deleted it. */
export const DELETED = 'DELETED';

/** The part of a record that says whether its certificate may still be used. */
interface Standing {
  readonly status: string | null;
  readonly retiredAt?: string | null;
}

/**
 * Why a certificate of a record is of no use any more: its status, or `RETIRED` where its thing has a newer one.
 *
 * @returns undefined: the record says nothing of the kind
 */
export function withdrawnAs({ status, retiredAt }: Standing): string | undefined {
  if (isRetired(status)) return status ?? undefined;
  return retiredAt == null ? undefined : 'RETIRED';
}

/**
 * The status of a certificate of which two records speak: the later one's, unless the earlier one has a status such as
 * REVOKED, which only its deletion ends.
 */
export function mergedStatus(before: string | null | undefined, after: string | null): string | null {
  return isRetired(before) && after !== DELETED ? (before ?? null) : after;
}

/**
 * True when a certificate was made ACTIVE since it was recorded, which becomes of every one whose device goes to work; and
 * an artifact is uploaded before `set-as-active: after-delivery` activates what is in it.
 */
export function isActivation(recorded: string | null | undefined, now: string | undefined): boolean {
  return recorded === 'INACTIVE' && now === 'ACTIVE';
}
