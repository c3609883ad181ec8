import { encode } from 'punycode/punycode.es6.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isWithinOneSlip,
  lookalikeFinder,
} from '../../../../../src/core/detection/matching/lookalike.ts';
import { packagedDetection } from '../../../../cases/detection-cases.ts';

const finder = lookalikeFinder(packagedDetection().lookalike);
const ascii = (label: string) => `xn--${encode(label)}`;

it.each([
  'kaspersky.net',
  'mykaspersky-shop.example',
  'kapersky.xyz',
  'kasperksy.com',
  'kasperskyy.org',
  'kasparsky.net',
  'kaspersk9.com',
  'kaspersk.net',
  'kasparksy.com',
  'update.kaspresksy.com',
  'ka5persky.com',
  `www.${ascii('kaspеrsky')}.com`,
  `${ascii('каsреrsку')}.com`,
  `${ascii('kàspersky')}.com`,
  `${ascii('kaspérsky-güncelleme')}.example`,
])('finds the name in %s', (host) => {
  expect(finder.find(host)).not.toBeNull();
});

it.each([
  'kasparov.com',
  'kasperski.family',
  'kasperskaya.example',
  'kasperskov.example',
  'kasprzak.example',
  'kaspersons.example',
  'kasperkids.example',
  'kaspersen.dk',
  'gasparsky.com',
  'casperskyline.com',
  'jaspersky.net',
  'kaspersoft.nl',
  'kas.persky.example',
  'example.com',
  'xn--.com',
  'xn--zzzzzzzzzzzz99999.com',
  '',
])('finds none in %s', (host) => {
  expect(finder.find(host)).toBeNull();
});

it.each([
  ['kaspersky', 'kaspersky', true],
  ['kaspersky', 'kaspesky', true],
  ['kaspersky', 'kasperssky', true],
  ['kaspersky', 'kasqersky', true],
  ['kaspersky', 'kaspresky', true],
  ['kaspersky', 'kaspreksy', false],
  ['kaspersky', 'kasperskyxx', false],
  ['kaspersky', 'kasxxrsky', false],
])('%s and %s are within one slip: %s', (one, other, isNear) => {
  expect(isWithinOneSlip(one, other)).toBe(isNear);
  expect(isWithinOneSlip(other, one)).toBe(isNear);
});

describe('the first look at a host', () => {
  const letter = fc.constantFrom(...'abekprsy0134-x');
  const around = fc.string({ unit: letter, maxLength: 6 });
  const slipped = (name: string, from: number) =>
    fc
      .tuple(fc.integer({ min: from, max: name.length - 1 }), fc.nat(3), letter)
      .map(([at, kind, other]) => {
        const [before, own, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
        if (kind === 0) return before + after;
        if (kind === 1) return before + other + own + after;
        if (kind === 2) return before + other + after;
        return before + after.slice(0, 1) + own + after.slice(1);
      });
  const swapped = (name: string) =>
    fc
      .integer({ min: 3, max: name.length - 2 })
      .map((at) => name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2));
  const name = fc.constantFrom('kaspersky', 'kasperskiy');
  const written = fc.oneof(
    name.chain((one) => slipped(one, 1)),
    name.chain(swapped).chain((one) => slipped(one, 3)),
  );

  it('passes over no slip that the whole look could find', () => {
    fc.assert(
      fc.property(around, written, around, (before, slip, after) => {
        expect(finder.mayBear(`www.${before}${slip}${after}.example`)).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });

  it('passes over pieces of the name that stand apart', () => {
    for (const host of ['www.superspeed.example', 'kin.sky.example', 'sky-and-super.example'])
      expect(finder.mayBear(host)).toBe(false);
  });
});
