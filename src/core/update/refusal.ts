// Every reason to refuse a feed's document, with the data to explain it. Names follow the TUF
// specification.
import * as v from 'valibot';

const text = v.pipe(v.string(), v.maxLength(400));
const count = v.number();
const reason = <Name extends string, Data extends v.ObjectEntries>(name: Name, data: Data) =>
  v.object({ reason: v.literal(name), ...data });

export const RefusalSchema = v.variant('reason', [
  // Fetching
  reason('unreachable', {}),
  reason('timed-out', { seconds: count }),
  reason('too-large', { limitBytes: count }),
  reason('status', { status: count }),
  reason('redirected', {}),
  reason('content-type', { contentType: text }),
  /** "Not modified", although we have no copy. */
  reason('not-modified-without-copy', {}),
  // The envelope: wrong format, wrong keys.
  reason('envelope', { message: text }),
  reason('header', { message: text }),
  reason('unknown-key', { kid: text }),
  reason('bad-signature', { kid: text }),
  reason('too-few-signatures', { have: count, need: count }),
  // The signed payload
  reason('not-json', { message: text }),
  reason('unknown-format', {}),
  reason('schema', { path: text, message: text }),
  reason('other-feed', { id: text }),
  reason('rollback', { version: count, have: count }),
  /** Same version, different bytes. */
  reason('equivocation', { version: count }),
  /** A replayed old document (freeze attack), or a computer whose clock is fast. */
  reason('expired', { expires: text }),
  /** Issued in the future, or a computer whose clock is slow. */
  reason('far-future', { issued: text }),
  reason('valid-too-long', { expires: text, days: count }),
  /** Accepted, but saving it failed. */
  reason('not-stored', {}),
  // The root chain
  reason('root-version', { version: count, expected: count }),
  reason('root-expired', { expires: text }),
]);

export type Refusal = v.InferOutput<typeof RefusalSchema>;

/** Clips text from outside, to be stored and shown. */
export function clipped(words: string): string {
  return words.length <= 300 ? words : `${words.slice(0, 299)}…`;
}
