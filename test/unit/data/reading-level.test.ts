// Main texts read as a person writes them, neither long-winded nor chopped. Three measures, because each alone can be cheated:
// - the Flesch-Kincaid grade, at most 10, with chopped-off pieces counted as part of the sentence before (it punishes long
//   sentences and hard words; by itself it rewards every full stop, so here a cut earns nothing);
// - no sentence over 30 words;
// - few stubs, sentences of under 8 words that would make one of at most 20 with the sentence before, and never two of them
//   in a row (broken prose). A short sentence after a long one is rhythm and stays free.
// Spanish has its own formula, by Fernández Huerta. The figures are printed.
import { describe, expect, test } from 'vitest';
import english from '../../../_locales/en/messages.json' with { type: 'json' };
import spanish from '../../../_locales/es/messages.json' with { type: 'json' };
import advisory from '../../../src/data/advisory.json' with { type: 'json' };
import { advisoryTexts, sentencesOf } from '../../cases/advisory/advisory-texts.ts';
import {
  countEnglish,
  countSpanish,
  easeOf,
  gradeOf,
  isStub,
  rejoined,
  sentenceLengths,
  together,
} from '../../cases/advisory/reading-level.ts';

type Texts = readonly (readonly [place: string, text: string])[];

const parts = [
  'ban',
  'jurisdictions',
  'deadlines',
  'applicability',
  'questions',
  'alternatives',
  'removal',
  'notices',
];

/** Running text, not a heading, a label or a name. */
const isProse = ([, text]: readonly [string, string]) => /[.!?]$/.test(text);

function mainTexts(
  language: 'en' | 'es',
  strings: Readonly<Record<string, { readonly message: string }>>,
): ReadonlyMap<string, Texts> {
  const facts = [...advisoryTexts(advisory, language)].filter(isProse);
  const interfaceTexts = Object.entries(strings)
    .map(([key, { message }]) => [key, message] as const)
    .filter(([key]) => !key.startsWith('fault_'))
    .filter(isProse);
  return new Map([
    ...parts.map(
      (part) => [part, facts.filter(([place]) => place.startsWith(`${part}.`))] as const,
    ),
    ['interface', interfaceTexts],
  ]);
}

const texts = { en: mainTexts('en', english), es: mainTexts('es', spanish) };
const all = (language: 'en' | 'es') => [...texts[language].values()].flat();
const gradeOfAll = (some: Texts) =>
  gradeOf(together(some.map(([, text]) => rejoined(text, countEnglish(text)))));
const easeOfAll = (some: Texts) =>
  easeOf(together(some.map(([, text]) => rejoined(text, countSpanish(text)))));

function measured(
  language: 'en' | 'es',
  measure: (some: Texts) => number,
): [part: string, figure: number][] {
  const figures = [...texts[language]].map(([part, some]): [string, number] => [
    part,
    measure(some),
  ]);
  return [['all', measure(all(language))], ...figures];
}

const printed = (figures: readonly [string, number][]) =>
  figures.map(([part, value]) => `${part} ${value.toFixed(1)}`).join(', ');

test('English is at grade 10 or below, each part by itself', () => {
  const grades = measured('en', gradeOfAll);
  console.info(
    `Reading level, English (grade, chopped pieces rejoined, at most 10): ${printed(grades)}`,
  );
  expect(grades.filter(([, grade]) => grade > 10)).toEqual([]);
});

test('Spanish is normal prose or easier, each part by itself', () => {
  const eases = measured('es', easeOfAll);
  console.info(`Reading level, Spanish (Fernández Huerta ease, at least 60): ${printed(eases)}`);
  expect(eases.filter(([, ease]) => ease < 60)).toEqual([]);
});

test('No sentence is longer than 30 words in English, or 35 in Spanish', () => {
  const tooLong = (language: 'en' | 'es', most: number) =>
    all(language).flatMap(([place, text]) =>
      sentencesOf(text)
        .filter((_, at) => (sentenceLengths(text)[at] ?? 0) > most)
        .map((sentence) => `${place}: ${sentence}`),
    );
  expect(tooLong('en', 30)).toEqual([]);
  expect(tooLong('es', 35)).toEqual([]);
});

test('The advisory’s prose is not chopped', () => {
  // Steps of the removal are commands, each short on purpose.
  const prose = parts
    .filter((part) => part !== 'removal')
    .flatMap((part) => texts.en.get(part) ?? [])
    .map(([place, text]) => ({ place, lengths: sentenceLengths(text) }));
  const following = prose.flatMap(({ lengths }) => lengths.slice(1)).length;
  const stubs = prose.flatMap(({ lengths }) => lengths.filter(isStub)).length;
  const broken = prose.filter(({ lengths }) =>
    lengths.some(
      (words, place) =>
        isStub(words, place, lengths) && isStub(lengths[place - 1] ?? Infinity, place - 1, lengths),
    ),
  );
  console.info(
    `Chopped prose: ${stubs} of ${following} following sentences are cut off (at most a quarter); two in a row in ${broken.length}`,
  );
  expect(following).toBeGreaterThan(100);
  expect(stubs / following).toBeLessThanOrEqual(1 / 4);
  expect(broken.map(({ place }) => place)).toEqual([]);
});

test('No single statement of the ban or answer to a question is hard by itself', () => {
  const hard = ['ban', 'questions', 'applicability', 'jurisdictions', 'notices']
    .flatMap((part) => texts.en.get(part) ?? [])
    .filter(([, text]) => gradeOf(countEnglish(text)) > 13);
  expect(hard).toEqual([]);
});

describe('The measure', () => {
  test.each([
    ['The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.', 13.1],
    ['The cat sat on the mat.', -1.4],
  ])('gives “%s” its published grade', (text, grade) => {
    expect(gradeOf(countEnglish(text))).toBeCloseTo(grade, 0);
  });

  test('gives nothing for chopping', () => {
    const whole =
      'Updates ended on September 29, and without them the software learns of no new threats.';
    const chopped =
      'Updates ended on September 29. It has none now. The software learns of no new threats.';
    expect(gradeOf(countEnglish(chopped))).toBeLessThan(gradeOf(countEnglish(whole)) - 3);
    expect(gradeOf(rejoined(chopped, countEnglish(chopped)))).toBeGreaterThan(
      gradeOf(countEnglish(whole)) - 1,
    );
  });

  test('calls the language of the law hard', () => {
    const law =
      'The prohibition of transactions involving the provision of cybersecurity or anti-virus software to persons subject to the jurisdiction of the United States necessitates the cessation of integration.';
    expect(gradeOf(countEnglish(law))).toBeGreaterThan(18);
    expect(
      easeOf(
        countSpanish(
          'La prohibición de operaciones relacionadas con el suministro de software de ciberseguridad a personas sometidas a la jurisdicción estadounidense determina la interrupción de la integración correspondiente.',
        ),
      ),
    ).toBeLessThan(30);
  });

  test.each([
    ['actualización', 5],
    ['software', 3],
    ['día', 2],
    ['empieza', 3],
    ['que', 1],
    ['guía', 2],
    ['antigüedad', 4],
    ['hoy', 1],
    ['leer', 2],
    ['Kaspersky', 3],
    ['país', 2],
    ['ciudad', 2],
    ['huevo', 2],
    ['2024', 1],
  ])('counts the syllables of “%s”: %i', (word, syllables) => {
    expect(countSpanish(word).syllables).toBe(syllables);
  });

  test('ends no sentence at an abbreviation', () => {
    expect(sentencesOf('It is banned in the U.S. since 2024. Use is free.')).toHaveLength(2);
    expect(sentencesOf('Rige en EE. UU. desde 2024. El uso es libre.')).toHaveLength(2);
  });
});
