// A browser's start under a policy. Chromium delivers the policy some three seconds later; nobody waits for it.
import { expect, it } from 'vitest';
import { eventually, never } from '../harness/eventually.ts';
import { keptPolicy, onEachComputer } from '../harness/computer.ts';
import { badgeOf } from '../harness/pages/badge.ts';
import { noticeIn, shownNotice } from '../harness/pages/notice.ts';
import { showsText } from '../harness/pages/own-page.ts';
import { demoPages } from '../harness/site/routes.ts';

const listing = demoPages.listing.url;
const limitMs = 200;

/** Notes, on the page's own clock, when something of ours first stood in it. The notice is put beside the body. */
const watching = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Apps</title><script>
  new MutationObserver(() => {
    if (window.noticeAt === undefined && document.querySelector('html > div')) window.noticeAt = performance.now();
  }).observe(document.documentElement, { childList: true });
</script><body><h1>Antivirus by Kaspersky</h1></body></html>`;

interface Times {
  readonly arrivedAt: number;
  readonly noticeAt: number;
}
const readTimes = `() => {
  if (window.noticeAt === undefined) return null;
  const { responseEnd } = performance.getEntriesByType('navigation')[0];
  return { arrivedAt: performance.timeOrigin + responseEnd, noticeAt: performance.timeOrigin + window.noticeAt };
}`;

onEachComputer(
  'A browser’s start under a policy',
  () => ({
    orders: {
      mode: 'warn',
      organizationName: 'Example Corporation',
      messages: { en: 'Ask the help desk first.' },
    },
    hosts: {
      [new URL(listing).hostname]: (_request, response) => {
        response
          .writeHead(200, {
            'content-type': 'text/html; charset=utf-8',
            'cache-control': 'no-store',
          })
          .end(watching);
      },
    },
  }),
  (computer) => {
    /**
     * Milliseconds from the moment when both are there, the page and the worker, until the notice stands; the quickest of some starts,
     * since what else runs on the machine makes a start slower, never quicker. Starts no more once one was quick enough.
     */
    async function quickestVerdict(): Promise<number> {
      const { browser } = computer();
      const verdicts: number[] = [];
      while (verdicts.length < 5 && !verdicts.some((ms) => ms < limitMs)) {
        await browser.restart(listing);
        const page = await eventually(
          'The first page',
          async () => (await browser.pagesAt(listing))[0],
        );
        const { arrivedAt, noticeAt } = await eventually('The verdict', () =>
          page.evaluate<Times | null>(readTimes),
        );
        verdicts.push(noticeAt - Math.max(arrivedAt, await browser.workerStartedAt()));
      }
      console.log(
        `First verdict after the start, ${computer().engine}: ${verdicts.map((ms) => ms.toFixed(0)).join(', ')} ms.`,
      );
      expect(Math.min(...verdicts)).toBeGreaterThan(0);
      return Math.min(...verdicts);
    }

    it('has its first verdict in the page that opens with the browser, at once', async () => {
      const withPolicy = await quickestVerdict();
      if (withPolicy < limitMs) return;
      // On a machine that is busy with other things, the measure is the same start without a policy.
      await computer().order(null);
      expect(withPolicy).toBeLessThan(1.5 * (await quickestVerdict()));
    });

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
        // Still the old order, because the browser has not said anything yet.
        expect(await keptPolicy(browser)).toEqual({ mode: 'inform' });
        expect(await noticeIn(page)).toBeNull();
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
