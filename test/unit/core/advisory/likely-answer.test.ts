import { describe, expect, it } from 'vitest';
import document from '../../../../src/data/advisory.json' with { type: 'json' };
import { likelyAnswer } from '../../../../src/core/advisory/likely-answer.ts';
import { otherPlace, relevantJurisdictions } from '../../../../src/core/advisory/location.ts';
import { parseAdvisoryValue } from '../../../../src/core/advisory/parse.ts';

const parsed = parseAdvisoryValue(document);
if (!parsed.ok) throw new Error('The advisory does not parse.');
const advisory = parsed.value;

/** As the first-run page stores a place. */
function chosen(id: string): string[] {
  const place = advisory.jurisdictions.find((one) => one.id === id);
  return place ? relevantJurisdictions(advisory.jurisdictions, place) : [];
}
const told = (places: readonly string[], timeZone: string) => {
  const concern = likelyAnswer(advisory, places, timeZone);
  return (
    concern && {
      jurisdiction: concern.jurisdiction.id,
      place: concern.place.id,
      isGuess: concern.isGuess,
      outcome: concern.answer.outcome,
    }
  );
};

describe('Whether the ban concerns somebody', () => {
  it('is guessed by the clock where nobody said the place', () => {
    expect(told([], 'America/Chicago')).toEqual({
      jurisdiction: 'us',
      place: 'us',
      isGuess: true,
      outcome: 'affects',
    });
    expect(told([], 'Europe/Berlin')).toEqual({
      jurisdiction: 'de',
      place: 'elsewhere',
      isGuess: true,
      outcome: 'not-covered',
    });
  });

  it('is not guessed where the clock tells no place', () => {
    expect(told([], 'Asia/Tokyo')).toBeNull();
    expect(told([], '')).toBeNull();
  });

  it.each(['ca', 'de', 'ua'])(
    'goes by the place that a person chose, %s, whatever the clock says',
    (id) => {
      expect(told(chosen(id), 'America/New_York')).toEqual({
        jurisdiction: id,
        place: 'elsewhere',
        isGuess: false,
        outcome: 'not-covered',
      });
    },
  );

  it('is left open for who said “somewhere else”, whatever the clock says', () => {
    expect(told([otherPlace], 'America/Chicago')).toBeNull();
    expect(told([otherPlace], 'Europe/Berlin')).toBeNull();
  });

  it('is told of the ban’s own place where that was chosen', () => {
    expect(told(chosen('us'), 'Europe/Berlin')).toEqual({
      jurisdiction: 'us',
      place: 'us',
      isGuess: false,
      outcome: 'affects',
    });
  });

  it('is told for an organization where one manages the computer, and for most people where the table has no such role', () => {
    const ids = (
      known: Pick<typeof advisory, 'jurisdictions' | 'applicability'>,
      isManaged: boolean,
    ) => {
      const concern = likelyAnswer(known, [], 'America/Chicago', isManaged);
      return [concern?.answer.id, concern?.isAtWork];
    };
    expect(ids(advisory, true)).toEqual(['us-business', true]);
    expect(ids(advisory, false)).toEqual(['us-home', false]);
    const roles = advisory.applicability.roles.filter(({ id }) => id !== 'business');
    expect(ids({ ...advisory, applicability: { ...advisory.applicability, roles } }, true)).toEqual(
      ['us-home', false],
    );
  });

  it('is left open where several places were chosen', () => {
    expect(told([...chosen('ca'), 'de'], 'America/New_York')).toBeNull();
  });
});
