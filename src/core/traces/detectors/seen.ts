// What the scripts in pages tell of.
import * as v from 'valibot';
import { InjectedTagSchema } from './page-injection.ts';
import { StartPageSeenSchema } from './start-page.ts';
import { VerdictIconsSeenSchema } from './verdict-icons.ts';

export const TraceSeenSchema = v.variant('kind', [
  v.object({
    kind: v.literal('tags'),
    /** The address under which the document was loaded. */
    page: v.pipe(v.string(), v.maxLength(20_000)),
    tags: v.pipe(v.array(InjectedTagSchema), v.maxLength(20)),
  }),
  v.object({ kind: v.literal('icons'), ...VerdictIconsSeenSchema.entries }),
  v.object({ kind: v.literal('start-page'), ...StartPageSeenSchema.entries }),
]);
