// Everything a person reads uses one term for one thing: the interface, and the advisory as far as a term reaches.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import english from '../../_locales/en/messages.json' with { type: 'json' };
import spanish from '../../_locales/es/messages.json' with { type: 'json' };
import advisory from '../../src/data/advisory.json' with { type: 'json' };
import { advisoryTexts } from '../cases/advisory/advisory-texts.ts';
import { glossary } from '../cases/advisory/glossary.ts';

const languages = ['en', 'es'] as const;
const stringsOf = (messages: Readonly<Record<string, { readonly message: string }>>) =>
  Object.entries(messages).map(([key, { message }]): readonly [string, string] => [key, message]);
const strings = { en: stringsOf(english), es: stringsOf(spanish) };
const facts = { en: [...advisoryTexts(advisory, 'en')], es: [...advisoryTexts(advisory, 'es')] };

describe.each(glossary)('$en', ({ never, wrong, except, ...term }) => {
  test.each(languages)('has no other name in a text (%s)', (language) => {
    const isOtherName = ([place, text]: readonly [string, string]) =>
      never[language].test(text) && !except?.test(place);
    expect(strings[language].length).toBeGreaterThan(600);
    expect(strings[language].filter(isOtherName)).toEqual([]);
  });

  test.each(languages)('is told from its other names (%s)', (language) => {
    expect(wrong[language]).toMatch(never[language]);
    expect(term[language]).not.toMatch(never[language]);
  });
});

const factTerms = glossary.filter(({ isInAdvisory }) => isInAdvisory);

describe.each(factTerms)('$en, in the advisory', ({ wrong, except, ...term }) => {
  const never = term.neverInAdvisory ?? term.never;

  test.each(languages)('has no other name in a fact (%s)', (language) => {
    const isOtherName = ([place, text]: readonly [string, string]) =>
      never[language].test(text) && !except?.test(place);
    expect(facts[language].length).toBeGreaterThan(600);
    expect(facts[language].filter(isOtherName)).toEqual([]);
    expect(wrong[language]).toMatch(never[language]);
  });
});

test('The page for people is this table', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'glossary.md'), 'utf8');
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);
  expect(rows).toEqual(glossary.map(({ en, es, means }) => `| ${en} | ${es} | ${means} |`));
});

test('Terms stand in alphabetical order', () => {
  const terms = glossary.map(({ en }) => en);
  expect(terms).toEqual([...terms].sort((one, other) => one.localeCompare(other, 'en')));
});
