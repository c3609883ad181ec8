// A string that a locale lacks would cost each start in that language a question to the browser.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { noticeKeys, noticeStringsOf } from '../../../../src/core/i18n/notice-strings.ts';

it.each(readdirSync('_locales'))('The locale %s has all strings of a notice', (locale) => {
  const messages = JSON.parse(readFileSync(`_locales/${locale}/messages.json`, 'utf8')) as Record<
    string,
    { readonly message: string }
  >;
  expect(Object.keys(noticeStringsOf(messages))).toEqual([...noticeKeys]);
});
