import { dateFormat } from './formatters.ts';

/** "July 20, 2024" in the given language; in the reader's own time zone if none is named. */
export function formatDay(instant: string, language: string, timeZone?: string): string {
  return dateFormat(language, { dateStyle: 'long', ...(timeZone && { timeZone }) }).format(
    new Date(instant),
  );
}
