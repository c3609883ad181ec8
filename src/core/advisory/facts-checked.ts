import { neverRead, type Advisory } from './schema.ts';

/** The day on which the facts were last checked: of the days of all readings the oldest, so that no fact is older than said; null where nothing was read. */
export function factsChecked({ sources }: Pick<Advisory, 'sources'>): string | null {
  const days = sources.filter(({ isUnread, checked }) => !isUnread && checked !== neverRead).map(({ checked }) => checked);
  return days.sort().at(0) ?? null;
}
