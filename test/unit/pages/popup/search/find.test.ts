import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import messages from '../../../../../_locales/en/messages.json' with { type: 'json' };
import document from '../../../../../src/data/advisory.json' with { type: 'json' };
import { AdvisorySchema } from '../../../../../src/core/advisory/schema.ts';
import { buildPopupView } from '../../../../../src/core/view/popup/build-popup.ts';
import { messagesFrom } from '../../../../../src/core/i18n/messages.ts';
import { defaultSettings } from '../../../../../src/core/settings/settings.ts';
import { excerpt, marked } from '../../../../../src/pages/popup/search/excerpt.ts';
import { finder } from '../../../../../src/pages/popup/search/find.ts';
import { searchEntries } from '../../../../../src/pages/popup/search/search-entries.ts';

const t = messagesFrom(messages, (key) => `missing ${key}`);
const view = buildPopupView({
  advisory: v.parse(AdvisorySchema, document),
  origin: 'packaged',
  language: 'en',
  t,
  now: Date.parse('2026-11-23T12:00:00-05:00'),
  url: '',
  verdict: null,
  snoozedUntil: null,
  openQuestions: 0,
  settings: defaultSettings(),
});
const entries = searchEntries(view, t);
const find = finder(entries, 'en');
const firstOf = (wanted: string) =>
  find(wanted)
    .slice(0, 5)
    .map(({ entry }) => `${entry.part} ${entry.anchor}`);

/** What people read of a view, by the names that texts go by in it. */
const textNames = new Set([
  'text',
  'title',
  'label',
  'name',
  'note',
  'question',
  'answer',
  'limits',
  'affects',
  'seat',
]);
function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    typeof item === 'string' ? (textNames.has(name) && item !== '' ? [item] : []) : textsIn(item),
  );
}

describe('The search', () => {
  it.each([
    ['is it illegal', 'questions question-is-it-illegal'],
    ['bitdefender', 'switch product-bitdefender'],
    ['bitdefnder', 'switch product-bitdefender'],
    ['bitdefedner', 'switch product-bitdefender'],
    ['Final Determintaion', 'ban source-us-final-determination'],
    ['89 FR 52434', 'ban source-us-final-determination'],
    ['updates end', 'dates date-us-updates'],
    ['ultraav', 'switch replacement'],
    ['ultrav', 'switch replacement'],
    ['do not delete folders', 'switch principles-uninstall-not-delete'],
    ['check that it’s gone', 'switch steps-verify'],
    ['root certificate', 'switch steps-verify'],
    ['Hotspot Shield', 'switch need-vpn'],
    ['Treasury, not read for this advisory', 'ban source-us-treasury'],
  ])('finds for “%s” %s among the first', (wanted, place) => {
    expect(firstOf(wanted)).toContain(place);
  });

  it('finds nothing for nonsense', () => {
    expect(find('xyzzyqwerty')).toEqual([]);
  });

  it('has something of each part, each with words and under an id of its own', () => {
    expect(new Set(entries.map(({ part }) => part))).toEqual(
      new Set(['ban', 'dates', 'me', 'switch', 'questions']),
    );
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(
      entries.filter(({ title, text }) => !title.trim() || !text.trim() || /missing/.test(title)),
    ).toEqual([]);
  });

  it('has every text that the advisory has in a part', () => {
    const { ban, deadlines, jurisdictions, applicability, questions, alternatives, removal } = view;
    const shown = textsIn({
      ban,
      deadlines,
      jurisdictions,
      applicability,
      questions,
      alternatives,
      removal,
    });
    expect(shown.length).toBeGreaterThan(400);
    const found = entries.map(({ title, text }) => `${title} ${text}`);
    expect(shown.filter((text) => !found.some((entry) => entry.includes(text)))).toEqual([]);
  });

  it('finds and marks the first and the last word of what keeps its own direction', () => {
    const rightToLeft = finder(searchEntries({ ...view, language: 'ar' }, t), 'ar');
    const [{ entry, words } = { entry: null, words: new Set<string>() }] = rightToLeft(
      'fina lab',
    ).filter((hit) => hit.entry.anchor === 'source-us-final-determination');
    expect(entry?.title).toMatch(/^\u2068Final .*\u2069$/);
    const marks = marked(entry?.title ?? '', words, 'ar').filter(({ isHit }) => isHit);
    expect(marks.map(({ text }) => text)).toContain('Final');
    expect(
      rightToLeft('inc').some(
        (hit) => hit.words.has('inc') && hit.entry.title.endsWith('Inc.\u2069'),
      ),
    ).toBe(true);
  });
});

describe('An excerpt', () => {
  it('shows the words that fit, whatever their accents, and where it was cut', () => {
    const long = `${'before '.repeat(30)}Información ${'after '.repeat(60)}`;
    const pieces = excerpt(long, new Set(['informacion']), 'es');
    expect(pieces.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['Información']);
    expect([pieces[0]?.text, pieces.at(-1)?.text]).toEqual(['…', '…']);
    expect(pieces.map(({ text }) => text).join('').length).toBeLessThan(220);
  });
});
