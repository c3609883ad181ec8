import { describe, expect, test } from 'vitest';
import { pickLanguage, loadMessages, type Translate } from '../../../../src/core/i18n/messages.ts';

const locales: Readonly<Record<string, unknown>> = {
  en: { interfaceLanguage: { message: 'en' }, greeting: { message: 'Hello, $1' } },
  es: { interfaceLanguage: { message: 'es' }, greeting: { message: 'Hola, $1' } },
  ar: { interfaceLanguage: { message: 'ar' }, greeting: { message: 'مرحبا $1' } },
};
const messagesOf = (locale: string) => Promise.resolve(locales[locale]);

/** As a browser does: its own choice of our locales, whatever language we want. */
const browserOf =
  (locale: string): Translate =>
  (key, name = '') =>
    `${{ interfaceLanguage: locale, greeting: `From the browser in ${locale}, ` }[key] ?? ''}${name}`;

describe('Interface strings', () => {
  test.each([
    ['en', 'en', 'From the browser in en, Ana'],
    ['en', 'es', 'Hola, Ana'],
    ['es', 'en', 'Hello, Ana'],
    ['es', 'es', 'From the browser in es, Ana'],
  ])(
    'In a browser that speaks %s and with %s chosen, they are in the chosen language',
    async (browser, chosen, said) => {
      expect((await loadMessages(chosen, browserOf(browser), messagesOf))('greeting', 'Ana')).toBe(
        said,
      );
    },
  );

  test('A regional language that has no locale of its own gets its parent’s', async () => {
    expect((await loadMessages('es-MX', browserOf('en'), messagesOf))('greeting', 'Ana')).toBe(
      'Hola, Ana',
    );
  });

  test('A language without a locale gets English, not what the browser happens to speak', async () => {
    expect((await loadMessages('fr', browserOf('es'), messagesOf))('greeting', 'Ana')).toBe(
      'Hello, Ana',
    );
  });

  test.each([
    ['the locale’s file', 'en', 'مرحبا \u2068Ana\u2069'],
    ['the browser', 'ar', 'From the browser in ar, \u2068Ana\u2069'],
  ])(
    'In a language that is read from the right, from %s, each value keeps its own direction',
    async (_, browser, said) => {
      expect((await loadMessages('ar', browserOf(browser), messagesOf))('greeting', 'Ana')).toBe(
        said,
      );
    },
  );

  test('Where no file can be read, the browser’s strings stand in', async () => {
    expect(
      (await loadMessages('es', browserOf('en'), () => Promise.resolve(undefined)))(
        'greeting',
        'Ana',
      ),
    ).toBe('From the browser in en, Ana');
  });
});

describe('The language to speak', () => {
  test.each([
    ['es', 'es'],
    ['es-MX', 'es'],
    ['es_419', 'es'],
    ['en-US', 'en'],
    ['fr', 'en'],
    ['', 'en'],
  ])('For %s, of English and Spanish, it is %s', (wanted, language) => {
    expect(pickLanguage(wanted, ['en', 'es'])).toBe(language);
  });

  test('prefers a language’s parent to its sibling, and a sibling to English', () => {
    expect(pickLanguage('es-MX', ['en', 'es-AR', 'es'])).toBe('es');
    expect(pickLanguage('es-MX', ['en', 'es-AR'])).toBe('es-AR');
  });
});
