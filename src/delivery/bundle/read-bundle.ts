import { join } from 'node:path';
import * as v from 'valibot';
import { isDataEndpoint } from '../../aws/data-endpoint.ts';
import { readRegularBytes } from '../../lib/read-file.ts';
import { type BundleFormat, bundleFileNames, CONFIG_JSON } from '../../naming/bundle-names.ts';
import { type BundleFiles, bundleFiles } from './bundle-files.ts';
import type { DeviceConnection } from './device-config.ts';

/** A bundle that stands in a directory, whole and as this product writes it. */
export interface StoredBundle {
  readonly device: DeviceConnection;
  readonly formats: readonly BundleFormat[];
}

/** No file of a bundle is as long: a header with five certificates has 8 KB. */
const MAX_FILE_BYTES = 131_072;

/** https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThing.html */
const THING_NAME = /^[a-zA-Z0-9:_-]{1,128}$/;

const CONFIG = v.object({
  thingName: v.nullable(v.pipe(v.string(), v.regex(THING_NAME))),
  endpoint: v.string(),
  files: v.object({
    certificateDer: v.optional(v.string()),
    cHeader: v.optional(v.string()),
    nvsCsv: v.optional(v.string()),
  }),
});

/**
 * Reads the bundle that stands in a directory. Anybody may have written it, and a device would believe it: only thing,
 * endpoint and formats are read, the files are made anew of them, and have to be what stands there, byte for byte.
 *
 * @param directory absolute
 * @param about what the bundle has to be of
 * @returns undefined where there is no config.json; `problem`, a clause, where something else stands there
 * @throws UserError when a file cannot be read
 */
export async function readBundle(
  directory: string,
  about: Pick<DeviceConnection, 'certificateId' | 'region'> & { readonly pem: string },
): Promise<StoredBundle | { readonly problem: string } | undefined> {
  const { pem, certificateId, region } = about;
  const text = (await readRegularBytes(join(directory, CONFIG_JSON), MAX_FILE_BYTES))?.toString('utf8');
  if (text === undefined) return undefined;
  const config = parse(text);
  if (config === undefined) return { problem: `${CONFIG_JSON} is not that of a bundle` };
  const { thingName, endpoint, files } = config;
  if (!isDataEndpoint(endpoint, region)) return { problem: `${CONFIG_JSON} names no endpoint of AWS IoT in ${region}` };
  const device = { thingName: thingName ?? undefined, certificateId, endpoint, region };
  const formats = formatsOf(files);
  const wrong = await findWrong(directory, bundleFiles(device, pem, formats));
  return wrong === undefined ? { device, formats } : { problem: `${wrong} is not what belongs there` };
}

/** Absolute paths of the files of a bundle. */
export function pathsOf(directory: string, formats: readonly BundleFormat[]): readonly string[] {
  return bundleFileNames(formats).map((name) => join(directory, name));
}

function parse(text: string): v.InferOutput<typeof CONFIG> | undefined {
  try {
    const result = v.safeParse(CONFIG, JSON.parse(text), { abortEarly: true });
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

function formatsOf(files: v.InferOutput<typeof CONFIG>['files']): readonly BundleFormat[] {
  return [
    ...(files.certificateDer === undefined ? [] : ['der' as const]),
    ...(files.cHeader === undefined ? [] : ['c-header' as const]),
    ...(files.nvsCsv === undefined ? [] : ['nvs-csv' as const]),
  ];
}

/** The first file that is not as it has to be. */
async function findWrong(directory: string, files: BundleFiles): Promise<string | undefined> {
  for (const [name, content] of files) {
    const found = await readRegularBytes(join(directory, name), MAX_FILE_BYTES);
    if (found === undefined || !found.equals(Buffer.from(content))) return name;
  }
  return undefined;
}
