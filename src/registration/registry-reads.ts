import type { Failure } from '../aws/answers.ts';
import type { RegistryOperation } from '../aws/default-quotas.ts';
import type { IotRegistry, Page } from '../aws/iot-registry.ts';
import { awsCodeOf, type IotAccess } from '../issuance/iot-access.ts';
import { UserError } from '../lib/user-error.ts';
import { callRegistry, NOT_FOUND, type RegistryAccess } from './registry-calls.ts';

/** What looking at the registry needs, and at the certificates that its things hold. */
export interface ReadAccess extends RegistryAccess {
  readonly certificates: IotAccess<'describeCertificate', 'describe'>;
}

/** What AWS IoT has of a name; undefined when it has nothing. @throws UserError as {@link callRegistry} */
export async function ifThere<T extends { readonly kind: string }>(
  operation: RegistryOperation,
  call: (registry: IotRegistry) => Promise<T | Failure>,
  access: RegistryAccess,
): Promise<T | undefined> {
  try {
    return await callRegistry<T>(operation, call, access);
  } catch (error) {
    if (awsCodeOf(error) === NOT_FOUND) return undefined;
    throw error;
  }
}

/** As {@link ifThere}; undefined, too, for what this role may not look at. */
export async function ifAllowed<T extends { readonly kind: string }>(
  operation: RegistryOperation,
  call: (registry: IotRegistry) => Promise<T | Failure>,
  access: RegistryAccess,
): Promise<T | undefined> {
  try {
    return await ifThere<T>(operation, call, access);
  } catch (error) {
    if (error instanceof UserError && error.code === 'not-allowed') return undefined;
    throw error;
  }
}

/** Pages of a listing at most, of 250 items each: more than a thing or a group has of anything. */
const MAX_PAGES = 100;

/**
 * All items of a listing; none when what is listed is not there.
 *
 * @throws UserError as {@link callRegistry}; `endless-listing` when the service repeats itself
 */
export async function allOf<T>(
  operation: RegistryOperation,
  call: (registry: IotRegistry, marker: string | undefined) => Promise<Page<T> | Failure>,
  access: RegistryAccess,
): Promise<readonly T[]> {
  const items: T[] = [];
  let marker: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    const page: Page<T> | undefined = await ifThere(operation, (registry) => call(registry, marker), access);
    items.push(...(page?.items ?? []));
    marker = page?.next;
    if (marker === undefined) return items;
  }
  throw new UserError('endless-listing', `The answers to ${operation} have no end: AWS IoT gave ${MAX_PAGES} pages.`, {
    where: `iot:${operation}`,
    fix: 'Check that aws-region and AWS_ENDPOINT_URL_IOT lead to AWS itself, and run the job again.',
  });
}
