// The form of what is stored of sightings. Apart from weighing them, since every start reads it.
import * as v from 'valibot';

const InstantSchema = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'must be an existing date'),
);

export const SightingSchema = v.object({
  trace: v.pipe(v.string(), v.maxLength(80)),
  /** The surest that was seen. */
  kind: v.picklist(['live', 'likely', 'unproved', 'stale']),
  /** Unrelated sites within one session of the browser, counted up to two. */
  sites: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2)),
  firstSeen: InstantSchema,
  lastSeen: InstantSchema,
});

export type Sighting = v.InferOutput<typeof SightingSchema>;

/** Kept for a session, to count unrelated sites; those with a stale copy don't count. */
export const SiteSeenSchema = v.object({
  trace: v.string(),
  site: v.string(),
  isStale: v.boolean(),
});
export type SiteSeen = v.InferOutput<typeof SiteSeenSchema>;
