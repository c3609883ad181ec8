// Retry timing and how to read a collector's answer, by the OTLP/HTTP specification. We retry in
// more cases: whatever a server, one before it, or a wrong setup answers, which an administrator
// fixes while the events wait, and every web page: no collector sends one.
import * as v from 'valibot';
import { hourMs, retryAfterMs } from '../base/time.ts';

/** Most events in one request. */
export const batchSize = 200;
/**
 * Most events kept on disk; the oldest are dropped and counted. A batch being sent comes on top.
 */
export const queueLimit = 10_000;

const firstDelayMs = 5_000;
const longestDelayMs = hourMs;
const longestAskedMs = 24 * longestDelayMs;
/** The fault is in the events themselves, and they would be refused again. */
const refusals: readonly number[] = [400, 413, 415, 422];

type Outcome =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'retry'; readonly afterMs: number; readonly failures: number }
  /** Too large for one request: resend half as many at once. */
  | { readonly kind: 'halve' }
  | { readonly kind: 'rejected' };

/** Delivery state, stored on disk. Times are RFC 3339. */
export const DeliveryStatusSchema = v.object({
  /** Failed attempts in a row without a `Retry-After`. */
  failures: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Milliseconds since 1970; 0 for immediately. */
  nextAttemptAt: v.pipe(v.number(), v.minValue(0)),
  deliveredAt: v.nullable(v.string()),
  /** The last failed attempt; `status` is the HTTP status, or null without an answer. */
  failure: v.nullable(v.object({ at: v.string(), status: v.nullable(v.number()) })),
});
export type DeliveryStatus = v.InferOutput<typeof DeliveryStatusSchema>;

export const neverDelivered: DeliveryStatus = {
  failures: 0,
  nextAttemptAt: 0,
  deliveredAt: null,
  failure: null,
};

/** Exponential delay, at most an hour. `chance` in [0, 1) spreads a fleet over its second half. */
function backOffMs(failures: number, chance: number): number {
  const delay = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures, 20));
  return Math.round(delay / 2 + (delay / 2) * chance);
}

export interface CollectorAnswer {
  /** HTTP status; null if there was no answer in time. */
  readonly status: number | null;
  readonly retryAfter: string | null;
  /** The response's, where it names one. */
  readonly contentType?: string | null;
  readonly body?: string;
}

const isMarkup = (body: string): boolean => /^\s*</.test(body);
const isHtml = (contentType: string): boolean => /html/i.test(contentType);

/**
 * A collector answers with JSON, Protobuf, a word, or nothing. Servers that somebody wrote for
 * themselves often call all of these HTML; a sign-in form says more. An empty page with status 200
 * may be either's, or a form that was cut off: the events wait.
 */
function isCollectors(status: number, contentType: string, body: string): boolean {
  const isPage = isHtml(contentType);
  if (body.trim() === '') return !isPage || status !== 200;
  if (isMarkup(body) || /^(?:image|audio|video|font)\/|css|script/i.test(contentType)) return false;
  return !isPage || /^\s*(?:[[{]|\w{1,20}\s*$)/.test(body);
}

/**
 * `failures`: count before this attempt. `sent`: events in the request. A `Retry-After` is obeyed
 * and doesn't raise the failure count; otherwise one lost answer after many of them would cost an
 * hour. One for at once, or for a time that is over, names no wait: obeyed, it would be a loop.
 */
export function outcomeOf(
  { status, retryAfter, contentType, body = '' }: CollectorAnswer,
  failures: number,
  sent: number,
  nowMs: number,
  chance: number,
): Outcome {
  const type = contentType ?? '';
  const isSuccess = status !== null && status >= 200 && status < 300;
  if (isSuccess && isCollectors(status, type, body)) return { kind: 'delivered' };
  if (status === 413 && sent > 1) return { kind: 'halve' };
  const isRefusal = status !== null && refusals.includes(status);
  if (isRefusal && !isHtml(type) && !isMarkup(body)) return { kind: 'rejected' };
  const asked = retryAfterMs(retryAfter, nowMs);
  if (asked !== null && asked >= firstDelayMs)
    return { kind: 'retry', afterMs: Math.min(asked, longestAskedMs), failures };
  return { kind: 'retry', afterMs: backOffMs(failures, chance), failures: failures + 1 };
}

/**
 * Earliest time of the next attempt, in ms since 1970. Ignores times too far ahead, which a clock
 * set back would leave.
 */
export function nextAttemptAt({ nextAttemptAt: planned }: DeliveryStatus, nowMs: number): number {
  return planned > nowMs + longestAskedMs ? nowMs : Math.max(planned, nowMs);
}

/** Whether deliveries currently fail: no success since the last failure. Times are RFC 3339. */
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
