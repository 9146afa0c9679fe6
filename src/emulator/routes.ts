/**
 * A place in a service: `GET /certificates/:certificateId`. A `:name` segment stands for one segment of the path, `*name`
 * at its end for all that follow.
 */
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
  const last = pattern.at(-1) ?? '';
  if (last.startsWith('*') && segments.length > pattern.length) {
    const rest = segments.slice(pattern.length - 1).join('/');
    return match(pattern, [...segments.slice(0, pattern.length - 1), encodeURIComponent(decoded(rest) ?? '')]);
  }
  if (pattern.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (/^[:*]/.test(expected)) {
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
