import { AMAZON_ROOTS } from './amazon-roots.ts';
import { clientIdOf, type DeviceConnection, MQTT_PORT } from './device-config.ts';

/** The namespace that the firmware opens. */
const NAMESPACE = 'iot';

/**
 * What a device needs to connect, as the input of Espressif's nvs_partition_gen.py: `key,type,encoding,value`, keys of at
 * most 15 characters, strings of at most 4,000 bytes with the NUL that ends them. Each root has a key of its own: together
 * they would be longer. PEMs stand in the file itself, so that it can be used from any directory.
 * https://docs.espressif.com/projects/esp-idf/en/stable/esp32/api-reference/storage/nvs_partition_gen.html
 */
export function nvsCsv(device: DeviceConnection, certificatePem: string): string {
  const { thingName, endpoint, region } = device;
  const strings: readonly (readonly [key: string, value: string])[] = [
    ...(thingName === undefined ? [] : [['thing_name', thingName] as const]),
    ['client_id', clientIdOf(device)],
    ['endpoint', endpoint],
    ['region', region],
    ['certificate', certificatePem],
    ...AMAZON_ROOTS.map(({ pem }, index) => [`root_ca_${index + 1}`, pem] as const),
  ];
  return [
    'key,type,encoding,value',
    `${NAMESPACE},namespace,,`,
    `port,data,u16,${MQTT_PORT}`,
    ...strings.map(([key, value]) => `${key},data,string,${csvValue(value)}`),
    '',
  ].join('\n');
}

/**
 * A value as Python's csv module reads it back (RFC 4180): the tool uses that. It is no spreadsheet's field, in which
 * `lib/escape.ts` would put an apostrophe before a formula: the device would get the apostrophe.
 */
export function csvValue(text: string): string {
  return /^[\w .:@/-]*$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
}
