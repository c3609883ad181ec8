import { describe, expect, it } from 'vitest';
import { measurePopupPaint, paintRatios } from '../../tools/bench/popup-paint.ts';
import { executable } from './browsers/executable.ts';

const engines = (process.env.ENGINES ?? 'chromium,firefox').split(',');

// Chromium alone tells of layout shifts; what makes the popup quick is the same code in both.
describe.runIf(engines.includes('chromium'))('The popup’s first screen', () => {
  it('is there as soon as a page without any script, whether or not the worker is awake, and nothing moves after it', async () => {
    const paint = await measurePopupPaint('dist/chrome', 15, executable('chromium'));
    const opened = [...paint.awake, ...paint.stopped];
    // Nothing is painted before there is something to read.
    expect(opened.filter(({ first, words }) => first < words)).toEqual([]);
    expect(opened.flatMap(({ shifts }) => shifts)).toEqual([]);
    const ratios = paintRatios(paint);
    console.log(`First paint with words, over that of a still page: ${ratios.awake.toFixed(2)}; with a stopped worker ${ratios.stopped.toFixed(2)}.`);
    // The goal is 1.25 (`npm run bench popup`), which a resting computer does not reach yet: of its 4 ms steps the still page needs about
    // 22, this one 28, give or take what else goes on. What no noise explains fails here.
    expect(ratios.awake).toBeLessThanOrEqual(1.5);
    expect(ratios.stopped).toBeLessThanOrEqual(1.5);
  });
});
