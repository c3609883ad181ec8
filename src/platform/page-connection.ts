// What pages of ours need of the browser: the worker, strings, the news that something stored changed, the clipboard.
import browser from 'webextension-polyfill';
import type { Answer, Replies, RequestName, RequestOf } from '../messages.ts';
import { pickLanguage, sayFrom, type Say } from '../core/say.ts';

/** The worker's reply. Rejects with the worker's own words, or the browser's where the worker could not be reached. */
async function ask<Name extends RequestName>(name: Name, request: RequestOf<Name>): Promise<Replies[Name]> {
  const answer: Answer<Name> | undefined = await browser.runtime.sendMessage({ name, request });
  if (!answer) throw new Error(`The extension gave no answer to ${name}.`);
  if ('error' in answer) throw new Error(answer.error);
  return answer.reply;
}

const browsersOwn: Say = (key, ...values) => browser.i18n.getMessage(key, values);

/** Interface strings of a language; the browser's own choice of ours where it is the same, or where that one can't be read. */
async function stringsOf(language: string): Promise<Say> {
  const own = browser.i18n.getMessage('@@ui_locale');
  if (pickLanguage(own, [language]) === language) return browsersOwn;
  const folder = language.replaceAll('-', '_');
  const response = await fetch(browser.runtime.getURL(`_locales/${folder}/messages.json`)).catch(() => undefined);
  return response?.ok ? sayFrom(await response.json(), browsersOwn) : browsersOwn;
}

/** Calls back after each change of what is stored or ordered by policy; returns the way to stop. */
function onChange(listener: () => void): () => void {
  const { onChanged } = browser.storage;
  onChanged.addListener(listener);
  return () => onChanged.removeListener(listener);
}

export const pageConnection = {
  ask,
  stringsOf,
  onChange,
  copy: (text: string) => navigator.clipboard.writeText(text),
};
