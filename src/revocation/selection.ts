/**
 * Which certificates are to be revoked: the lines of the input `revoke`, parsed. Lines of one kind widen (this run or that
 * one), lines of different kinds narrow (of this run and below that path), so that a line of another kind never adds a
 * certificate. Filters of AWS are joined in the same way.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Filter.html
 */
export interface Selection {
  /** Ids of workflow runs. */
  readonly runs: readonly string[];
  /** Commits, or their first 7 characters and more. */
  readonly commits: readonly string[];
  /** Globs on the paths of CSRs. */
  readonly paths: readonly string[];
  /** Ids of rules on keys. */
  readonly rules: readonly string[];
  readonly certificateIds: readonly string[];
  /** Files that list ids of certificates. */
  readonly idLists: readonly IdList[];
  /** Issued at this time or later, milliseconds since 1970. */
  readonly issuedAfter: number | undefined;
  /** Issued before this time, milliseconds since 1970. */
  readonly issuedBefore: number | undefined;
}

/** A file that lists ids of certificates. */
export interface IdList {
  /** As it was written. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

/** Whether only a record can say which certificates are meant. Of one that is named by its id no record is needed. */
export function needsRecords({ runs, commits, paths, rules }: Selection): boolean {
  return runs.length + commits.length + paths.length + rules.length > 0;
}

/** Whether it can be used without a ledger: the certificates are named by their ids. */
export function isWithoutLedger(selection: Selection): boolean {
  const { certificateIds, idLists } = selection;
  return certificateIds.length + idLists.length > 0 && !needsRecords(selection);
}

/** Whether a certificate that was issued then is meant. @param time milliseconds since 1970 */
export function isInTime({ issuedAfter, issuedBefore }: Selection, time: number): boolean {
  return (issuedAfter === undefined || time >= issuedAfter) && (issuedBefore === undefined || time < issuedBefore);
}

/** The times of a selection as they may be written. */
export function timesIn({ issuedAfter, issuedBefore }: Selection): readonly string[] {
  return [
    ...(issuedAfter === undefined ? [] : [`issued-after=${new Date(issuedAfter).toISOString()}`]),
    ...(issuedBefore === undefined ? [] : [`issued-before=${new Date(issuedBefore).toISOString()}`]),
  ];
}
