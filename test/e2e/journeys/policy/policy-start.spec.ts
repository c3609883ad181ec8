// A browser's start under a policy. Chromium delivers the policy some three seconds later; nobody waits for it.
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { eventually, never } from '../../../harness/eventually.ts';
import { keptPolicy, onEachComputer } from '../../../harness/computer.ts';
import { badgeOf } from '../../../harness/pages/badge.ts';
import { noticeIn, shownNotice } from '../../../harness/pages/notice.ts';
import { showsText } from '../../../harness/pages/own-page.ts';
import { demoPages } from '../../../harness/site/routes.ts';

const listing = demoPages.listing.url;
onEachComputer(
  'A browser’s start under a policy',
  () => ({
    orders: {
      mode: 'warn',
      organizationName: 'Example Corporation',
      messages: { en: 'Ask the help desk first.' },
    },
  }),
  (computer) => {
    it('follows the policy of last time at once, and the new one when it comes', async () => {
      const { browser, engine, write } = computer();
      await computer().order({ mode: 'inform' });
      write({
        mode: 'warn',
        organizationName: 'Example Corporation',
        messages: { en: 'Ask the help desk first.' },
      });
      await browser.restart(listing);
      const page = await eventually(
        'The first page',
        async () => (await browser.pagesAt(listing))[0],
      );
      if (engine === 'chromium') {
        // The old order counts until the browser has said anything, which may be before we look.
        const there = await noticeIn(page);
        // Read after the page: what is still the old order was so then.
        const isOld = isDeepStrictEqual(await keptPolicy(browser), { mode: 'inform' });
        if (isOld) expect(there).toBeNull();
      }
      // Told of the change, the open page speaks up without a reload.
      await shownNotice(page);
      expect(await keptPolicy(browser)).toMatchObject({ mode: 'warn' });
    });

    it('shows the popup with what the organization says before the browser has delivered anything', async () => {
      const { browser, engine } = computer();
      await browser.restart('about:blank');
      const asked = Date.now();
      const popup = await browser.openExtensionPage('src/pages/popup/index.html');
      // In Chromium this answers when the browser has its policy.
      const delivery = popup.evaluate<number>(
        '() => (globalThis.browser ?? chrome).storage.managed.get(null).then(() => Date.now())',
      );
      await showsText(popup, /Ask the help desk first/);
      const shownAt = Date.now();
      const deliveredAt = await delivery;
      console.log(
        `Popup ${shownAt - asked} ms after it was asked for, policy after ${deliveredAt - asked} ms, ${engine}.`,
      );
      if (engine === 'chromium') expect(shownAt).toBeLessThan(deliveredAt);
      await popup.close();
    });

    it('forgets at once what a policy said that is gone', async () => {
      const { browser } = computer();
      await computer().order({ mode: 'inform' });
      await computer().order(null);
      const page = await browser.openPage(listing);
      await shownNotice(page);
      expect((await badgeOf(browser, page)).text).toBe('!');
      await browser.restart(listing);
      const first = await eventually(
        'The first page',
        async () => (await browser.pagesAt(listing))[0],
      );
      await shownNotice(first);
      await never('The old policy stays away', async () => (await keptPolicy(browser)) !== null);
    });
  },
);
