// When to ask the feed again. A fleet that was switched on at once must not knock at once, today or on any later day.

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

export const intervalMs = 12 * hourMs;
const shortestMs = 0.75 * intervalMs;
const longestMs = 1.25 * intervalMs;

const firstRetryMs = 20 * minuteMs;
const longestRetryMs = 24 * hourMs;

/** Computers that were off while a check fell due are spread over this; a working day begins for many at once. */
const overdueSpreadMs = hourMs;
const promptSpreadMs = 15 * minuteMs;

/** From 0 up to, but not including, 1. */
export type Chance = () => number;

const between = (low: number, high: number, chance: Chance) => low + chance() * (high - low);

/**
 * The first check after the installation. Drawn so that even computers installed in the same second ask evenly from the first hour on:
 * as if each had been asking for ever (the equilibrium of the renewal process that `afterSuccess` makes).
 */
export function firstDelayMs(chance: Chance): number {
  // The interval that one falls into is a long one more often than a short one; then anywhere within it.
  const interval = Math.sqrt(between(shortestMs ** 2, longestMs ** 2, chance));
  return between(0, interval, chance);
}

export function afterSuccessMs(chance: Chance): number {
  return between(shortestMs, longestMs, chance);
}

/** Back-off: doubled with each failure, half of it by chance, never shorter than the server asks for nor longer than a day. */
export function afterFailureMs(failures: number, retryAfterMs: number, chance: Chance): number {
  const full = Math.min(firstRetryMs * 2 ** Math.max(0, failures - 1), longestRetryMs);
  return Math.min(Math.max(between(full / 2, full, chance), retryAfterMs), longestRetryMs);
}

/**
 * When the next check falls due, from what is stored. A time that no clock of ours can have stored is drawn anew.
 * `prompt`: the first check of an organization's feed, whose fleet is small and waits for it.
 */
export function nextCheckAt(
  storedAt: number | null,
  now: number,
  chance: Chance,
  prompt = false,
): number {
  if (storedAt === null || storedAt > now + longestRetryMs)
    return now + (prompt ? between(0, promptSpreadMs, chance) : firstDelayMs(chance));
  return storedAt > now ? storedAt : now + between(0, overdueSpreadMs, chance);
}
