// A right-to-left language, as a publisher may add it: a locale beside the others, and the advisory's texts in it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import english from '../../../_locales/en/messages.json' with { type: 'json' };
import packaged from '../../../src/data/advisory.json' with { type: 'json' };
import { mirrored, pseudoAdvisory, pseudoMessages } from '../../cases/pseudo-locale.ts';
import type { Engine, PageHandle } from '../../harness/browsers/browser.ts';
import { eventually } from '../../harness/eventually.ts';
import { inEachBrowser } from '../../harness/stage.ts';
import { outFile, ownBuild } from '../../harness/builds/own-build.ts';
import { everyScreen, readScreen } from '../../harness/pages/every-screen.ts';
import { markTexts, shownNotice } from '../../harness/pages/notice.ts';
import { demoPages } from '../../harness/site/routes.ts';

// Browsers know their locales by name; of those that read from the right, this one stands for all.
const language = 'ar';
/** Firefox leaves the marks out of what it gives as an element's text. */
const plain = (text: string) => text.replace(/[\u200F\u202E\u202C]/g, '');
const messages = pseudoMessages(english, language, mirrored);

async function mirroredBuild(engine: Engine): Promise<string> {
  const file = outFile(`mirrored-${engine}.json`);
  writeFileSync(file, JSON.stringify(pseudoAdvisory(packaged, language, mirrored)));
  const folder = await ownBuild(engine, 'mirrored', { ADVISORY_FILE: file });
  mkdirSync(join(folder, '_locales', language), { recursive: true });
  writeFileSync(join(folder, '_locales', language, 'messages.json'), JSON.stringify(messages));
  return folder;
}

inEachBrowser(
  'A right-to-left language',
  (stage) => {
    let vendor: PageHandle;
    let options: PageHandle;

    beforeAll(async () => {
      const { browser } = stage();
      vendor = await browser.openPage(demoPages.vendorDownload.url);
      options = await browser.openExtensionPage('src/pages/options/index.html');
      await readScreen(options, 'options');
    });
    afterAll(async () => {
      for (const page of [vendor, options]) await page.close();
    });

    it('turns every screen round when it is chosen, and marks it as what it is', async () => {
      await options.evaluate(
        `(language) => { const choice = document.querySelector('#language-choice'); choice.value = language; choice.dispatchEvent(new Event('change', { bubbles: true })); }`,
        language,
      );
      await eventually('The settings from the right', () =>
        options.evaluate<boolean>(`() => document.documentElement.dir === 'rtl'`),
      );
      const screens = await everyScreen(stage().browser, vendor);
      expect(screens.map(({ language: tag, direction }) => `${tag} ${direction}`)).toEqual(
        screens.map(() => 'ar rtl'),
      );
      for (const { name, text } of screens) expect(text, name).toContain('\u200F\u202E');
    });

    it('turns the notice and the marks in an open page round too, and nothing of the page', async () => {
      await vendor.toFront();
      const notice = await eventually('The notice from the right', async () => {
        const shown = await shownNotice(vendor);
        return shown.direction === 'rtl' && shown;
      });
      expect(notice.language).toBe('ar');
      expect(plain(notice.text)).toContain(english.noticeTopicAlternatives.message);
      await eventually('Marks in the language', async () =>
        (await markTexts(vendor)).every((mark) => plain(mark) === english.linkMark.message),
      );
      expect(await vendor.evaluate<string>('() => document.documentElement.dir')).toBe('');
    });
  },
  { build: mirroredBuild },
);
