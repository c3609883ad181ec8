import { expect, test } from 'vitest';
import { checkAdvisory } from '../../../src/core/advisory/editorial/check.ts';
import { parseAdvisory } from '../../../src/core/advisory/parse.ts';
import { otherAdvisory } from '../../cases/advisory/other-advisory.ts';

test('The other advisory of the tests is a good one', () => {
  const result = parseAdvisory(new TextEncoder().encode(JSON.stringify(otherAdvisory())));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  expect(checkAdvisory(result.value)).toEqual([]);
});
