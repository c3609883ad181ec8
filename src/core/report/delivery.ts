// When to try again, and what an answer of the collector means. The OTLP/HTTP specification's rules for retries, kept longer in two cases: an
// error inside the collector (500), and one of its set-up (401, 403, 404, 407), which an administrator mends while the events wait.
import * as v from 'valibot';

/** Events in one request. */
export const batchSize = 200;
/** Events kept on disk; beyond it the oldest fall out and are counted. A batch that is under way is kept beside them. */
export const queueLimit = 10_000;

const firstDelayMs = 5_000;
const longestDelayMs = 60 * 60 * 1000;
const longestAskedMs = 24 * longestDelayMs;
const retried: readonly number[] = [401, 403, 404, 407, 408, 429, 500, 502, 503, 504];

export type Outcome =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'retry'; readonly afterMs: number; readonly failures: number }
  /** Too much for one request: at once again, with half as much. */
  | { readonly kind: 'halve' }
  | { readonly kind: 'rejected' };

/** What is remembered of the deliveries. Instants are RFC 3339. */
export const DeliveryStatusSchema = v.object({
  /** Attempts in a row that failed without a word on when to come back. */
  failures: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Milliseconds since 1970; 0 for at once. */
  nextAttemptAt: v.pipe(v.number(), v.minValue(0)),
  deliveredAt: v.nullable(v.string()),
  /** The last attempt that failed; `status` is the collector's, or null where it gave none. */
  failure: v.nullable(v.object({ at: v.string(), status: v.nullable(v.number()) })),
});
export type DeliveryStatus = v.InferOutput<typeof DeliveryStatusSchema>;

export const neverDelivered: DeliveryStatus = {
  failures: 0,
  nextAttemptAt: 0,
  deliveredAt: null,
  failure: null,
};

/** `Retry-After` in seconds or as a date; null where there is none or it can't be read. */
function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}

/** Doubles with each failure up to an hour; `chance` in [0, 1) spreads a fleet over the second half of the delay. */
function backOffMs(failures: number, chance: number): number {
  const delay = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures, 20));
  return Math.round(delay / 2 + (delay / 2) * chance);
}

export interface CollectorAnswer {
  /** HTTP status; null when there was no answer in time. */
  readonly status: number | null;
  readonly retryAfter: string | null;
}

/**
 * `failures`: as in the status before this attempt. `sent`: events in the request. A collector that says when to come back is waited for as
 * it says, and adds nothing to the wait after a later failure: else the first lost answer after a long "come back in a second" costs an hour.
 */
export function outcomeOf(
  { status, retryAfter }: CollectorAnswer,
  failures: number,
  sent: number,
  nowMs: number,
  chance: number,
): Outcome {
  if (status !== null && status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === 413 && sent > 1) return { kind: 'halve' };
  if (status !== null && !retried.includes(status)) return { kind: 'rejected' };
  const asked = retryAfterMs(retryAfter, nowMs);
  if (asked !== null) return { kind: 'retry', afterMs: Math.min(asked, longestAskedMs), failures };
  return { kind: 'retry', afterMs: backOffMs(failures, chance), failures: failures + 1 };
}

/** When the next attempt may be made. A clock that was set back must not stop the deliveries for years. */
export function nextAttemptAt({ nextAttemptAt: planned }: DeliveryStatus, nowMs: number): number {
  return planned > nowMs + longestAskedMs ? nowMs : Math.max(planned, nowMs);
}

/** Whether deliveries fail as things stand; a delivery after a failure ends it. Instants are RFC 3339. */
export function isFailing({
  failure,
  deliveredAt,
}: {
  readonly failure: { readonly at: string } | null;
  readonly deliveredAt: string | null;
}): boolean {
  return (
    failure !== null && (deliveredAt === null || Date.parse(failure.at) >= Date.parse(deliveredAt))
  );
}
