export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/**
 * Milliseconds from a `Retry-After` header in seconds or as a date; null if absent or invalid.
 * `nowMs` in ms since 1970.
 */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  // Without a time of day it is no date, though engines read one even in "-5" and "wait 3".
  const at = /\d:\d\d/.test(header) ? Date.parse(header) : NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}

/** False for a day that no month has, such as February 30, which Chromium reads as March 2. */
export function isExistingDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? [];
  return (
    Number(day) >= 1 &&
    Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  );
}
