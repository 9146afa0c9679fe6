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

/**
 * The ARN that a connection with this client id is allowed by.
 * https://docs.aws.amazon.com/iot/latest/developerguide/iot-action-resources.html
 */
export function clientArn({ account, region }: Place, clientId: string): string {
  return `arn:${partitionOf(region)}:iot:${region}:${account}:client/${clientId}`;
}

/** The ARN of a static or dynamic group of things. */
export function thingGroupArn({ account, region }: Place, group: string): string {
  return `arn:${partitionOf(region)}:iot:${region}:${account}:thinggroup/${group}`;
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

/**
 * Addresses of the console, by partition; that of an isolated partition is not public.
 * https://docs.aws.amazon.com/awsconsolehelpdocs/latest/gsg/select-region.html,
 * https://docs.amazonaws.cn/en_us/aws/latest/userguide/console.html,
 * https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-console.html, https://docs.aws.eu/esc/
 */
const CONSOLES: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-eusc': 'console.amazonaws-eusc.eu',
};

/** Where the console shows certificates of a region: an address that the id of one is put behind; undefined: unknown. */
export function consolePages(region: string): string | undefined {
  const console = CONSOLES[partitionOf(region)];
  // It becomes a part of a host name.
  if (console === undefined || !/^[a-z0-9-]+$/.test(region)) return undefined;
  return `https://${region}.${console}/iot/home?region=${region}#/certificate/`;
}
