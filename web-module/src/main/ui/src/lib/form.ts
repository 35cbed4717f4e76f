/** Forms over JSON: each field is a text at a path of the document, as it was typed. */

export interface Field {
  /** As the server names it in its findings, for example `battery.chargePowerMw`. */
  readonly path: string;
  readonly label: string;
  readonly unit?: string;
  readonly hint?: string;
  readonly kind: 'text' | 'decimal' | 'integer' | 'choice';
  readonly choices?: readonly string[];
  /** May be left empty. */
  readonly optional?: boolean;
  /** Only asked for while this holds of the other fields. */
  readonly when?: (at: (path: string) => string) => boolean;
}

/** Path to what stands in the field. */
export type Texts = Readonly<Record<string, string>>;

type Json = Record<string, unknown>;

/** What the document has at the fields' paths; empty where it has nothing. */
export function textsOf(document: object, fields: readonly Field[]): Texts {
  return Object.fromEntries(fields.map(({ path }) => [path, textAt(document, path)]));
}

/** What was typed lies over what was there. */
export function withTyped(texts: Texts, typed: Partial<Texts>): Texts {
  return { ...texts, ...(typed as Texts) };
}

export function shownFields(fields: readonly Field[], texts: Texts): Field[] {
  return fields.filter(({ when }) => when?.((path) => texts[path] ?? '') ?? true);
}

/** What is plainly wrong before the server is asked: it has the last word on everything else. */
export function errorsIn(fields: readonly Field[], texts: Texts): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const { path, kind, optional } of shownFields(fields, texts)) {
    const text = (texts[path] ?? '').trim();
    if (text === '') {
      if (!optional) {
        errors[path] = 'Needed.';
      }
    } else if (kind === 'decimal' && !/^[-+]?(\d+\.?\d*|\.\d+)$/.test(text)) {
      errors[path] = 'A number, with a point before the decimals.';
    } else if (kind === 'integer' && !/^\d+$/.test(text)) {
      errors[path] = 'A whole number.';
    }
  }
  return errors;
}

/** The document of the fields that are shown and filled in. */
export function documentOf(fields: readonly Field[], texts: Texts): object {
  const document: Json = {};
  for (const field of shownFields(fields, texts)) {
    const text = (texts[field.path] ?? '').trim();
    if (text !== '') {
      put(document, field.path, valueOf(field, text));
    }
  }
  return document;
}

/**
 * The merge patch (RFC 7396) that leads from one state of the fields to another: `null` where a value goes, be it
 * emptied or no longer asked for.
 */
export function patchOf(fields: readonly Field[], before: Texts, after: Texts): object {
  const shown = new Set(shownFields(fields, after));
  const patch: Json = {};
  for (const field of fields) {
    const was = before[field.path] ?? '';
    const is = shown.has(field) ? (after[field.path] ?? '').trim() : '';
    if (was !== is) {
      put(patch, field.path, is === '' ? null : valueOf(field, is));
    }
  }
  return emptied(patch, before, after);
}

// An object whose every member goes is itself gone: {location: {latitude: null, longitude: null}} is {location: null}.
function emptied(patch: Json, before: Texts, after: Texts): Json {
  for (const [key, part] of Object.entries(patch)) {
    const inside = Object.keys(before).filter((path) => path.startsWith(`${key}.`));
    if (isObject(part) && inside.length > 0 && inside.every((path) => (after[path] ?? '').trim() === '')) {
      patch[key] = null;
    }
  }
  return patch;
}

function valueOf({ kind }: Field, text: string): string | number {
  return kind === 'decimal' || kind === 'integer' ? Number(text) : text;
}

function textAt(document: object, path: string): string {
  let at: unknown = document;
  for (const part of path.split('.')) {
    at = isObject(at) ? at[part] : undefined;
  }
  return typeof at === 'string' || typeof at === 'number' ? String(at) : '';
}

function put(document: Json, path: string, value: unknown): void {
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  let at = document;
  for (const part of parts) {
    const next = at[part];
    const inner: Json = isObject(next) ? next : {};
    at[part] = inner;
    at = inner;
  }
  at[last] = value;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
