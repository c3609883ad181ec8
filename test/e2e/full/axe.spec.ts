// Checks closed shadow trees in other people's pages, which no tool in the page can see. The
// gallery checks every state of the notice in open trees; this is the installed extension.
import { expect, it } from 'vitest';
import type { Viewport } from '../../harness/browsers/browser.ts';
import { inEachBrowser } from '../../harness/stage.ts';
import { markTexts, noticeIn, pressInNotice, shownNotice } from '../../harness/pages/notice.ts';
import { eventually } from '../../harness/eventually.ts';
import { demoPages } from '../../harness/site/routes.ts';

const looks: Readonly<Record<string, Viewport>> = {
  light: { width: 1000, height: 700 },
  dark: { width: 1000, height: 700, dark: true },
  'forced colors': { width: 1000, height: 700, forcedColors: true },
  'a narrow window': { width: 320, height: 640 },
};

inEachBrowser('axe in closed shadow trees', (stage) => {
  const open = (url: string) => stage().open(url);

  // Each calm notice comes once a day, so the looks take turns on one page.
  it.each([demoPages.vendorDownload, demoPages.portal, demoPages.listing, demoPages.removal])(
    'finds nothing in the notice and the marks on the $kind, its reason told, in any look',
    async ({ url }) => {
      const page = await open(url);
      await shownNotice(page);
      await pressInNotice(page, /why am i seeing this/i);
      await eventually('The reason', async () =>
        /\b[a-z]+\.[a-z-]+/.test((await noticeIn(page))?.text ?? ''),
      );
      if (url === demoPages.portal.url)
        await eventually('The marks', async () => (await markTexts(page)).length === 2);
      for (const [name, look] of Object.entries(looks)) {
        await page.resize(look);
        await eventually('The notice again', () => noticeIn(page));
        const { faults, judged } = await page.axeInShadowTrees();
        expect(faults, name).toEqual([]);
        // axe was inside, and read words and buttons there.
        expect(judged, name).toEqual(
          expect.arrayContaining([
            'button-name',
            'target-size',
            ...(look.forcedColors ? [] : ['color-contrast']),
          ]),
        );
      }
    },
  );
});
