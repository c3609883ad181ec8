// What the list of alternatives may state of a product, by what its sources are.
import { expect, it } from 'vitest';
import { parseAdvisoryValue } from '../../../src/core/advisory/parse.ts';
import document from '../../../src/data/advisory.json' with { type: 'json' };

const parsed = parseAdvisoryValue(document);
if (!parsed.ok) throw new Error('The advisory does not parse.');
const {
  alternatives: { products },
  sources,
} = parsed.value;
const onlyAddresses = products.filter(({ sources }) =>
  sources.every((id) => id.startsWith('site-')),
);

it('A product that rests on its maker’s address alone states nothing as verified', () => {
  expect(onlyAddresses.length).toBeGreaterThan(10);
  const stated = onlyAddresses.flatMap(({ id, seat, unverified, facts }) => {
    // A country that is not named needs no mark.
    const needed: (typeof unverified)[number][] = [
      'needs',
      'platforms',
      'price',
      ...(seat.en === 'not verified' ? [] : ['seat' as const]),
    ];
    return [
      ...needed.filter((part) => !unverified.includes(part)),
      ...facts.filter(({ confirmed }) => confirmed),
    ].map((part) => [id, part]);
  });
  expect(stated).toEqual([]);
});

it('The source about importing passwords tells no country', () => {
  expect(
    products
      .filter(({ sources }) => sources.join() === 'bitwarden-importer')
      .map(({ unverified }) => unverified.includes('seat')),
  ).toEqual([true]);
});

it('A vendor whose source was read states its country plainly', () => {
  expect(
    products
      .filter(
        ({ unverified, sources }) =>
          unverified.includes('seat') && sources.some((id) => id.startsWith('alt-')),
      )
      .map(({ id }) => id),
  ).toEqual([]);
});

it('A maker’s site that nobody read is marked as such, and bears no words of ours in a language', () => {
  const sites = sources.filter(({ id }) => id.startsWith('site-'));
  expect(sites.length).toBeGreaterThan(10);
  expect(
    sites.filter(
      ({ isUnread, title, reference, url }) =>
        !isUnread || reference !== undefined || !url.includes(title),
    ),
  ).toEqual([]);
  expect(JSON.stringify(sources)).not.toMatch(/not read for/);
});
