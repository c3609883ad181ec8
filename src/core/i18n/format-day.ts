import { dateFormat } from './formatters.ts';

/** "July 20, 2024", as the language writes it; on the reader's own calendar where no zone is named. */
export function formatDay(instant: string, language: string, timeZone?: string): string {
  return dateFormat(language, { dateStyle: 'long', ...(timeZone && { timeZone }) }).format(
    new Date(instant),
  );
}
