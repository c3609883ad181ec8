// What takes no press: a button that waits, and one that was pressed already. What came last stays.
import { whenPlayed } from '../harness/driver.ts';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import english from '../../../_locales/en/messages.json' with { type: 'json' };
import { executable } from '../../harness/browsers/executable.ts';
import { engines } from '../../harness/engines.ts';

describe.each(engines)('The question page, in %s,', (engine) => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const isFirefox = engine === 'firefox';
    browser = await launch({
      executablePath: executable(engine),
      headless: true,
      defaultViewport: { width: 1100, height: 800 },
      ...(isFirefox ? { browser: 'firefox' } : { args: ['--no-sandbox'] }),
    });
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  const open = (parameters: string) =>
    page.goto(`${inject('galleryOrigin')}/src/pages/question/index.html?locale=en&${parameters}`);
  const marks = (name: string) =>
    page.evaluate((wanted) => performance.getEntriesByName(wanted).length, name);

  /** What a person sees and hears of it, and where everything stands. */
  const state = () =>
    page.evaluate(() => {
      const button = document.querySelector('.keep .button');
      const described = (button?.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id));
      return {
        isOff: button?.getAttribute('aria-disabled') === 'true',
        seen: [...document.querySelectorAll('.keep .hint')]
          .filter((hint) => hint.checkVisibility({ visibilityProperty: true }))
          .map((hint) => hint.textContent),
        heard: described.map((one) => one?.textContent).slice(1),
        opacity: button && getComputedStyle(button).opacity,
        places: [...document.querySelectorAll('main *')].map((element) =>
          JSON.stringify(element.getBoundingClientRect()),
        ),
      };
    });

  it.each([1100, 320])(
    'says why its second button waits, to the eye and to the ear, takes no press meanwhile, and moves nothing when it is ready (%i px)',
    async (width) => {
      await page.setViewport({ width, height: 800 });
      await open('scene=ready');
      await page.evaluate(whenPlayed);
      const ready = await state();
      // All in one go, so that no moment is too short for it.
      await page.evaluate(async () => {
        document.dispatchEvent(new Event('visibilitychange'));
        while (!document.querySelector('.waits')) await new Promise(requestAnimationFrame);
        document.querySelector<HTMLButtonElement>('.keep .button')?.click();
        // No further moment passes until it is looked at.
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      });
      const waiting = await state();
      expect(waiting).toMatchObject({
        isOff: true,
        seen: [english.questionKeepWaits.message],
        heard: [english.questionKeepWaits.message],
        opacity: '1',
      });
      expect(ready).toMatchObject({ isOff: false, seen: [], heard: [], opacity: '1' });
      expect(waiting.places).toEqual(ready.places);
      await page.evaluate(() => {
        Reflect.deleteProperty(document, 'visibilityState');
        document.dispatchEvent(new Event('visibilitychange'));
      });
      await page.waitForSelector('.keep:not(.waits)');
      // The press came to nothing; one that comes now counts.
      expect(await page.$$eval('.decided', (lists) => lists.length)).toBe(0);
      await page.click('.keep .button');
      await page.waitForSelector('.decided');
    },
  );

  it('gives one answer, though its button is pressed twice', async () => {
    await open('scene=ready');
    await page.evaluate(whenPlayed);
    await page.evaluate(async () => {
      const button = document.querySelector<HTMLButtonElement>('.question .primary');
      button?.click();
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      button?.click();
    });
    await page.waitForSelector('.decided');
    expect(await marks('answer')).toBe(1);
  });

  it('keeps what it learned last, though an earlier answer comes later', async () => {
    await open('scene=ready&late');
    await page.waitForFunction(() => performance.getEntriesByName('late answer').length > 0);
    await page.evaluate(() => gallery.painted());
    expect(await page.$$eval('.question', (cards) => cards.length)).toBe(0);
    expect(await page.$$eval('h1', (titles) => titles.length)).toBe(1);
  });
});
