/** One field of an audited thing, before and after; absent where it had or has none. */
export interface Change {
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
}

/** The fields of both states side by side, the changed ones first. Secrets come masked from the server. */
export function changesIn(before: unknown, after: unknown): Change[] {
  const was = flat(before);
  const is = flat(after);
  const paths = [...new Set([...was.keys(), ...is.keys()])];
  const changes = paths.map((path) => {
    const old = was.get(path);
    const now = is.get(path);
    return {
      path,
      ...(old !== undefined && { before: old }),
      ...(now !== undefined && { after: now }),
    };
  });
  const same = (change: Change) => Number(change.before === change.after);
  return changes.toSorted((left, right) => same(left) - same(right));
}

function flat(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (value === undefined || value === null) {
    return into;
  }
  if (typeof value === 'object' && !Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value)) {
      flat(inner, path === '' ? key : `${path}.${key}`, into);
    }
    return into;
  }
  return into.set(path, typeof value === 'string' ? value : JSON.stringify(value));
}
