// What was wrong with something stored, in kind: the options page has words for it. The schema library's own are for developers.
import type { BaseIssue } from 'valibot';

export const wrongs = ['missing', 'kind', 'value', 'range', 'unreadable'] as const;
export type Wrong = (typeof wrongs)[number];

/** A place such as `settings.mode` or `snoozes.3.until`, and what was wrong there. */
export interface Broken {
  readonly item: string;
  readonly wrong: Wrong;
}

function wrongOf({ kind, type, received }: BaseIssue<unknown>): Wrong {
  if (received === 'undefined') return 'missing';
  if (kind === 'validation') return /^(min|max|integer)/.test(type) ? 'range' : 'value';
  if (type === 'picklist' || type === 'literal') return 'value';
  return type === 'custom' ? 'unreadable' : 'kind';
}

/** `item` is the place of what was parsed; the issue tells where in it. */
export function brokenAt(item: string, issue: BaseIssue<unknown>): Broken {
  return { item: [item, ...(issue.path ?? []).map(({ key }) => String(key))].join('.'), wrong: wrongOf(issue) };
}
