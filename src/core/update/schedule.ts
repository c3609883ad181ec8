// When to check the feed. A fleet switched on at once must never send its requests at once, on that
// day or later.

import { hourMs, minuteMs } from '../base/time.ts';

export const intervalMs = 12 * hourMs;
const shortestMs = 0.75 * intervalMs;
const longestMs = 1.25 * intervalMs;

const firstRetryMs = 20 * minuteMs;
const longestRetryMs = 24 * hourMs;

/**
 * Checks missed while the computer was off are spread over this, because a workday starts for many
 * at once.
 */
const overdueSpreadMs = hourMs;
const promptSpreadMs = 15 * minuteMs;

/** From 0 up to, but not including, 1. */
export type Chance = () => number;

const between = (low: number, high: number, chance: Chance) => low + chance() * (high - low);

/**
 * Delay of the first check after installation, in ms. Even computers installed in the same second
 * are spread evenly from the first hour (the equilibrium of the renewal process that `afterSuccess`
 * makes).
 */
export function firstDelayMs(chance: Chance): number {
  // Long intervals cover more time, so draw the interval in proportion to its length, then a point
  // in it.
  const interval = Math.sqrt(between(shortestMs ** 2, longestMs ** 2, chance));
  return between(0, interval, chance);
}

export function afterSuccessMs(chance: Chance): number {
  return between(shortestMs, longestMs, chance);
}

/**
 * Delay after a failure, in ms: doubles each time, half of it random, at least `retryAfterMs`, at
 * most a day.
 */
export function afterFailureMs(failures: number, retryAfterMs: number, chance: Chance): number {
  const full = Math.min(firstRetryMs * 2 ** Math.max(0, failures - 1), longestRetryMs);
  return Math.min(Math.max(between(full / 2, full, chance), retryAfterMs), longestRetryMs);
}

/**
 * Time of the next check, in ms since 1970, from the stored state. Implausible stored times are
 * drawn again. `prompt`: the first check of an organization's feed, whose small fleet expects it
 * soon.
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
