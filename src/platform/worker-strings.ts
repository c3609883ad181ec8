// Interface strings for the worker: in the browser's language, or in the one a person chose.
import browser from 'webextension-polyfill';
import type { Say } from '../core/say.ts';

/** The browser's own strings; they follow its interface language. */
export function browserStrings(): Say {
  return (key, ...values) => browser.i18n.getMessage(key, values);
}

export function browserLanguage(): string {
  return browser.i18n.getUILanguage();
}

/** The messages of `_locales/<folder>`, or nothing where we have no such language. */
export async function localeMessages(folder: string): Promise<unknown> {
  const response = await fetch(browser.runtime.getURL(`_locales/${folder}/messages.json`)).catch(() => undefined);
  return response?.ok ? response.json() : undefined;
}
