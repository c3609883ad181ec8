// When to try again, and what an answer of the collector means: the OTLP/HTTP specification's rules for retries.

/** Events in one request. */
export const batchSize = 200;
/** Events kept on disk; beyond it the oldest fall out and are counted. */
export const queueLimit = 5000;

const firstDelayMs = 5_000;
const longestDelayMs = 60 * 60 * 1000;

export type Outcome = { readonly kind: 'delivered' } | { readonly kind: 'retry'; readonly afterMs: number } | { readonly kind: 'rejected'; readonly status: number };

/** `Retry-After` in seconds or as a date; null where there is none or it can't be read. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}

/** Doubles with each failure up to an hour; `chance` in [0, 1) spreads a fleet over the second half of the delay. */
export function backOffMs(failures: number, chance: number): number {
  const delay = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures, 20));
  return Math.round(delay / 2 + (delay / 2) * chance);
}

/**
 * `status` is the HTTP status, or null when there was no answer. 429, 502, 503 and 504 are to be tried again, other errors mean that
 * the collector will never take this batch: it is dropped and counted.
 */
export function outcomeOf(status: number | null, retryAfter: string | null, failures: number, nowMs: number, chance: number): Outcome {
  if (status !== null && status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === null || [408, 429, 500, 502, 503, 504].includes(status)) {
    const asked = retryAfterMs(retryAfter, nowMs);
    return { kind: 'retry', afterMs: Math.min(asked ?? backOffMs(failures, chance), 24 * longestDelayMs) };
  }
  return { kind: 'rejected', status };
}
