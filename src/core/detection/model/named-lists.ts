// `@name` in a rule or in the table of evidence stands for the advisory's list of that name.
export type NamedLists = Readonly<Record<string, readonly string[]>>;

const at = 64;

export const isListName = (entry: unknown): entry is string =>
  typeof entry === 'string' && entry.charCodeAt(0) === at;

function namedList(lists: NamedLists, name: string): readonly string[] | undefined {
  return Object.hasOwn(lists, name.slice(1)) ? lists[name.slice(1)] : undefined;
}

/**
 * The entries with each known `@name` replaced by that list's; an unknown one stands for nothing.
 */
export function filledIn(entries: readonly unknown[], lists: NamedLists): readonly unknown[] {
  return entries.some(isListName)
    ? entries.flatMap((entry): readonly unknown[] =>
        isListName(entry) ? (namedList(lists, entry) ?? []) : [entry],
      )
    : entries;
}

/** The fault for the first name that the advisory has no list for. */
export function missingList(entries: readonly unknown[], lists: NamedLists): string | undefined {
  const missing = entries.filter(isListName).find((name) => !namedList(lists, name));
  return missing === undefined
    ? undefined
    : `names the list "${missing}", which the advisory doesn't have`;
}
