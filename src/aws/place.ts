/** Where certificates live: an account's certificates are known in one region only. */
export interface Place {
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
}

/** Whether both are the same account and region. What is remembered of one place says nothing about another. */
export function isSamePlace(a: Place, b: Place): boolean {
  return a.account === b.account && a.region === b.region;
}

/**
 * The ARN of a certificate. It is made, never read: a record that somebody else wrote does not choose what is named.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiot.html#awsiot-resources-for-iam-policies
 */
export function certificateArn({ account, region }: Place, id: string): string {
  return `arn:${partitionOf(region)}:iot:${region}:${account}:cert/${id}`;
}

/** https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html */
const PARTITIONS: readonly (readonly [prefix: string, partition: string])[] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['us-iso-', 'aws-iso'],
  ['us-isob-', 'aws-iso-b'],
  ['eu-isoe-', 'aws-iso-e'],
  ['us-isof-', 'aws-iso-f'],
  ['eusc-', 'aws-eusc'],
];

/** The partition of AWS that a region is of: `aws`, `aws-cn` … */
export function partitionOf(region: string): string {
  return PARTITIONS.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws';
}
