import { partitionOf } from './place.ts';

/**
 * Suffixes of the data endpoints of AWS IoT, by partition.
 * https://docs.aws.amazon.com/general/latest/gr/iot-core.html,
 * https://docs.amazonaws.cn/en_us/aws/latest/userguide/endpoints-Beijing.html
 */
const SUFFIXES: Readonly<Record<string, string>> = {
  aws: 'amazonaws.com',
  'aws-us-gov': 'amazonaws.com',
  'aws-cn': 'amazonaws.com.cn',
};

/**
 * Whether this is the address of a data endpoint of AWS IoT in the region, of the type `iot:Data-ATS`: an account's own
 * prefix, `-ats` (in Beijing `.ats`), the region, the suffix of its partition. Devices will trust whoever has this name,
 * so nothing else is taken from an answer or a file.
 */
export function isDataEndpoint(address: string, region: string): boolean {
  const suffix = SUFFIXES[partitionOf(region)];
  const [prefix, ...rest] = address.split(/(?=[-.]ats\.iot\.)/);
  const end = rest.join('');
  return (
    suffix !== undefined &&
    /^[a-z0-9]{1,59}$/.test(prefix ?? '') &&
    [`-ats.iot.${region}.${suffix}`, `.ats.iot.${region}.${suffix}`].includes(end)
  );
}
