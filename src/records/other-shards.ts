import type { Place } from '../aws/place.ts';
import type { Services } from '../runner/services.ts';
import type { Shard } from '../validation/shard.ts';
import { artifactNameOf } from './artifact-name.ts';
import { readArtifacts } from './earlier-attempts.ts';

/**
 * The certificates that the other shards of a batch have handed over in this workflow run, complete or partial: by id, the
 * SHA-256 of their key, which the PEM beside it proves. On a re-run none of them has to be looked at in the account.
 *
 * @param token needs `actions: read`
 * @param directory to download to
 * @param place what is of another account or region does not count
 * @throws Error when the artifacts cannot be listed
 */
export async function keysOfOtherShards(
  { artifactName, shard }: { readonly artifactName: string; readonly shard: Shard },
  services: Pick<Services, 'context' | 'log' | 'network'>,
  token: string,
  about: { readonly directory: string; readonly place: Place },
): Promise<ReadonlyMap<string, string>> {
  const others = Array.from({ length: shard.of }, (_, n) => n + 1)
    .filter((index) => index !== shard.index)
    .map((index) => artifactNameOf({ artifactName, shard: { index, of: shard.of } }));
  const isOther = (name: string): boolean =>
    others.some((other) => name === other || name.startsWith(`${other}-attempt-`));
  const keys = new Map<string, string>();
  for await (const { content } of readArtifacts(isOther, services, token, about)) {
    // Only the keys stay in memory: a batch may have a million PEMs.
    for (const { spkiSha256, certificate } of content?.certificates ?? []) keys.set(certificate.id, spkiSha256);
    for (const [id, spkiSha256] of content?.journal.seen ?? []) keys.set(id, spkiSha256);
  }
  return keys;
}
