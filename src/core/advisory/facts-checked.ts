import { neverRead } from './statement-schema.ts';
import { type Advisory } from './schema.ts';

/**
 * The oldest reading date of all sources, as `YYYY-MM-DD`, so that no fact is older than we claim;
 * null if nothing was read.
 */
export function factsChecked({ sources }: Pick<Advisory, 'sources'>): string | null {
  const days = sources
    .filter(({ isUnread, checked }) => !isUnread && checked !== neverRead)
    .map(({ checked }) => checked);
  return days.sort().at(0) ?? null;
}
