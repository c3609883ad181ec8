// What a person agreed to: a look that ends by itself, and areas that are watched until they say otherwise.
import * as v from 'valibot';
import { areas, AreasSchema } from './areas.ts';

const InstantSchema = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'must be an existing date'),
);

export const TraceConsentSchema = v.object({
  look: v.nullable(v.object({ areas: AreasSchema, until: InstantSchema })),
  watched: AreasSchema,
  /** When the last look began. */
  lookedAt: v.nullable(InstantSchema),
  /** When the person ticked the last step, "check that it is gone". */
  removedAt: v.nullable(InstantSchema),
});

export type TraceConsent = v.InferOutput<typeof TraceConsentSchema>;

/** When the browser was asked for an area, in ms since 1970. */
export const TraceAskedSchema = v.object({ area: v.picklist(areas), at: v.number() });
export type TraceAsked = v.InferOutput<typeof TraceAskedSchema>;

export const noConsent: TraceConsent = { look: null, watched: [], lookedAt: null, removedAt: null };

/** Pages that are opened this long after the press are looked at too; then the permissions go back. */
export const lookMs = 2 * 60_000;
