// D6: the icons that the software puts behind the results of a search. Their name holds the moment
// at which they were made, so that those of a saved page are told from those of now.
import * as v from 'valibot';
import { isHostIn, traceEntries, TraceHostSchema, type Judgement } from './trace.ts';

export const VerdictIconsSchema = v.strictObject({
  ...traceEntries,
  detector: v.literal('verdict-icons'),
  /** Search engines; nowhere else is looked for icons. */
  hosts: v.pipe(v.array(TraceHostSchema), v.minLength(1)),
  /** The part before the timestamp in an icon's name. */
  namePrefix: v.pipe(v.string(), v.regex(/^[a-z_]{2,12}$/)),
});

/** Names of small pictures that stand right behind links, as the script in the page found them. */
export const VerdictIconsSeenSchema = v.object({
  names: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(50)),
  /** When the document began to load, and when it was looked at, in ms since 1970. */
  openedAt: v.number(),
  seenAt: v.number(),
});

/** One picture may stand anywhere; a page of results has many. */
const leastIcons = 2;
/** Clocks of the page and of the system are set apart by a little. */
const toleranceMs = 5_000;

export function judgeIcons(
  trace: v.InferOutput<typeof VerdictIconsSchema>,
  { names, openedAt, seenAt }: v.InferOutput<typeof VerdictIconsSeenSchema>,
  host: string,
): Judgement[] {
  if (!isHostIn(trace.hosts, host)) return [];
  const moments = names
    .filter(
      (name) =>
        name.startsWith(trace.namePrefix) && /^\d{13}$/.test(name.slice(trace.namePrefix.length)),
    )
    .map((name) => Number(name.slice(trace.namePrefix.length)));
  if (moments.length < leastIcons) return [];
  const isNow = moments.every(
    (moment) => moment >= openedAt - toleranceMs && moment <= seenAt + toleranceMs,
  );
  return [{ trace: trace.id, kind: isNow ? 'live' : 'stale' }];
}
