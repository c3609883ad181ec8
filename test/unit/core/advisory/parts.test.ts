import { expect, it } from 'vitest';
import packaged from '../../../../src/data/advisory.json' with { type: 'json' };
import { parseAdvisoryValue } from '../../../../src/core/advisory/parse.ts';
import { splitAdvisory, withLanguage } from '../../../../src/core/advisory/parts.ts';

const parsed = parseAdvisoryValue(packaged);
if (!parsed.ok) throw new Error('The packaged advisory is invalid.');
const advisory = parsed.value;
const { head, rest, texts } = splitAdvisory(advisory);

it('The parts put together are the advisory', () => {
  let whole: object = { ...head, ...rest };
  for (const [language, of] of texts)
    whole = {
      ...whole,
      ...withLanguage(head, language, of.head),
      ...withLanguage(rest, language, of.rest),
    };
  expect(whole).toEqual(advisory);
  expect([...texts.keys()]).toEqual(advisory.languages.filter((language) => language !== 'en'));
});

it('What a verdict needs holds no text but English ones', () => {
  const spanish = texts.get('es')?.head.filter((text) => text !== null) ?? [];
  expect(spanish.length).toBeGreaterThan(50);
  const json = JSON.stringify(head);
  expect(
    spanish.filter((text) => json.includes(JSON.stringify({ es: text }).slice(1, -1))),
  ).toEqual([]);
});

it('A text that a language lacks stays in English alone', () => {
  const document = { title: { en: 'One', es: 'Uno' }, text: { en: 'Two' } };
  const english = { title: { en: 'One' }, text: { en: 'Two' } };
  expect(withLanguage(english, 'es', ['Uno', null])).toEqual(document);
});
