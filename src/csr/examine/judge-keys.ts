import { createTurns } from '../../lib/turns.ts';
import { readHolder } from '../parse/certificate-holder.ts';
import { isUsable } from '../parse/key.ts';
import { MANY_KEYS_RULES, SINGLE_KEY_RULES } from '../rules/key-rules.ts';
import type { BatchEntry } from '../rules/rule.ts';
import { rsaNumbers } from '../weak-keys/rsa-numbers.ts';
import { compareKeys } from './compare-keys.ts';
import type { CompareOptions } from './compare-moduli.ts';

/** A certificate whose key is judged. */
export interface KeyHolder {
  readonly certificateId: string;
  readonly pem: string;
}

/**
 * Judges the keys of certificates by rules on keys, those that compare keys included.
 *
 * @param rules ids of {@link KEY_RULE_IDS}
 * @param signal aborted: nothing more is judged
 * @returns by the id of the certificate, the rules that speak against its key; those without one are not in it
 * @throws the signal's reason
 */
export async function judgeKeys(
  holders: readonly KeyHolder[],
  rules: readonly string[],
  options: CompareOptions & { readonly signal: AbortSignal },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const single = SINGLE_KEY_RULES.filter(({ id }) => rules.includes(id));
  const many = MANY_KEYS_RULES.filter(({ id }) => rules.includes(id));
  const broken = new Map<string, string[]>();
  const add = (certificateId: string, rule: string): void => {
    const before = broken.get(certificateId);
    if (before === undefined) broken.set(certificateId, [rule]);
    else if (!before.includes(rule)) before.push(rule);
  };
  const entries: BatchEntry[] = [];
  const turn = createTurns();
  for (const { certificateId, pem } of holders) {
    const turned = turn();
    if (turned !== undefined) await turned;
    options.signal.throwIfAborted();
    const holder = readHolder(pem);
    if (holder === undefined) continue;
    const { key, spkiSha256, subject, subjectBytes } = holder;
    const rsa = key.type === 'rsa' ? rsaNumbers(key.modulus, key.exponent) : undefined;
    const evidence = { request: { key }, isKeyUsable: isUsable(key), rsa };
    for (const rule of single) if (rule.check(evidence) !== undefined) add(certificateId, rule.id);
    // A copy: a view would keep the whole certificate in memory.
    const modulus = key.type === 'rsa' ? Uint8Array.from(key.modulus) : undefined;
    entries.push({ path: certificateId, csrSha256: certificateId, spkiSha256, subject, subjectBytes, modulus });
  }
  if (many.length === 0) return broken;
  const compared = await compareKeys(entries, [], options);
  options.signal.throwIfAborted();
  for (const rule of many) {
    for (const { path } of rule.check({ entries, known: [], ...compared })) add(path, rule.id);
  }
  return broken;
}
