import { expect, test } from 'vitest';
import { makeSnoozeWords } from '../../../../src/core/view/snooze-words.ts';

test('Words say the length and each of the next eight days in the language', () => {
  const { days, until } = makeSnoozeWords('en', 30, '2026-12-29');
  expect(days).toBe('30 days');
  expect(Object.entries(until)).toHaveLength(8);
  expect(until['2026-12-29']).toBe('December 29, 2026');
  expect(until['2027-01-05']).toBe('January 5, 2027');
});

test('One day is said as one, and another language has its own words', () => {
  expect(makeSnoozeWords('en', 1, '2026-12-29').days).toBe('1 day');
  const spanish = makeSnoozeWords('es', 30, '2026-12-29');
  expect(spanish.days).toBe('30 días');
  expect(spanish.until['2026-12-29']).toBe('29 de diciembre de 2026');
});
