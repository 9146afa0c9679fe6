import { type Mapping, mappingOf } from './read-workflow.ts';

/** The jobs that a job names in `needs`. */
export function needsOf(job: Mapping): readonly string[] {
  const { needs } = job;
  if (needs === undefined || needs === null) return [];
  return (Array.isArray(needs) ? needs : [needs]).map(String);
}

/** The jobs, each after those that it needs. @throws when they wait for each other */
export function inOrder(jobs: Mapping): readonly (readonly [string, Mapping])[] {
  const waiting = new Map(Object.entries(jobs).map(([id, node]) => [id, mappingOf(node, `job ${id}`)]));
  const ordered: [string, Mapping][] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].find(([, job]) => needsOf(job).every((id) => ordered.some(([done]) => done === id)));
    if (ready === undefined) throw new Error(`Jobs wait for each other: ${[...waiting.keys()].join(', ')}`);
    ordered.push(ready);
    waiting.delete(ready[0]);
  }
  return ordered;
}

/** The jobs that a job needs, and those that these need. */
export function ancestorsOf(id: string, jobs: ReadonlyMap<string, Mapping>): ReadonlySet<string> {
  const needs = needsOf(jobs.get(id) ?? {});
  return new Set(needs.flatMap((need) => [need, ...ancestorsOf(need, jobs)]));
}
