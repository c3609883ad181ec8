// Mistakes about the ban that are in circulation: no text of ours makes them, and each is set right somewhere, in both languages.
import { describe, expect, test } from 'vitest';
import english from '../../../_locales/en/messages.json' with { type: 'json' };
import spanish from '../../../_locales/es/messages.json' with { type: 'json' };
import advisory from '../../../src/data/advisory.json' with { type: 'json' };
import { advisoryTexts, sentencesOf } from '../../cases/advisory/advisory-texts.ts';
import { removalTraps } from '../../cases/advisory/removal-traps.ts';
import { reviewTraps } from '../../cases/advisory/review-traps.ts';
import { traps, type Trap } from '../../cases/advisory/traps.ts';

const languages = ['en', 'es'] as const;
const strings = { en: english, es: spanish };
const facts = { en: advisoryTexts(advisory, 'en'), es: advisoryTexts(advisory, 'es') };
const denial = {
  en: /\b(?:not|no|nobody|nothing|never|neither|nor)\b/i,
  es: /\b(?:no|ni|nadie|nada|nunca|ningún|ninguna)\b/i,
};

const makes = (
  { never, mayBeDenied }: Trap,
  language: (typeof languages)[number],
  sentence: string,
) => never[language].test(sentence) && !(mayBeDenied && denial[language].test(sentence));

describe.each([...traps, ...removalTraps, ...reviewTraps])('$id', (trap) => {
  test.each(languages)('is found in a sentence that makes the mistake (%s)', (language) => {
    expect(trap.wrong[language].filter((sentence) => !makes(trap, language, sentence))).toEqual([]);
  });

  test.each(languages)('is in no text and no string (%s)', (language) => {
    const said = [
      ...facts[language],
      ...Object.entries(strings[language]).map(([key, { message }]) => [key, message] as const),
    ].filter(([place]) => !trap.except?.includes(place));
    expect(said.length).toBeGreaterThan(800);
    expect(
      said.flatMap(([place, text]) =>
        sentencesOf(text)
          .filter((sentence) => makes(trap, language, sentence))
          .map((sentence) => `${place}: ${sentence}`),
      ),
    ).toEqual([]);
  });

  test.each(languages)('is set right (%s)', (language) => {
    for (const { at, ...pattern } of trap.said)
      expect(facts[language].get(at), at).toMatch(pattern[language]);
    for (const place of trap.except ?? []) expect(facts[language].get(place), place).toBeTruthy();
  });
});

describe('The dates', () => {
  test.each([
    ['us-new-agreements', '2024-07-20T00:00:00-04:00'],
    ['us-updates', '2024-09-29T00:00:00-04:00'],
    ['us-ksn', '2024-09-29T00:00:00-04:00'],
    ['us-resale', '2024-09-29T00:00:00-04:00'],
    ['us-vendor-cut', '2024-09-10T00:00:00-04:00'],
    ['us-entity-day', '2024-06-24T00:00:00-04:00'],
    ['us-ofac-day', '2024-06-21T00:00:00-04:00'],
  ])('%s is %s', (id, at) => {
    expect(advisory.deadlines.find((deadline) => deadline.id === id)?.at).toBe(at);
  });

  test('In force is said of a prohibition or duty that began on that day and still applies, as far as was found; all else is an event', () => {
    expect(advisory.deadlines.filter(({ kind }) => kind === 'law').map(({ id }) => id)).toEqual([
      'lt-order',
      'us-far-clause',
      'us-ndaa-use',
      'us-vt-month',
      'us-fcc-first',
      'it-first',
      'pl-listed',
      'us-md-order',
      'us-nj-day',
      'us-wi-day',
      'us-nv-day',
      'us-fl-month',
      'ca-devices-day',
      'us-far-reports',
      'us-ofac-day',
      'us-entity-day',
      'us-new-agreements',
      'us-fcc-second',
      'us-updates',
      'us-ksn',
      'us-resale',
      'au-direction-day',
    ]);
  });

  test('What was found in no good source, or whose outcome is not known, is marked so', () => {
    const marked = [...advisory.deadlines, ...advisory.ban.otherMeasures]
      .filter((entry) => 'confirmed' in entry && entry.confirmed === false)
      .map(({ id }) => id);
    expect(marked).toEqual(['us-affiliates-back', 'far-overhaul']);
    expect(JSON.stringify(advisory)).not.toMatch(/Taiwan|Point Wild/);
  });

  test('Australia’s direction is of the day on which it was given', () => {
    expect(advisory.jurisdictions.find(({ id }) => id === 'au')?.since).toBe('2025-02-21');
  });
});

test('Outside the United States no measure is called a ban', () => {
  const bans = advisory.jurisdictions.filter(({ kind }) => kind === 'ban').map(({ id }) => id);
  expect(bans).toEqual(['us']);
});
