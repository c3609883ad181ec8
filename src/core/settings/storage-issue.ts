// Describes an invalid stored value. The schema library's messages are for developers, so the
// options page words these issues itself, by type.
import type { BaseIssue } from 'valibot';

/**
 * A path such as `settings.mode` or `snoozes.3.until`, and the failed check: `missing`, a schema
 * type such as `picklist`, or empty.
 */
export interface StorageIssue {
  readonly item: string;
  readonly check: string;
}

/** `item` is the stored item's name; the issue adds the path inside it. */
export function storageIssue(
  item: string,
  { received, type, path }: Pick<BaseIssue<unknown>, 'received' | 'type' | 'path'>,
): StorageIssue {
  return {
    item: [item, ...(path ?? []).map(({ key }) => key)].join('.'),
    check: received === 'undefined' ? 'missing' : type,
  };
}
