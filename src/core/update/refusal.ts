// Every reason not to take over what a feed brought, with the data that its sentence needs. Names follow the TUF specification.
import * as v from 'valibot';

const text = v.pipe(v.string(), v.maxLength(400));
const count = v.number();
const reason = <Name extends string, Data extends v.ObjectEntries>(name: Name, data: Data) =>
  v.object({ reason: v.literal(name), ...data });

export const RefusalSchema = v.variant('reason', [
  // The way here.
  reason('unreachable', {}),
  reason('timed-out', { seconds: count }),
  reason('too-large', { limitBytes: count }),
  reason('status', { status: count }),
  reason('redirected', {}),
  reason('content-type', { contentType: text }),
  /** "Not modified", and there is nothing here that could be unmodified. */
  reason('not-modified-without-copy', {}),
  // The envelope: arbitrary content, wrong keys.
  reason('envelope', { message: text }),
  reason('header', { message: text }),
  reason('unknown-key', { kid: text }),
  reason('bad-signature', { kid: text }),
  reason('too-few-signatures', { have: count, need: count }),
  // What was signed.
  reason('not-json', { message: text }),
  reason('unknown-format', {}),
  reason('schema', { path: text, message: text }),
  reason('other-feed', { id: text }),
  reason('rollback', { version: count, have: count }),
  /** The same version with other bytes. */
  reason('equivocation', { version: count }),
  /** An old document shown for ever (freeze), or a computer whose clock is ahead. */
  reason('expired', { expires: text }),
  /** Issued after now, or a computer whose clock is behind. */
  reason('far-future', { issued: text }),
  reason('valid-too-long', { expires: text, days: count }),
  /** It was right, and could not be written down. */
  reason('not-stored', {}),
  // The chain of trust.
  reason('root-version', { version: count, expected: count }),
  reason('root-expired', { expires: text }),
]);

export type Refusal = v.InferOutput<typeof RefusalSchema>;

/** Words from outside, short enough to be stored and shown. */
export function clipped(words: string): string {
  return words.length <= 300 ? words : `${words.slice(0, 299)}…`;
}
