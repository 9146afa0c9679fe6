import type { RuleText } from '../csr/rules/rule.ts';
import { RULES } from '../csr/rules/rules.ts';
import { NAME_RULES } from '../naming/name-rules.ts';
import { REGISTRY_RULES } from './registry-rules.ts';

/** Every rule that a finding can name, in the order of docs/rules.md, which is made from it. */
export const CATALOGUE: readonly RuleText[] = [...RULES, ...NAME_RULES, ...REGISTRY_RULES];

/** The rule of a finding. */
export function describeRule(id: string): RuleText | undefined {
  return BY_ID.get(id);
}

const BY_ID: ReadonlyMap<string, RuleText> = new Map(CATALOGUE.map((rule) => [rule.id, rule]));
