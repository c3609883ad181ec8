// A worker that has just begun judges listed sites without an index of words: the verdict must be the one
// that the index gives.
import { describe, expect, it } from 'vitest';
import { classifyAddress } from '../../../../../src/core/detection/classify-address.ts';
import { RuleIndex } from '../../../../../src/core/detection/engine/laid-out-rules.ts';
import { compileRules } from '../../../../../src/core/detection/engine/rule-index.ts';
import { LateWeighing } from '../../../../../src/core/detection/engine/weighing/late-weighing.ts';
import { weighed } from '../../../../../src/core/detection/engine/weighing/weighed.ts';
import { ownCases, packagedDetection } from '../../../../cases/detection-cases.ts';
import { someOf } from '../../../../harness/extent.ts';

const detection = packagedDetection();
const advisory = { id: 'test', version: 1 };
const { index: whole } = compileRules(detection, advisory);
const fresh = () => new RuleIndex(detection, new LateWeighing(null), advisory);

const pages = ownCases().flatMap(({ url, title }) => [
  { url, title },
  // Words of another page, which a rule of any host may know.
  { url, title: 'Kaspersky Removal Tool: uninstall Kaspersky, free download' },
]);

describe('a first verdict', () => {
  it('is the one of every later verdict', async () => {
    expect(pages.length).toBeGreaterThan(200);
    for (const page of someOf(pages, 80)) {
      const index = fresh();
      const first = await weighed(index, () => classifyAddress(index, page));
      expect(first, page.url).toEqual(classifyAddress(whole, page));
    }
  });

  it('needs no words for a page of the vendor’s, nor for its downloads', () => {
    for (const url of [
      'https://www.kaspersky.com/downloads/standard',
      'https://www.kaspersky.de/premium',
      'https://support.kaspersky.com/help/',
    ]) {
      const index = fresh();
      expect(classifyAddress(index, { url, title: 'Buy now' }).label).not.toBe('unrelated');
      expect(index.weighing.isWanted, url).toBe(false);
      expect(index.knowsWords('page'), url).toBe(false);
    }
  });
});
