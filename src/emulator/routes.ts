/** A place in a service: `GET /certificates/:certificateId`. A `:name` segment stands for one segment of the path. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

/** The route that `method` and `path` (as sent) lead to, with its decoded parameters. */
export function findRoute<R extends Route>(
  routes: readonly R[],
  method: string,
  path: string,
): { readonly route: R; readonly parameters: Readonly<Record<string, string>> } | undefined {
  const segments = path.split('/');
  for (const route of routes) {
    if (route.method !== method) continue;
    const parameters = match(route.path.split('/'), segments);
    if (parameters !== undefined) return { route, parameters };
  }
  return undefined;
}

function match(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (expected.startsWith(':')) {
      const value = decoded(segment);
      if (value === undefined || value === '') return undefined;
      parameters[expected.slice(1)] = value;
    } else if (segment !== expected) return undefined;
  }
  return parameters;
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
