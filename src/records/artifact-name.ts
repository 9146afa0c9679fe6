import type { Shard } from '../validation/shard.ts';

/** The artifact's name; jobs of a matrix share a run, in which a name holds one artifact. */
export function artifactNameOf({
  artifactName,
  shard,
}: {
  readonly artifactName: string;
  readonly shard: Shard | undefined;
}): string {
  return shard === undefined ? artifactName : `${artifactName}-shard-${shard.index}-of-${shard.of}`;
}
