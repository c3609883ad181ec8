// The texts of the advisory can be read without effort: about grade 9 in English, normal prose in Spanish. The figures are printed.
import { describe, expect, test } from 'vitest';
import advisory from '../../../src/data/advisory.json' with { type: 'json' };
import { advisoryTexts } from '../../cases/advisory-texts.ts';
import {
  countEnglish,
  countSpanish,
  easeOf,
  gradeOf,
  together,
} from '../../cases/reading-level.ts';

/** Running text, not a heading, a label or a name. */
const isProse = (text: string) => /[.!?]$/.test(text);
const main = [
  'ban',
  'jurisdictions',
  'deadlines',
  'applicability',
  'questions',
  'alternatives',
  'removal',
  'notices',
];

function prose(language: 'en' | 'es', part: string): [string, string][] {
  return [...advisoryTexts(advisory, language)].filter(
    ([place, text]) => place.startsWith(`${part}.`) && isProse(text),
  );
}

const english = new Map(
  main.map((part) => [
    part,
    gradeOf(together(prose('en', part).map(([, text]) => countEnglish(text)))),
  ]),
);
const spanish = new Map(
  main.map((part) => [
    part,
    easeOf(together(prose('es', part).map(([, text]) => countSpanish(text)))),
  ]),
);
const all = (language: 'en' | 'es') =>
  main.flatMap((part) => prose(language, part).map(([, text]) => text));

const figures = (values: ReadonlyMap<string, number>) =>
  [...values].map(([part, value]) => `${part} ${value.toFixed(1)}`).join(', ');

test('English texts are at grade 9 or below, each part by itself', () => {
  const whole = gradeOf(together(all('en').map(countEnglish)));
  console.info(
    `Reading level, English (Flesch-Kincaid grade, at most 9): ${whole.toFixed(1)}; ${figures(english)}`,
  );
  expect(whole).toBeLessThanOrEqual(9);
  expect([...english].filter(([, grade]) => grade > 9)).toEqual([]);
});

test('Spanish texts are normal prose or easier, each part by itself', () => {
  const whole = easeOf(together(all('es').map(countSpanish)));
  console.info(
    `Reading level, Spanish (Fernández Huerta ease, at least 60): ${whole.toFixed(1)}; ${figures(spanish)}`,
  );
  expect(whole).toBeGreaterThanOrEqual(60);
  expect([...spanish].filter(([, ease]) => ease < 60)).toEqual([]);
});

test('No single statement of the ban or answer to a question is hard by itself', () => {
  const hard = ['ban', 'questions', 'applicability', 'jurisdictions', 'notices']
    .flatMap((part) => prose('en', part))
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
    expect(countEnglish('It is banned in the U.S. since 2024. Use is free.')).toMatchObject({
      sentences: 2,
    });
    expect(countSpanish('Rige en EE. UU. desde 2024. El uso es libre.')).toMatchObject({
      sentences: 2,
    });
  });
});
