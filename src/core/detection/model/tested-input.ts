import * as v from 'valibot';

/** One line that a person tests on the options page. */
export const TestedInputSchema = v.object({
  type: v.picklist(['url', 'download', 'filename', 'domain']),
  value: v.pipe(v.string(), v.maxLength(8192)),
});
