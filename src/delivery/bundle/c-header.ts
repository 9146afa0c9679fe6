import { AMAZON_ROOTS } from './amazon-roots.ts';
import { clientIdOf, type DeviceConnection, MQTT_PORT } from './device-config.ts';

/**
 * A C header with what a device needs to connect, for C99 and C++. Its names are the same for every device, so that one
 * source serves all; macros, since what a program does not use then takes no room in it.
 *
 * The roots are macros of their own: C99 promises no string literal longer than 4,095 characters (5.2.4.1), which the
 * four together exceed.
 */
export function cHeader(device: DeviceConnection, certificatePem: string): string {
  const { thingName, endpoint, region } = device;
  const roots = AMAZON_ROOTS.map(({ pem }, index) => [`IOT_ROOT_CA_${index + 1}_PEM`, pem] as const);
  return [
    '/* How this device connects to AWS IoT. Its private key is not in here: the device holds it. */',
    '#ifndef IOT_DEVICE_H',
    '#define IOT_DEVICE_H',
    '',
    ...(thingName === undefined ? [] : [`#define IOT_THING_NAME ${cString(thingName)}`]),
    `#define IOT_CLIENT_ID ${cString(clientIdOf(device))}`,
    `#define IOT_ENDPOINT ${cString(endpoint)}`,
    `#define IOT_PORT ${MQTT_PORT}`,
    `#define IOT_REGION ${cString(region)}`,
    '',
    defineLines('IOT_CERTIFICATE_PEM', certificatePem),
    ...roots.map(([name, pem]) => defineLines(name, pem)),
    '/* All four, one after the other. */',
    `#define IOT_ROOT_CAS_PEM ${roots.map(([name]) => name).join(' ')}`,
    '',
    '#endif',
    '',
  ].join('\n');
}

/** A macro whose text has a line of the header for each of its own. */
function defineLines(name: string, text: string): string {
  const lines = text.split(/(?<=\n)/).map((line) => `  ${cString(line)}`);
  return `#define ${name} \\\n${lines.join(' \\\n')}\n`;
}

/**
 * A string literal of C that stands for the UTF-8 bytes of a text, in ASCII. Octal escapes have three digits at most, so
 * no character after one changes it; `?` is escaped, since two of them begin a trigraph (C99 5.2.1.1).
 */
export function cString(text: string): string {
  const bytes = Array.from(Buffer.from(text, 'utf8'), (byte) => {
    if (byte === 0x0a) return '\\n';
    const character = String.fromCharCode(byte);
    return /[ -~]/.test(character) && !/["\\?]/.test(character) ? character : `\\${byte.toString(8).padStart(3, '0')}`;
  });
  return `"${bytes.join('')}"`;
}
