// The questions of new users and their right answers, as data: a person answers them from the popup alone, and this table says who was right.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { sentencesOf } from '../../cases/advisory/advisory-texts.ts';
import { traps } from '../../cases/advisory/traps.ts';

const TextSchema = v.strictObject({
  en: v.pipe(v.string(), v.nonEmpty()),
  es: v.pipe(v.string(), v.nonEmpty()),
});
const QuestionSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
  /** Entries of the fact base that the answer is written from. */
  facts: v.pipe(v.array(v.string()), v.minLength(1)),
  question: TextSchema,
  answer: TextSchema,
  /** What an answer must say to count as right. */
  right: v.pipe(v.array(v.string()), v.minLength(1)),
});

const lines = readFileSync(
  new URL('../../cases/advisory/new-user-questions.jsonl', import.meta.url),
  'utf8',
)
  .trimEnd()
  .split('\n');
const questions = lines.map((line) => v.parse(QuestionSchema, JSON.parse(line)));
const denial = {
  en: /\b(?:not|no|nobody|nothing|never|neither|nor)\b|n’t\b/i,
  es: /\b(?:no|ni|nadie|nada|nunca|ningún|ninguna)\b/i,
};

test('There are 25 questions, each asked once', () => {
  expect(new Set(questions.map(({ id }) => id)).size).toBe(25);
  expect(new Set(questions.map(({ question }) => question.en)).size).toBe(25);
  expect(new Set(questions.map(({ question }) => question.es)).size).toBe(25);
});

test.each(['en', 'es'] as const)(
  'No right answer makes one of the known mistakes (%s)',
  (language) => {
    const mistakes = questions.flatMap(({ id, answer }) =>
      sentencesOf(answer[language]).flatMap((sentence) =>
        traps
          .filter(
            (trap) =>
              trap.never[language].test(sentence) &&
              !(trap.mayBeDenied && denial[language].test(sentence)),
          )
          .map((trap) => `${id}, ${trap.id}: ${sentence}`),
      ),
    );
    expect(mistakes).toEqual([]);
  },
);
