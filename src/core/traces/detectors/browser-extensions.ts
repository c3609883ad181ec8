// D3: extensions of the vendor in this browser, by their ids. A name proves nothing: anybody may use it.
import * as v from 'valibot';
import { traceEntries, type Judgement } from './trace.ts';

export const BrowserExtensionsSchema = v.strictObject({
  ...traceEntries,
  detector: v.literal('browser-extensions'),
  ids: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty(), v.maxLength(255))), v.minLength(1)),
});

export function judgeExtensions(
  trace: v.InferOutput<typeof BrowserExtensionsSchema>,
  installed: readonly { readonly id: string }[],
): Judgement[] {
  // Browsers compare these ids as they stand.
  return installed.some(({ id }) => trace.ids.includes(id))
    ? [{ trace: trace.id, kind: 'live' }]
    : [];
}
