// D7: the page that the software opens for its own extension. A person can open it too, by a link or by its address.
import * as v from 'valibot';
import { isHostIn, traceEntries, TraceHostSchema, type Judgement } from './trace.ts';

export const StartPageSchema = v.strictObject({
  ...traceEntries,
  detector: v.literal('start-page'),
  hosts: v.pipe(v.array(TraceHostSchema), v.minLength(1)),
});

/** How the document came into its tab, as the script in the page can tell. */
export const StartPageSeenSchema = v.object({
  /** The tab showed nothing before it. */
  isFirst: v.boolean(),
  hasReferrer: v.boolean(),
  /** Neither reloaded nor gone back to. */
  isNavigation: v.boolean(),
});

export function judgeStartPage(
  trace: v.InferOutput<typeof StartPageSchema>,
  { isFirst, hasReferrer, isNavigation }: v.InferOutput<typeof StartPageSeenSchema>,
  host: string,
): Judgement[] {
  const isOpenedFromOutside = isFirst && !hasReferrer && isNavigation;
  return isHostIn(trace.hosts, host) && isOpenedFromOutside
    ? [{ trace: trace.id, kind: 'live' }]
    : [];
}
