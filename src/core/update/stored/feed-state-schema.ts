// The form of a feed's stored check history. Apart from its rules, since every start reads it.
import * as v from 'valibot';
import { RefusalSchema } from '../refusal.ts';

const InstantSchema = v.pipe(v.string(), v.isoTimestamp());

export const FeedStateSchema = v.object({
  /** A different address is a different feed, so its state starts empty. */
  address: v.string(),
  checkedAt: v.nullable(InstantSchema),
  /** Last time a check found the version in use signed and current. */
  verifiedAt: v.nullable(InstantSchema),
  /** The feed's last response; describes the version in use as long as the versions match. */
  copy: v.nullable(
    v.object({
      etag: v.nullable(v.string()),
      version: v.number(),
      issued: v.string(),
      expires: v.string(),
      signedBy: v.array(v.string()),
    }),
  ),
  failures: v.pipe(v.number(), v.integer(), v.minValue(0)),
  refusal: v.nullable(RefusalSchema),
  /** Milliseconds since 1970. */
  nextCheckAt: v.nullable(v.number()),
});
export type FeedState = v.InferOutput<typeof FeedStateSchema>;
