// Extracts the values from administrators' policy files; each browser wraps them differently.
import { isRecord } from '../base/records.ts';

function inside(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (at, name) => (isRecord(at) && Object.hasOwn(at, name) ? at[name] : undefined),
    value,
  );
}

/** The entry under one of our ids, or the only entry of an object keyed by extension id. */
function ofExtension(extensions: unknown, ids: readonly string[]): unknown {
  if (!isRecord(extensions)) return undefined;
  const own = ids.find((id) => Object.hasOwn(extensions, id));
  const all = Object.values(extensions);
  return own === undefined ? (all.length === 1 ? all[0] : undefined) : extensions[own];
}

function withoutValueWrappers(
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(values);
  const isWrapped =
    entries.length > 0 &&
    entries.every(
      ([, value]) =>
        isRecord(value) && Object.keys(value).length === 1 && Object.hasOwn(value, 'Value'),
    );
  return isWrapped
    ? Object.fromEntries(entries.map(([name, value]) => [name, inside(value, 'Value')]))
    : values;
}

/**
 * Finds this extension's values in a policy file for Chrome, Edge or Chromium (`3rdparty`), Firefox
 * (`policies`), a native manifest (`type: storage`) or the Google Admin console (`Value`). Any
 * other document is returned as is. `ids` are our extension ids.
 */
export function valuesInFile(document: unknown, ids: readonly string[] = []): unknown {
  const found =
    ofExtension(inside(document, '3rdparty', 'extensions'), ids) ??
    ofExtension(inside(document, 'policies', '3rdparty', 'Extensions'), ids) ??
    (inside(document, 'type') === 'storage' ? inside(document, 'data') : undefined) ??
    document;
  return isRecord(found) ? withoutValueWrappers(found) : found;
}
