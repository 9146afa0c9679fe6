import type { Registered } from '../records/journal.ts';
import { wishHash } from '../registration/wish-hash.ts';
import type { RegistrationRecords } from './check-registration.ts';

/**
 * What records know of devices that may be registered already.
 *
 * @param idsOf ids of the certificates of a key (SPKI)
 * @param registered by the ids of certificates
 */
export function recordsOf(
  idsOf: (spkiSha256: string) => readonly string[],
  registered: ReadonlyMap<string, Pick<Registered, 'registration'>>,
): RegistrationRecords {
  return {
    isRemembered: ({ spkiSha256 }, wish, carried) =>
      idsOf(spkiSha256).some((id) => registered.get(id)?.registration === wishHash(wish, id, carried)),
  };
}
