// Interface strings as the core sees them: a key in, a sentence out. Whatever is put into one keeps its own direction.
import { isolated } from './bidi.ts';

/** Looks up an interface string and puts the values in place of $1, $2, ... */
export type Translate = (key: string, ...values: string[]) => string;

/** By hand and not by schema: every page of ours carries this module to its first screen. */
function messageOf(messages: ReadonlyMap<string, unknown>, key: string): string | undefined {
  const entry = messages.get(key);
  return typeof entry === 'object' &&
    entry !== null &&
    'message' in entry &&
    typeof entry.message === 'string'
    ? entry.message
    : undefined;
}

/** Strings from a locale's messages.json, each missing one from `fallback`. */
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

/** The same of strings whose values the browser puts in. */
function isolating(t: Translate): Translate {
  const language = t('interfaceLanguage');
  return (key, ...values) => t(key, ...values.map((value) => isolated(value, language)));
}

/** A language's own locale, then its parent's, then English, as the folders below `_locales` are named. */
function localesFor(language: string): string[] {
  const own = language.replaceAll('-', '_');
  return [...new Set([own, own.split('_')[0] ?? own, 'en'])];
}

/**
 * Strings of a language, whichever one the browser speaks: from the browser where it chose the same of our locales, else
 * from the locale's file by `messagesOf`, which gives undefined for a locale that we don't have.
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

/** The language to speak among those there are: the wanted one, its parent, a sibling, else English. */
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
