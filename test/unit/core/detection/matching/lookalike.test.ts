import { encode } from 'punycode/punycode.es6.js';
import { expect, it } from 'vitest';
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
