import * as v from 'valibot';

/** One line that a person tests on the options page. */
export const TestedInputSchema = v.object({
  type: v.picklist(['url', 'download', 'filename', 'domain']),
  value: v.pipe(v.string(), v.maxLength(8192)),
  /** The page's, which counts as well as its address. */
  title: v.optional(v.pipe(v.string(), v.maxLength(8192))),
});
