// A change between two versions, as data.
import * as v from 'valibot';
import { TextSchema } from '../../i18n/text.ts';

export const changeSubjects = [
  'deadlines',
  'ban',
  'places',
  'applies',
  'questions',
  'alternatives',
  'removal',
  'notices',
  'sites',
  'rules',
  'sources',
] as const;
export type ChangeSubject = (typeof changeSubjects)[number];

export const ChangeSchema = v.object({
  subject: v.picklist(changeSubjects),
  /** `moved`: a deadline's date changed, from one instant to another. */
  kind: v.picklist(['added', 'removed', 'changed', 'moved']),
  what: TextSchema,
  from: v.optional(v.string()),
  to: v.optional(v.string()),
});
export type Change = v.InferOutput<typeof ChangeSchema>;
