import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import messages from '../../../_locales/en/messages.json' with { type: 'json' };
import { translate } from '../../../src/core/i18n/text.ts';
import { textDirection } from '../../../src/core/i18n/bidi.ts';
import { checkAdvisory } from '../../../src/core/advisory/editorial/check.ts';
import { parseAdvisory } from '../../../src/core/advisory/parse.ts';
import packaged from '../../../src/data/advisory.json' with { type: 'json' };
import {
  mirrored,
  mirroredLanguage,
  pseudoAdvisory,
  pseudoMessages,
  stretched,
  stretchedLanguage,
} from '../../cases/pseudo-locale.ts';

const words = Object.values(messages)
  .map(({ message }) => message)
  .filter((message) => /[a-z]/i.test(message.replace(/\$\d/g, '')));
const placeholders = (text: string) => (text.match(/\$\d/g) ?? []).join(' ');
const withoutMarks = (text: string) => text.replace(/[\u200F\u202E\u202C]/g, '');

describe('The stretched language', () => {
  test('makes each string at least 40 % longer, and few longer than half as much again', () => {
    expect(words.filter((word) => stretched(word).length < word.length * 1.4)).toEqual([]);
    expect(
      words.filter((word) => word.length > 10 && stretched(word).length > word.length * 1.5),
    ).toEqual([]);
  });

  test('keeps the values and a text without letters', () => {
    expect(words.filter((word) => placeholders(stretched(word)) !== placeholders(word))).toEqual(
      [],
    );
    expect(stretched('$1: $2')).toBe('$1: $2');
    expect(stretched('Add')).toBe('Ådddd');
  });

  test('is at least 40 % longer for any text with a letter', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const text = `${before}a${after}`;
        expect(stretched(text).length).toBeGreaterThanOrEqual(text.length * 1.4);
      }),
    );
  });
});

describe('The mirrored language', () => {
  test('reads from the right, and says the same', () => {
    expect(textDirection(mirroredLanguage)).toBe('rtl');
    expect(mirrored('Try again')).toBe('\u200F\u202ETry\u202C\u200F \u200F\u202Eagain\u202C\u200F');
    expect(words.filter((word) => withoutMarks(mirrored(word)) !== word)).toEqual([]);
    expect(words.filter((word) => placeholders(mirrored(word)) !== placeholders(word))).toEqual([]);
  });
});

describe.each([
  [stretchedLanguage, stretched],
  [mirroredLanguage, mirrored],
] as const)('In %s', (language, change) => {
  test('there is every interface string', () => {
    const said = pseudoMessages(messages, language, change);
    expect(Object.keys(said)).toEqual(Object.keys(messages));
    expect(said['popupRetry']?.message).toBe(change('Try again'));
    expect(said['interfaceLanguage']?.message).toBe(language);
  });

  test('there is every text of the advisory, which stays a good one', () => {
    const result = parseAdvisory(
      new TextEncoder().encode(JSON.stringify(pseudoAdvisory(packaged, language, change))),
    );
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(checkAdvisory(result.value)).toEqual([]);
    expect(translate(result.value.ban.headline.text, language)).toBe(
      change(packaged.ban.headline.text.en),
    );
  });
});
