import { expect, it } from 'vitest';
import { fitsGlob, globSet } from '../../../../../src/core/detection/matching/glob.ts';
import { quickestMs } from '../../../../cases/quickest.ts';

it.each([
  ['kis#*.exe', 'kis21.3.exe', true],
  ['kis#*.exe', 'kismet.exe', false],
  ['kis#*.exe', 'kis.exe', false],
  ['kis#*.exe', 'kis2.exe', true],
  ['*.pdf', 'a.pdf', true],
  ['*.pdf', 'a.pdf.exe', false],
  ['*a*b*', 'xxaxxbxx', true],
  ['*a*b*', 'xxbxxaxx', false],
  ['', '', true],
  ['', 'x', false],
  ['*', '', true],
  ['a.c', 'abc', false],
  ['##', '12', true],
  ['##', '1', false],
])('%j fits %j: %s', (glob, text, fits) => {
  expect(fitsGlob(glob, text)).toBe(fits);
  expect(globSet(['zzz', glob, '*.never']).fits(text)).toBe(fits);
});

it('does not backtrack for ever', () => {
  const long = 'a'.repeat(2_000);
  expect(fitsGlob('*a*a*a*a*ab', long)).toBe(false);
  expect(quickestMs(() => fitsGlob('*a*a*a*a*ab', long), 50)).toBeLessThan(50);
});
