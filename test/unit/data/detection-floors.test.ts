// What the packaged rules make of every kind of case. A kind that gets worse fails; one that gets better raises its floor here, in
// test/cases/floors.json, so that it can't sink again.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/core/detection/classify.ts';
import {
  coverage,
  headlines,
  isAlarm,
  kindCases,
  ownCases,
  packagedIndex,
  readCases,
  shopTitles,
  type DetectionCase,
} from '../../cases/detection-cases.ts';
import { figuresOf, floors, saidOfWrong, type Judged } from '../../cases/figures.ts';

const index = packagedIndex();
const corpus =
  process.env.DETECTION_CORPUS ??
  fileURLToPath(new URL('../../../../shared/corpus', import.meta.url));
const devFile = join(corpus, 'detection-dev.jsonl');
/** A page of which nothing is known but its title. */
const plainAddress = 'https://www.example.net/x/y';

function judgeCase(one: DetectionCase): Judged {
  const { label, alt, kind, ...input } = one;
  const said = classify(index, input);
  return {
    kind: kind ?? label,
    isRight: [label, ...alt].includes(said.label),
    said: `${input.url || input.filename} ${input.title}: ${said.label} by ${said.rule}, not ${[label, ...alt].join(' or ')}`,
  };
}

function judgeTitle(title: string, kind: string, isOffer: boolean, url = plainAddress): Judged {
  const said = classify(index, { type: 'url', url, title });
  const isRight = isAlarm(said.label, 'url') === isOffer;
  return { kind, isRight, said: `${url} ${title}: ${said.label} by ${said.rule}` };
}

const sets: Readonly<Record<string, readonly Judged[]>> = {
  'own cases': ownCases().map(judgeCase),
  'field cases': kindCases('field').map(judgeCase),
  'fresh cases': kindCases('fresh').map(judgeCase),
  headlines: headlines().map(({ title, language }) => judgeTitle(title, language, false)),
  'shop titles': shopTitles().map(({ title }) => judgeTitle(title, 'title', true)),
  'written about': coverage().map(({ url, title, category }) =>
    judgeTitle(title, category, false, url),
  ),
  ...(existsSync(devFile) && { corpus: readCases(devFile).map(judgeCase) }),
};

describe.each(Object.entries(sets))('%s', (name, judged) => {
  it('keep to the floor of every kind', () => {
    const figures = figuresOf(judged);
    console.log(`${name}: ${JSON.stringify(figures, null, 1)}`);
    expect(figures, saidOfWrong(judged)).toEqual(floors[name]);
  });
});

const share = (judged: readonly Judged[]): number =>
  judged.filter(({ isRight }) => !isRight).length / judged.length;

const offering = headlines().filter(({ hasOfferWord }) => hasOfferWord);

it.each([
  ['300', offering, 300],
  ['150 real', offering.filter(({ source }) => !source.startsWith('made up')), 150],
])(
  'takes at most 1 in 100 of %s headlines with a word such as "download" for an offer',
  (_, some, least) => {
    const judged = some.map(({ title, language }) => judgeTitle(title, language, false));
    expect(new Set(some.map(({ title }) => title.toLowerCase())).size).toBe(some.length);
    expect(some.length).toBeGreaterThanOrEqual(least);
    expect(new Set(some.map(({ language }) => language)).size).toBeGreaterThanOrEqual(10);
    expect(share(judged), saidOfWrong(judged)).toBeLessThanOrEqual(0.01);
  },
);

it('stays silent at no more than 5 shop titles in 100', () => {
  const judged = shopTitles().map(({ title }) => judgeTitle(title, 'title', true));
  expect(judged.length).toBeGreaterThanOrEqual(200);
  expect(share(judged), saidOfWrong(judged)).toBeLessThanOrEqual(0.05);
});
