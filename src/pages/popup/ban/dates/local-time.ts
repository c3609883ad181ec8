import { knownZone, type DeadlineDate } from '../../../../core/dates/deadline-words.ts';

/** An exact instant on the reader's own clock, where that shows something else than the law's. */
export function localTime(
  { at, precision, timeZone }: DeadlineDate,
  language: string,
  ownZone?: string,
): string | null {
  if (precision !== 'instant') return null;
  const style = { dateStyle: 'long', timeStyle: 'short' } as const;
  const own = new Intl.DateTimeFormat(language, {
    ...style,
    ...(ownZone && { timeZone: ownZone }),
  });
  const law = new Intl.DateTimeFormat(language, { ...style, timeZone: knownZone(timeZone) });
  const instant = new Date(at);
  return own.format(instant) === law.format(instant) ? null : own.format(instant);
}
