// Makes documents of later minor formats readable: drops only the entries that use values this
// version doesn't know. Anything else that is wrong is still refused.
import type * as v from 'valibot';
import type { Fault } from '../base/result.ts';

type Issue = v.BaseIssue<unknown>;
type Path = readonly (string | number)[];

const pathOf = (issue: Issue): Path => (issue.path ?? []).map(({ key }) => key as string | number);

/** Path of the nearest list entry around `path`; null if it is in no list. */
function entryAround(path: Path): Path | null {
  const index = path.findLastIndex((key) => typeof key === 'number');
  return index < 0 ? null : path.slice(0, index + 1);
}

const isUnknownValue = ({ type, input }: Issue) => type === 'picklist' && typeof input === 'string';
/** A list may become too short once its unknown entries are dropped. */
const isTooShort = ({ type }: Issue) => type === 'min_length';

/**
 * Paths of the entries to drop, if unknown values are the only problem; null otherwise. `before`
 * lists the arrays that already lost entries and may be too short because of it.
 */
function entriesToDrop(issues: readonly Issue[], before: ReadonlySet<string>): Path[] | null {
  const dropped = new Map<string, Path>();
  for (const issue of issues) {
    const path = pathOf(issue);
    const isLeftover = isTooShort(issue) && before.has(path.join('.'));
    if (!isUnknownValue(issue) && !isLeftover) return null;
    const entry = entryAround(path);
    if (!entry) return null;
    dropped.set(entry.join('.'), entry);
  }
  return [...dropped.values()];
}

/** A copy without the entries at those paths. Untouched parts are shared, not copied. */
function without(value: unknown, paths: readonly Path[]): unknown {
  if (paths.length === 0) return value;
  const below = (key: string | number) =>
    paths.filter(([first]) => String(first) === String(key)).map(([, ...rest]) => rest);
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown, index) => {
      const inside = below(index);
      return inside.some((rest) => rest.length === 0) ? [] : [without(entry, inside)];
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, without(entry, below(key))]),
  );
}

/** Each pass drops one level: a value, then an entry whose list became too short. */
const maxPasses = 4;

type Tolerant<Output> =
  | { readonly ok: true; readonly value: Output; readonly dropped: readonly Fault[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Parses a document, dropping entries with unknown values. `dropped` gives each entry's path as
 * that pass saw it, with the schema's message.
 */
export function parseTolerantly<Output>(
  value: unknown,
  parse: (value: unknown) => v.SafeParseResult<v.GenericSchema<unknown, Output>>,
): Tolerant<Output> {
  const dropped: Fault[] = [];
  const shortened = new Set<string>();
  let rest = value;
  let result = parse(rest);
  for (let pass = 0; !result.success && pass < maxPasses; pass += 1) {
    const entries = entriesToDrop(result.issues, shortened);
    if (!entries) break;
    for (const entry of entries) {
      const issue = result.issues.find((one) => pathOf(one).join('.').startsWith(entry.join('.')));
      dropped.push({ path: entry.join('.'), message: issue?.message ?? '' });
      shortened.add(entry.slice(0, -1).join('.'));
    }
    rest = without(rest, entries);
    result = parse(rest);
  }
  return result.success
    ? { ok: true, value: result.output, dropped }
    : { ok: false, issues: result.issues };
}
