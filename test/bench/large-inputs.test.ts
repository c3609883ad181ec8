// However large or strange an input is, a verdict takes no longer than a millisecond.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { classifyDownload } from '../../src/core/detection/classify-download.ts';
import { classifyLink } from '../../src/core/detection/classify-link.ts';
import { classifyPage } from '../../src/core/detection/classify-page.ts';
import { compileRules } from '../../src/core/detection/engine/rule-index.ts';
import { packagedDetection } from '../cases/detection-cases.ts';
import { anyText, largeInputs } from '../cases/hostile-inputs.ts';
import { quickestMs } from '../cases/quickest.ts';

const { index } = compileRules(packagedDetection());
const limitMs = 1;
const expectQuick = (work: () => unknown) =>
  expect(quickestMs(work, limitMs)).toBeLessThan(limitMs);

it.each(largeInputs)('A megabyte is judged within a millisecond: %s', (_what, text) => {
  expectQuick(() => classifyPage(index, { url: text, title: text }));
  expectQuick(() => classifyDownload(index, { url: '', fileName: text }));
  const everywhere = { url: text, finalUrl: text, referrer: text, fileName: text };
  expectQuick(() => classifyDownload(index, everywhere));
  expectQuick(() => classifyLink(index, text));
});

it('Whatever else comes is judged within a millisecond', () => {
  fc.assert(
    fc.property(anyText, anyText, (url, title) => {
      expectQuick(() => classifyPage(index, { url, title }));
      expectQuick(() => classifyLink(index, url));
    }),
    { numRuns: 300 },
  );
});
