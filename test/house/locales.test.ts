// Every locale against the English one: the same keys, the same values in them, and words of its own.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

type Messages = Readonly<Record<string, { readonly message: string }>>;

const folder = join(import.meta.dirname, '..', '..', '_locales');
const names = readdirSync(folder).sort();
const read = (name: string): Messages =>
  JSON.parse(readFileSync(join(folder, name, 'messages.json'), 'utf8')) as Messages;
const english = read('en');
const others = names
  .filter((name) => name !== 'en')
  .map((name): readonly [string, Messages] => [name, read(name)]);

/** Names, and texts that hold nothing but values: the same in every language. */
const isNameless = (key: string) =>
  /^(?:extensionName|extensionShortName|popupPlatform_\w+)$/.test(key) ||
  !/\p{L}/u.test((english[key]?.message ?? '').replace(/\$\d/g, ''));
/** Words that are spelled alike. */
const alike: Readonly<Record<string, readonly string[]>> = { es: [] };
const placeholders = (text: string) => [...new Set(text.match(/\$\d/g))].sort().join(' ');
/** Words that no other language we speak has. */
const englishWords =
  /\b(?:the|and|of|this|that|with|you|your|is|are|not|it|for|from|has|was|were|will|by)\b/i;

/** The store's limits, in characters. */
const limits: Readonly<Record<string, number>> = {
  extensionName: 75,
  extensionShortName: 12,
  extensionDescription: 132,
};

test('English and Spanish are there', () => {
  expect(names).toEqual(expect.arrayContaining(['en', 'es']));
});

test.each(names)('%s keeps the limits of the stores', (name) => {
  const messages = read(name);
  expect(
    Object.entries(limits).filter(
      ([key, limit]) => (messages[key]?.message.length ?? Infinity) > limit,
    ),
  ).toEqual([]);
});

test.each(names)('%s says which language it is', (name) => {
  expect(read(name)['interfaceLanguage']?.message).toBe(name);
});

test.each(others)('%s has exactly the keys of English, in its order', (_, messages) => {
  expect(Object.keys(messages)).toEqual(Object.keys(english));
});

test.each(others)(
  '%s has the values of English in each string, and no string is empty',
  (_, messages) => {
    const faults = Object.keys(english).filter((key) => {
      const text = messages[key]?.message ?? '';
      return (
        text.trim() === '' ||
        text !== text.trim() ||
        placeholders(text) !== placeholders(english[key]?.message ?? '')
      );
    });
    expect(faults).toEqual([]);
  },
);

test.each(others)('%s has no English left', (name, messages) => {
  const left = Object.entries(messages).filter(
    ([key, { message }]) =>
      !isNameless(key) &&
      !alike[name]?.includes(key) &&
      (message === english[key]?.message || englishWords.test(message)),
  );
  expect(left).toEqual([]);
});

test.each(others)('%s counts as English does where it counts', (name, messages) => {
  const forms = new Intl.PluralRules(name.replace('_', '-')).resolvedOptions().pluralCategories;
  const counted = Object.keys(english).filter(
    (key) => key.endsWith('_other') && `${key.slice(0, -6)}_one` in english,
  );
  expect(counted.length).toBeGreaterThan(5);
  expect(forms).toEqual(expect.arrayContaining(['one', 'other']));
  expect(
    counted.filter(
      (key) => messages[key]?.message === messages[`${key.slice(0, -6)}_one`]?.message,
    ),
  ).toEqual([]);
});
