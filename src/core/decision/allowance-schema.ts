// The form of a stored permission. Apart from spending it, since every start reads it.
import * as v from 'valibot';

export const AllowanceSchema = v.object({
  /** Known addresses of the chain of requests that it was given for. */
  addresses: v.array(v.string()),
  /** For a file that we can't get again: the next download of the same site with this label. */
  site: v.optional(v.object({ page: v.string(), files: v.array(v.string()), label: v.string() })),
  /** The download that used it. */
  downloadId: v.optional(v.number()),
  until: v.number(),
  isPrivate: v.optional(v.boolean()),
});
export type Allowance = v.InferOutput<typeof AllowanceSchema>;
