// English as it is spelled in the U.S., whose ban this is about: in the interface, in the advisory, in what administrators read of the
// policy, and in the documents for people. Names in code and titles of sources keep their spelling.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import messages from '../../_locales/en/messages.json' with { type: 'json' };
import { policyKeyDocs } from '../../tools/generate/policy-docs.ts';
import advisory from '../../src/data/advisory.json' with { type: 'json' };

const root = join(import.meta.dirname, '..', '..');
const stems = [
  'organis',
  'recognis',
  'authoris',
  'minimis',
  'customis',
  'summaris',
  'prioritis',
  'apologis',
  'realis',
  'utilis',
  'initialis',
  'optimis',
  'colour',
  'favour',
  'behaviour',
  'honour',
  'labour',
  'neighbour',
  'cancelled',
  'cancelling',
  'labelled',
  'labelling',
  'modelled',
  'travell',
  'centre',
  'metre',
  'licence',
  'defence',
  'offence',
  'catalogue',
  'dialogue',
  'programme',
  'cheque',
  'grey',
  'whilst',
  'amongst',
  'fulfil',
  'judgement',
  'ageing',
  'analyse',
];
const isBritish = new RegExp(`\\b(?:${stems.join('|')})(?!l|ts?mann)\\w*`, 'gi');
/** American words that begin so. */
const innocent =
  /^(?:programmed|programmer|programmers|programming|realist\w*|optimist\w*|analyses|organism\w*|minimise?t?)$/i;
const british = (text: string) =>
  [...text.matchAll(isBritish)].map(([word]) => word).filter((word) => !innocent.test(word));

function englishTexts(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    name === 'en' && typeof item === 'string' ? [item] : englishTexts(item),
  );
}

test('British spelling is seen where it is', () => {
  expect(british('The organisation cancelled its licence; its colour is grey.')).toEqual([
    'organisation',
    'cancelled',
    'licence',
    'colour',
    'grey',
  ]);
  expect(british('The programmer fulfilled it, realistic and licensed.')).toEqual([]);
});

test('The interface has American spelling', () => {
  expect(
    Object.entries(messages).flatMap(([key, { message }]) =>
      british(message).map((word) => [key, word]),
    ),
  ).toEqual([]);
});

test('The advisory has American spelling', () => {
  const texts = englishTexts(advisory);
  expect(texts.length).toBeGreaterThan(400);
  expect(texts.flatMap(british)).toEqual([]);
});

test('What administrators read of each policy key has American spelling', () => {
  expect(
    Object.values(policyKeyDocs).flatMap(({ title, about }) => british(`${title} ${about}`)),
  ).toEqual([]);
});

test('What the notice, the tour and the pages say outside the strings has American spelling: there is none', () => {
  const pages = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.html'),
  );
  expect(pages.flatMap((file) => british(readFileSync(join(root, 'src', file), 'utf8')))).toEqual(
    [],
  );
});
