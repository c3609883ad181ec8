// D4: a program that the software registered with the browser for its own extension. Chromium says
// "forbidden" of one that is there and "not found" of one that isn't; nothing is started and
// nothing sent.
import * as v from 'valibot';
import { traceEntries, type Judgement } from './trace.ts';

export const NativeHostSchema = v.strictObject({
  ...traceEntries,
  detector: v.literal('native-host'),
  names: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(255), v.regex(/^[a-z0-9_]+(\.[a-z0-9_]+)+$/))),
    v.minLength(1),
  ),
});

/**
 * The browser's answer for a native program. `started`: it let us connect, so it isn't the
 * vendor's.
 */
export type HostAnswer = 'forbidden' | 'not-found' | 'started' | 'other';

const answers: readonly (readonly [RegExp, HostAnswer])[] = [
  [/^Access to the specified native messaging host is forbidden\.?$/, 'forbidden'],
  [/^Specified native messaging host not found\.?$/, 'not-found'],
];

/** Reads the browser's sentence; it has no other sign. */
export function hostAnswer(sentence: string): HostAnswer {
  return answers.find(([pattern]) => pattern.test(sentence))?.[1] ?? 'other';
}

export function judgeNativeHosts(
  trace: v.InferOutput<typeof NativeHostSchema>,
  said: ReadonlyMap<string, HostAnswer>,
): Judgement[] {
  return trace.names.some((name) => said.get(name) === 'forbidden')
    ? [{ trace: trace.id, kind: 'live' }]
    : [];
}
