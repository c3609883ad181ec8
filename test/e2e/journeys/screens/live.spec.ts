// Pages of ours that are open while something changes: they say the new thing at once, without a flicker, and the person is where
// they were. What an update of the advisory changes in them is in advisory-update.spec.ts.
import { expect, it } from 'vitest';
import type { PageHandle } from '../../../harness/browsers/browser.ts';
import { eventually } from '../../../harness/eventually.ts';
import { onEachComputer } from '../../../harness/computer.ts';
import { inEachBrowser } from '../../../harness/stage.ts';
import { keepsPlace, takePlace } from '../../../harness/pages/kept-place.ts';
import { pressControl, showsText } from '../../../harness/pages/own-page.ts';
import { askedAbout, downloadsOf } from '../../../harness/pages/question.ts';
import { demoFiles, demoPages } from '../../../harness/site/routes.ts';

const stripOf = (popup: PageHandle) =>
  popup.evaluate<string>(`() => document.querySelector('.strip')?.textContent ?? ''`);
const strip = (popup: PageHandle, wanted: RegExp) =>
  eventually(`The strip ${wanted}`, async () => wanted.test(await stripOf(popup)));
const bannerIn = (popup: PageHandle) =>
  popup.evaluate<string>(
    `() => document.querySelector('.ways a[href*="question"]')?.textContent ?? ''`,
  );

inEachBrowser('While it is open, the popup', (stage) => {
  const popupOf = async (page: PageHandle) => {
    const popup = await stage().browser.openExtensionPage(
      `src/pages/popup/index.html?tab=${String(page.tabId)}#questions`,
    );
    await eventually('The questions', () =>
      popup.evaluate<boolean>(`() => document.getElementById('find-question') !== null`),
    );
    return popup;
  };

  it('follows its page from site to site', async () => {
    const page = await stage().browser.openPage(demoPages.vendor.url);
    const popup = await popupOf(page);
    await strip(popup, /www\.kaspersky\.com/);
    await takePlace(popup, '#find-question', 'VPN');
    await page.goto(demoPages.removal.url);
    await strip(popup, /support\.kaspersky\.com/);
    await page.goto(demoPages.listing.url);
    await strip(popup, /play\.google\.com/);
    // No script of ours looks at this one, and nobody clicked the icon there: what was said of the last page must not stay.
    await page.goto(demoPages.unrelated.url);
    await strip(popup, /not checked/i);
    expect(await keepsPlace(popup)).toEqual({
      typed: 'VPN',
      isFocused: true,
      isSame: true,
      hasFlickered: false,
    });
    for (const opened of [popup, page]) await opened.close();
  });

  it('counts the downloads that wait, and forgets those that are answered', async () => {
    const { browser } = stage();
    const page = await browser.openPage(demoPages.unrelated.url);
    const popup = await popupOf(page);
    await pressControl(popup, /^now$/i);
    await pressControl(popup, /^questions$/i);
    await takePlace(popup, '#find-question', 'refund');
    expect(await bannerIn(popup)).toBe('');
    await page.evaluate('(file) => { location.href = file; }', demoFiles.slow);
    const question = await askedAbout(browser, 'kis15');
    await eventually('The download in the popup', async () =>
      /held download/.test(await bannerIn(popup)),
    );
    await pressControl(question, /cancel/i);
    await eventually('Its end in the popup', async () => (await bannerIn(popup)) === '');
    expect(
      await downloadsOf(browser, demoFiles.slow).then((all) =>
        all.filter(({ state }) => state === 'in_progress'),
      ),
    ).toEqual([]);
    expect(await keepsPlace(popup)).toMatchObject({
      typed: 'refund',
      isSame: true,
      hasFlickered: false,
    });
    for (const opened of [popup, question, page]) await opened.close();
  });
});

inEachBrowser('While they are open, the settings', (stage) => {
  it('follow what changes elsewhere, a snooze and another setting, and keep what is being typed', async () => {
    const { browser } = stage();
    const options = await browser.openExtensionPage('src/pages/options/index.html');
    const other = await browser.openExtensionPage('src/pages/options/index.html');
    await showsText(options, /settings/i);
    await takePlace(options, '#exception', 'half.a.na');
    const until = new Date(Date.now() + 20 * 86_400_000).toISOString();
    await browser.api('storage.local.set', { snoozes: [{ host: 'www.kaspersky.com', until }] });
    await eventually('The snooze', () =>
      options.evaluate<boolean>(
        `() => document.querySelector('#snoozes .rows')?.textContent.includes('www.kaspersky.com') === true`,
      ),
    );
    await pressControl(other, /^inform only/i);
    await eventually('The mode', () =>
      options.evaluate<boolean>(`() => document.querySelector('input[value=inform]').checked`),
    );
    expect(await keepsPlace(options)).toMatchObject({
      typed: 'half.a.na',
      isSame: true,
      hasFlickered: false,
    });
    await options.toFront();
    await pressControl(options, /^show (?:warnings )?again/i);
    await eventually(
      'No snooze',
      async () =>
        (await browser.api<{ snoozes: unknown[] }>('storage.local.get', 'snoozes')).snoozes
          .length === 0,
    );
    for (const opened of [options, other]) await opened.close();
  });
});

onEachComputer(
  'While they are open, popup and settings',
  () => ({ orders: { organizationName: 'Example Corporation' } }),
  (computer) => {
    it('follow the administrator’s policy', async () => {
      const { browser, engine, order } = computer();
      const orders = {
        organizationName: 'Example Corporation',
        messages: { en: 'A replacement is ready for you.' },
        mode: 'inform',
      };
      // Firefox tells of a policy when it starts, and not again: there the pages are opened first thing.
      if (engine === 'firefox') await order(orders);
      const page = await browser.openPage(demoPages.vendor.url);
      const popup = await browser.openExtensionPage(
        `src/pages/popup/index.html?tab=${String(page.tabId)}#questions`,
      );
      const options = await browser.openExtensionPage('src/pages/options/index.html');
      await strip(popup, /www\.kaspersky\.com/);
      await eventually('The questions', () =>
        popup.evaluate<boolean>(`() => document.getElementById('find-question') !== null`),
      );
      await pressControl(popup, /^now$/i);
      await pressControl(popup, /^questions$/i);
      await takePlace(popup, '#find-question', 'VPN');
      if (engine === 'chromium') await order(orders);
      const note = () =>
        popup.evaluate<string>(`() => document.querySelector('.note')?.textContent ?? ''`);
      await eventually('The organization’s message', async () =>
        (await note()).includes('A replacement is ready for you.'),
      );
      await eventually('The lock', () =>
        options.evaluate<boolean>(
          `() => document.querySelector('input[name=mode][value=inform]:checked:disabled') !== null`,
        ),
      );
      expect(await options.text()).toContain('Example Corporation');
      expect(await keepsPlace(popup)).toMatchObject({
        typed: 'VPN',
        isSame: true,
        hasFlickered: false,
      });
      for (const opened of [popup, options, page]) await opened.close();
    });
  },
);
