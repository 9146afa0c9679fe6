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

/**
 * The artifact in which the shards of one attempt share what they have found out about the account, before any of them
 * creates a certificate.
 */
export function surveyNameOf(
  { artifactName, of }: { readonly artifactName: string; readonly of: number },
  attempt: number,
): string {
  return `${artifactName}-survey-of-${of}-attempt-${attempt}`;
}
