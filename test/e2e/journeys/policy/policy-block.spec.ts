import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { PageHandle } from '../../../harness/browsers/browser.ts';
import { eventually, never } from '../../../harness/eventually.ts';
import { onEachComputer } from '../../../harness/computer.ts';
import { controlLabels, pressControl } from '../../../harness/pages/own-page.ts';
import { downloadsOf, questionPath } from '../../../harness/pages/question.ts';
import { isWholeRun } from '../../../harness/extent.ts';
import { demoFiles, demoPages, morePages } from '../../../harness/site/routes.ts';

const blockedPath = 'src/pages/blocked/index.html';
const { hostname: adviceHost, pathname: advicePath } = new URL(morePages.shopAdvice.url);
const orders = {
  mode: 'block',
  organizationName: 'Example Corporation',
  helpAddress: 'https://help.example.com/kaspersky',
  messages: { en: 'A replacement is ready for you.' },
  approvedAlternatives: ['House Antivirus'],
  exceptions: ['play.google.com'],
  extraRules: [`product-download ${adviceHost}${advicePath}`],
};

onEachComputer(
  'Block mode',
  () => ({ orders }),
  (computer) => {
    const rules = () => computer().browser.api<unknown[]>('declarativeNetRequest.getDynamicRules');
    /** Follows a link to there, and waits for what the tab shows at last. */
    const follow = async (page: PageHandle, url: string) => {
      await page.goto(demoPages.unrelated.url);
      await page.evaluate('(url) => { location.href = url; }', url);
    };
    const blocked = (page: PageHandle) =>
      eventually('The block page', async () => {
        if (!(await page.url()).includes(blockedPath)) return null;
        // Between two documents there is neither an answer nor a text.
        const text = await page.text().catch(() => null);
        return text?.includes('Example Corporation') ? text : null;
      });

    it('stops a listing at the network and says by whom, why, and whom to ask, with no way on', async () => {
      const { browser, site } = computer();
      await eventually('The rules', async () => (await rules()).length > 100);
      const page = await browser.openPage(demoPages.unrelated.url);
      await follow(page, demoPages.portal.url);
      const text = await blocked(page);
      expect(text).toMatch(/blocked this page by policy/i);
      expect(text).toMatch(/portal\.[a-z-]+/);
      expect(text).toContain('A replacement is ready for you.');
      expect(text).toContain('House Antivirus');
      const labels = (await controlLabels(page)).join('\n');
      expect(labels).toMatch(/help desk/i);
      expect(labels).not.toMatch(/continue/i);
      // Not one byte was asked for.
      expect(site.requests).not.toContain(demoPages.portal.url);
      await pressControl(page, /go back/);
      await eventually(
        'The page before',
        async () => (await page.url()) === demoPages.unrelated.url,
      );
      await page.close();
    });

    it('stops what a rule of the organization’s own names', async () => {
      const page = await computer().browser.openPage(demoPages.unrelated.url);
      await follow(page, morePages.shopAdvice.url);
      await blocked(page);
      await page.close();
    });

    it('touches nothing else: other pages of the same hosts, news, removal help, and an exception', async () => {
      const { browser } = computer();
      const page = await browser.openPage(demoPages.unrelated.url);
      for (const { url } of [
        demoPages.vendor,
        demoPages.news,
        demoPages.encyclopedia,
        demoPages.research,
        demoPages.removal,
        demoPages.listing,
        demoPages.lookalike,
      ]) {
        await page.goto(url);
        await never(
          `${url} is left alone`,
          async () => (await page.url()).includes(blockedPath),
          400,
        );
      }
      await page.close();
    });

    it('stops what an address alone doesn’t tell when its page announces itself', async () => {
      const { browser } = computer();
      const page = await browser.openPage(demoPages.unrelated.url);
      // An escaped path can't be read at the network.
      await follow(page, demoPages.portal.url.replace('Kaspersky', '%4Baspersky'));
      await blocked(page);
      await page.close();
    });

    it('ends a download, says so on our page, and asks nothing', async () => {
      const { browser } = computer();
      const page = await browser.openPage(demoPages.unrelated.url);
      const file = demoFiles.slow.replace(
        'products.s.kaspersky-labs.com/homeuser',
        'files.example.org/mirror',
      );
      await page.evaluate('(file) => { location.href = file; }', file);
      const shown = await eventually(
        'The block page',
        async () => (await browser.extensionPages(`${blockedPath}?download`))[0],
      );
      await eventually('Its words', async () =>
        /blocked this download by policy/i.test(await shown.text().catch(() => '')),
      );
      const found = await downloadsOf(browser, file);
      expect(
        found.every(({ state, filename }) => state === 'interrupted' && !existsSync(filename)),
      ).toBe(true);
      expect(await browser.extensionPages(questionPath)).toEqual([]);
      await shown.close();
      await page.close();
    });

    it.runIf(isWholeRun)(
      'leaves a way on only where the policy says so, and takes its rules away with the mode',
      async () => {
        const { browser } = computer();
        await computer().order({ ...orders, mayProceed: true, exceptions: [] });
        const page = await browser.openPage(demoPages.unrelated.url);
        await follow(page, demoPages.portal.url);
        await blocked(page);
        await pressControl(page, /continue to this site/);
        await eventually('The portal', async () => (await page.url()) === demoPages.portal.url);
        await follow(page, demoPages.listing.url);
        await blocked(page);
        await page.close();

        await computer().order({ ...orders, mode: 'warn' });
        await eventually('No rule', async () => (await rules()).length === 0);
        const free = await browser.openPage(demoPages.portal.url);
        expect(await free.url()).toBe(demoPages.portal.url);
        await free.close();
        await computer().order(null);
        expect(await rules()).toEqual([]);
      },
    );
  },
);
