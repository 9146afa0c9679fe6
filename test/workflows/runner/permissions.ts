import { type Mapping, mappingOf, type Node } from './read-workflow.ts';

/** Of a job's token. A name that is not there is `none`. */
export type Permissions = Readonly<Record<string, 'read' | 'write'>>;

/** What a repository gives a workflow that says nothing: the restricted default. */
const DEFAULT: Permissions = { contents: 'read', packages: 'read' };

/**
 * @param cap of the job that calls the workflow; undefined for one that is not called
 * @throws when the job asks for more: GitHub does not start such a run
 */
export function permissionsOf(
  workflow: Mapping,
  job: Mapping,
  name: string,
  cap: Permissions | undefined,
): Permissions {
  const node = job.permissions ?? workflow.permissions;
  if (node === undefined) return cap ?? DEFAULT;
  const asked = read(node, name);
  for (const [permission, access] of Object.entries(asked)) {
    if (cap !== undefined && cap[permission] !== 'write' && cap[permission] !== access) {
      throw new Error(
        `The nested job '${name}' is requesting '${permission}: ${access}', but is only allowed '${permission}: ${cap[permission] ?? 'none'}'.`,
      );
    }
  }
  return asked;
}

function read(node: Node, name: string): Permissions {
  const entries = Object.entries(mappingOf(node, `permissions of ${name}`)).filter(([, access]) => access !== 'none');
  return Object.fromEntries(
    entries.map(([permission, access]) => {
      if (access !== 'read' && access !== 'write') throw new Error(`permissions of ${name}: ${permission}`);
      return [permission, access] as const;
    }),
  );
}
