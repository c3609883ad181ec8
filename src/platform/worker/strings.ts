// Interface strings for the worker, in the browser's language or the user's.
import browser from 'webextension-polyfill';
import { loadMessages, type Translate } from '../../core/i18n/messages.ts';
import { readOwnJson } from './own-files.ts';

/** In the browser's language. */
export const browsersOwn: Translate = (key, ...values) => browser.i18n.getMessage(key, values);

const read = new Map<string, Promise<unknown>>();

/** Read once per worker: needed for every page. */
function messagesOf(locale: string): Promise<unknown> {
  const known = read.get(locale);
  if (known) return known;
  const messages = readOwnJson(`_locales/${locale}/messages.json`).catch(() => undefined);
  read.set(locale, messages);
  return messages;
}

export function browserLanguage(): string {
  return browser.i18n.getUILanguage();
}

/** Interface strings of a language, whatever the browser's. */
export function stringsOf(language: string): Promise<Translate> {
  return loadMessages(language, browsersOwn, messagesOf);
}
