import { expect, test } from 'vitest';
import { translate } from '../../../../src/core/i18n/text.ts';
import { textDirection } from '../../../../src/core/i18n/bidi.ts';

const text = { en: 'Hello', es: 'Hola', 'pt-BR': 'Olá' };

test.each([
  ['es', 'Hola'],
  ['es-MX', 'Hola'],
  ['pt', 'Olá'],
  ['pt_BR', 'Olá'],
  ['de', 'Hello'],
  ['', 'Hello'],
  ['constructor', 'Hello'],
])('A text for a reader of "%s" is "%s"', (language, expected) => {
  expect(translate(text, language)).toBe(expected);
});

test('English that stands in for Arabic keeps its own direction', () => {
  expect(translate(text, 'ar')).toBe('\u2068Hello\u2069');
  expect(translate({ ...text, ar: 'مرحبا' }, 'ar-EG')).toBe('مرحبا');
});

test('Arabic, Hebrew and Persian run from right to left, others do not', () => {
  expect(['ar-EG', 'he', 'fa_IR', 'en', 'de'].map(textDirection)).toEqual([
    'rtl',
    'rtl',
    'rtl',
    'ltr',
    'ltr',
  ]);
});
