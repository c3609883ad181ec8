// Message lookup. Inserted values are isolated so that they keep their own text direction.
import { isolated } from './bidi.ts';

/** Looks up an interface string and replaces $1, $2, ... with the values. */
export type Translate = (key: string, ...values: string[]) => string;

/** Checked by hand, not by schema, because every page loads this module for its first screen. */
function messageOf(messages: ReadonlyMap<string, unknown>, key: string): string | undefined {
  const entry = messages.get(key);
  return typeof entry === 'object' &&
    entry !== null &&
    'message' in entry &&
    typeof entry.message === 'string'
    ? entry.message
    : undefined;
}

/** Strings from a locale's messages.json; missing ones come from `fallback`. */
export function messagesFrom(messages: unknown, fallback: Translate): Translate {
  if (typeof messages !== 'object' || messages === null) return fallback;
  const known = new Map<string, unknown>(Object.entries(messages));
  const language = messageOf(known, 'interfaceLanguage') ?? '';
  return (key, ...values) => {
    const message = messageOf(known, key);
    if (message === undefined) return fallback(key, ...values);
    return message.replace(/\$([1-9])/g, (_, place: string) =>
      isolated(values[Number(place) - 1] ?? '', language),
    );
  };
}

/** Isolates the values that the browser inserts. */
function isolating(t: Translate): Translate {
  const language = t('interfaceLanguage');
  return (key, ...values) => t(key, ...values.map((value) => isolated(value, language)));
}

/** The language's own locale, then its parent, then English, named as folders of `_locales`. */
function localesFor(language: string): string[] {
  const own = language.replaceAll('-', '_');
  return [...new Set([own, own.split('_')[0] ?? own, 'en'])];
}

/**
 * Strings of a language, whatever the browser's: from the browser if it chose the same locale, else
 * from the file that `messagesOf` loads (undefined for a locale we don't have).
 */
export async function loadMessages(
  language: string,
  browsers: Translate,
  messagesOf: (locale: string) => Promise<unknown>,
): Promise<Translate> {
  const browsersOwn = isolating(browsers);
  for (const locale of localesFor(language)) {
    if (browsersOwn('interfaceLanguage') === locale) return browsersOwn;
    const messages = await messagesOf(locale);
    if (messages !== undefined) return messagesFrom(messages, browsersOwn);
  }
  return browsersOwn;
}

/** The best available language: the wanted one, its parent, a sibling, else English. */
export function pickLanguage(wanted: string, available: readonly string[]): string {
  const base = (language: string) => language.toLowerCase().split(/[-_]/)[0];
  return (
    available.find(
      (language) => language.toLowerCase() === wanted.toLowerCase().replaceAll('_', '-'),
    ) ??
    available.find((language) => language === base(wanted)) ??
    available.find((language) => base(language) === base(wanted)) ??
    'en'
  );
}
