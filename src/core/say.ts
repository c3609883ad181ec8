// Interface strings as the core sees them: a key in, a sentence out.
import * as v from 'valibot';

/** Looks up an interface string and puts the values in place of $1, $2, ... */
export type Say = (key: string, ...values: string[]) => string;

const MessagesSchema = v.record(v.string(), v.object({ message: v.string() }));

/** Strings from a locale's messages.json, each missing one from `fallback`. */
export function sayFrom(messages: unknown, fallback: Say): Say {
  const parsed = v.safeParse(MessagesSchema, messages);
  if (!parsed.success) return fallback;
  const known = new Map(Object.entries(parsed.output));
  return (key, ...values) => {
    const message = known.get(key)?.message;
    if (message === undefined) return fallback(key, ...values);
    return message.replace(/\$([1-9])/g, (_, place: string) => values[Number(place) - 1] ?? '');
  };
}

/** The language to speak among those there are: the wanted one, its parent, a sibling, else English. */
export function pickLanguage(wanted: string, available: readonly string[]): string {
  const base = (language: string) => language.toLowerCase().split(/[-_]/)[0];
  return (
    available.find((language) => language.toLowerCase() === wanted.toLowerCase().replaceAll('_', '-')) ??
    available.find((language) => language === base(wanted)) ??
    available.find((language) => base(language) === base(wanted)) ??
    'en'
  );
}
