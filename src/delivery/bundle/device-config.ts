import {
  type BundleFormat,
  C_HEADER,
  CERTIFICATE_DER,
  CERTIFICATE_PEM,
  NVS_CSV,
  ROOTS_DER,
  ROOTS_PEM,
} from '../../naming/bundle-names.ts';

/** How one device connects. */
export interface DeviceConnection {
  /** Undefined: it has no thing. */
  readonly thingName: string | undefined;
  readonly certificateId: string;
  /** Host name of the account's data endpoint. */
  readonly endpoint: string;
  readonly region: string;
}

/** MQTT over TLS with a client certificate. https://docs.aws.amazon.com/iot/latest/developerguide/protocols.html */
export const MQTT_PORT = 8883;

/**
 * The MQTT client id: the thing's name, as AWS recommends, since policies and the registry then know whose connection it
 * is. Without a thing, the certificate's id: unlike the name of a file, no other device of the account has it, and of two
 * devices with one client id, AWS IoT disconnects the one that was there first.
 * https://docs.aws.amazon.com/iot/latest/developerguide/thing-registry.html
 */
export function clientIdOf({ thingName, certificateId }: DeviceConnection): string {
  return thingName ?? certificateId;
}

/** The text of config.json. The device holds its private key: its place is left to who knows it. */
export function configJson(device: DeviceConnection, formats: readonly BundleFormat[]): string {
  const { thingName, certificateId, endpoint, region } = device;
  const files = {
    certificate: CERTIFICATE_PEM,
    rootCertificates: ROOTS_PEM,
    ...(formats.includes('der') ? { certificateDer: CERTIFICATE_DER, rootCertificatesDer: ROOTS_DER } : {}),
    ...(formats.includes('c-header') ? { cHeader: C_HEADER } : {}),
    ...(formats.includes('nvs-csv') ? { nvsCsv: NVS_CSV } : {}),
    privateKey: null,
  };
  const config = {
    thingName: thingName ?? null,
    clientId: clientIdOf(device),
    endpoint,
    port: MQTT_PORT,
    region,
    certificateId,
    files,
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
