import {
  type BundleFormat,
  C_HEADER,
  CERTIFICATE_DER,
  CERTIFICATE_PEM,
  CONFIG_JSON,
  NVS_CSV,
  ROOTS_PEM,
  SHA256SUMS,
} from '../../naming/bundle-names.ts';
import { AMAZON_ROOTS } from './amazon-roots.ts';
import { cHeader } from './c-header.ts';
import { configJson, type DeviceConnection } from './device-config.ts';
import { nvsCsv } from './nvs-csv.ts';
import { sha256Of, sha256Sums } from './sha256sums.ts';

/** What a file of a bundle holds. */
export type BundleContent = string | Uint8Array;

/** The files of a bundle, by their names, in the order in which they are written. */
export type BundleFiles = ReadonlyMap<string, BundleContent>;

const ROOTS = AMAZON_ROOTS.map(({ pem }) => pem).join('');

const DER_ROOTS: readonly (readonly [name: string, der: Uint8Array])[] = AMAZON_ROOTS.map(({ name, pem }) => [
  `${name}.der`,
  derOf(pem),
]);

/** Digests of what is the same in every bundle: most of its bytes. */
const KNOWN_DIGESTS: ReadonlyMap<BundleContent, string> = new Map(
  [ROOTS, ...DER_ROOTS.map(([, der]) => der)].map((content) => [content, sha256Of(content)]),
);

/**
 * The bundle of one device. The same device always has the same bytes. No private key is in it: the device holds its own.
 *
 * @param certificatePem one certificate and nothing else
 */
export function bundleFiles(
  device: DeviceConnection,
  certificatePem: string,
  formats: readonly BundleFormat[],
): BundleFiles {
  const files = new Map<string, BundleContent>([
    [CONFIG_JSON, configJson(device, formats)],
    [CERTIFICATE_PEM, certificatePem],
    [ROOTS_PEM, ROOTS],
  ]);
  if (formats.includes('der')) {
    files.set(CERTIFICATE_DER, derOf(certificatePem));
    for (const [name, der] of DER_ROOTS) files.set(name, der);
  }
  if (formats.includes('c-header')) files.set(C_HEADER, cHeader(device, certificatePem));
  if (formats.includes('nvs-csv')) files.set(NVS_CSV, nvsCsv(device, certificatePem));
  const digests = [...files].map(([name, content]) => [name, KNOWN_DIGESTS.get(content) ?? sha256Of(content)] as const);
  return files.set(SHA256SUMS, sha256Sums(new Map(digests)));
}

/** The bytes of the certificate in a PEM that holds nothing else. */
function derOf(pem: string): Uint8Array {
  return Buffer.from(pem.replace(/-----(BEGIN|END) CERTIFICATE-----/g, ''), 'base64');
}
