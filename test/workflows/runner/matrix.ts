import { isDeepStrictEqual } from 'node:util';
import type { Value } from './expressions.ts';

/** What `matrix` holds in one job. */
export type Leg = Readonly<Record<string, Value>>;

const MAX_JOBS = 256;

/**
 * The jobs of a matrix: each combination of its vectors that is not excluded, then what `include` adds.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrixinclude
 *
 * @throws for what GitHub does not start
 */
export function legsOf(matrix: Value): readonly Leg[] {
  if (matrix === null) return [{}];
  if (typeof matrix !== 'object' || Array.isArray(matrix)) throw new Error('A matrix is a mapping.');
  const { include = [], exclude = [], ...vectors } = matrix as Readonly<Record<string, Value>>;
  let combinations: Leg[] = Object.keys(vectors).length === 0 ? [] : [{}];
  for (const [key, values] of Object.entries(vectors)) {
    if (!Array.isArray(values) || values.length === 0)
      throw new Error(`Matrix vector '${key}' does not contain any values`);
    combinations = combinations.flatMap((leg) => values.map((value) => ({ ...leg, [key]: value })));
  }
  for (const filter of filtersOf(exclude, 'exclude')) {
    const unknown = Object.keys(filter).find((key) => !(key in vectors));
    if (unknown !== undefined) throw new Error(`Matrix exclude key '${unknown}' does not match any key`);
    combinations = combinations.filter((leg) => !agrees(leg, filter));
  }
  const legs = combinations.map((combination) => ({ combination, more: {} as Leg }));
  const added: Leg[] = [];
  for (const one of filtersOf(include, 'include')) {
    // Values of the vectors are never overwritten; what an earlier `include` added may be.
    const fitting = legs.filter(({ combination }) =>
      Object.entries(one).every(([key, value]) => !(key in combination) || isDeepStrictEqual(combination[key], value)),
    );
    if (fitting.length === 0) added.push(one);
    for (const leg of fitting) leg.more = { ...leg.more, ...one };
  }
  const all = [...legs.map(({ combination, more }) => ({ ...combination, ...more })), ...added];
  if (all.length === 0) throw new Error('A matrix has at least one job.');
  if (all.length > MAX_JOBS) throw new Error(`A matrix has ${MAX_JOBS} jobs at most.`);
  return all;
}

function filtersOf(list: Value, what: string): readonly Leg[] {
  const isMapping = (one: Value): boolean => typeof one === 'object' && one !== null && !Array.isArray(one);
  if (!Array.isArray(list) || !list.every(isMapping)) throw new Error(`${what} of a matrix is a list of mappings.`);
  return list as readonly Leg[];
}

function agrees(leg: Leg, filter: Leg): boolean {
  return Object.entries(filter).every(([key, value]) => isDeepStrictEqual(leg[key], value));
}
