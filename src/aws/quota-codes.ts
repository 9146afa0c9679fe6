import { consolePages } from './place.ts';

/**
 * Codes of AWS Service Quotas, all of the service `iotcore`: what a person names who asks for more.
 * https://docs.aws.amazon.com/general/latest/gr/iot-core.html#limits_iot
 */
const QUOTA_CODES: Readonly<Record<string, string>> = {
  CreateCertificateFromCsr: 'L-01BCDDCA',
  CreateThing: 'L-64CBACAC',
  DescribeThing: 'L-0EF0F5EE',
  AddThingToThingGroup: 'L-2904683A',
  AttachPolicy: 'L-CA7D4E3E',
  AttachThingPrincipal: 'L-F64D1AA6',
  ListThingPrincipalsV2: 'L-00ACEBE9',
  RegisterThing: 'L-C0B2EF8B',
};

/** The quota of an operation's calls a second. */
export interface QuotaCode {
  readonly code: string;
  /** Where the console shows it and takes the request; undefined where that is not known. */
  readonly page: string | undefined;
}

/** Undefined of an operation whose code is not known. */
export function quotaCodeOf(operation: string, region: string | undefined): QuotaCode | undefined {
  const code = QUOTA_CODES[operation];
  if (code === undefined) return undefined;
  const pages = region === undefined ? undefined : consolePages(region);
  return { code, page: pages && `${new URL(pages).origin}/servicequotas/home/services/iotcore/quotas/${code}` };
}
