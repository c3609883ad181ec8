// What was wrong with something stored. The schema library's own words are for developers; the options page has others for its types of issues.
import type { BaseIssue } from 'valibot';

/** A place such as `settings.mode` or `snoozes.3.until`, and which check it did not pass: `missing`, a type of the schema library such as `picklist`, or empty. */
export interface StorageIssue {
  readonly item: string;
  readonly check: string;
}

/** `item` is the place of what was parsed; the issue tells where in it. */
export function storageIssue(
  item: string,
  { received, type, path }: Pick<BaseIssue<unknown>, 'received' | 'type' | 'path'>,
): StorageIssue {
  return {
    item: [item, ...(path ?? []).map(({ key }) => key)].join('.'),
    check: received === 'undefined' ? 'missing' : type,
  };
}
