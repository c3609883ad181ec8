import { expect, it } from 'vitest';
import { labelBehaviors } from '../../../../src/core/detection/model/labels.ts';
import type { PageHandle } from '../../../harness/browsers/browser.ts';
import { mayRestart, overRestart } from '../../../harness/engines.ts';
import { eventually, never } from '../../../harness/eventually.ts';
import { inEachBrowser } from '../../../harness/stage.ts';
import { badgeOf } from '../../../harness/pages/badge.ts';
import {
  markTexts,
  noticeGone,
  noticeIn,
  pressInNotice,
  shownNotice,
} from '../../../harness/pages/notice.ts';
import { demoPages } from '../../../harness/site/routes.ts';

/** Whether the document is what the server sent and nothing else: compared with a parse of the same bytes. */
const isUntouched = `async () => {
  const sent = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  return document.documentElement.outerHTML === sent.documentElement.outerHTML;
}`;

inEachBrowser('The warning in a page', (stage) => {
  const open = (url: string) => stage().open(url);
  const badge = (page: PageHandle) => badgeOf(stage().browser, page);
  const badgeText = (page: PageHandle, wanted: string) =>
    eventually(`The badge "${wanted}"`, async () => (await badge(page)).text === wanted);

  const speaking = [
    demoPages.vendor,
    demoPages.vendorDownload,
    demoPages.portal,
    demoPages.listing,
    demoPages.removal,
  ];
  it.each(speaking)(
    'speaks up on the $kind, in the page and in the toolbar',
    async ({ url, label }) => {
      const page = await open(url);
      const notice = await shownNotice(page);
      expect(notice.heading || notice.text).toMatch(/\w+ \w+/);
      await badgeText(page, labelBehaviors[label].badge);
      const { title } = await badge(page);
      expect(title.length).toBeGreaterThan('Kaspersky Ban Advisory: '.length);
      expect(title).toMatch(/^Kaspersky Ban Advisory: /);
    },
  );

  it.each([demoPages.news, demoPages.encyclopedia, demoPages.research, demoPages.unrelated])(
    'leaves the $kind alone: no element, no script, no badge',
    async ({ url }) => {
      const page = await open(url);
      await never('Nothing is drawn', async () => (await page.shadowTrees()).length > 0);
      expect(await page.evaluate(isUntouched)).toBe(true);
      expect(await page.extensionWorlds()).toEqual([]);
      expect((await badge(page)).text).toBe('');
    },
  );

  it('finds its own script where it does speak, so that the test above can fail', async () => {
    const page = await open(demoPages.vendorDownload.url);
    await shownNotice(page);
    expect(await page.extensionWorlds()).toHaveLength(1);
    expect(await page.evaluate(isUntouched)).toBe(false);
  });

  it('tells the tiers apart by the color of the badge', async () => {
    const [warning, hint] = [await open(demoPages.portal.url), await open(demoPages.removal.url)];
    await badgeText(warning, '!');
    await badgeText(hint, 'i');
    expect((await badge(warning)).color).not.toBe((await badge(hint)).color);
  });

  it('marks the links of a portal that start the listed download, and no others', async () => {
    const page = await open(demoPages.portal.url);
    const marks = await eventually('Two marks', async () => {
      const texts = await markTexts(page);
      return texts.length === 2 ? texts : null;
    });
    for (const mark of marks) expect(mark).toMatch(/will ask before opening/i);
  });

  it('follows a page that changes its address without loading', async () => {
    const page = await open(demoPages.otherListing.url);
    await never('Another app is no matter', () => noticeIn(page));
    const follow = (app: string) =>
      page.evaluate(`(app) => document.querySelector('[data-app="' + app + '"]').click()`, app);
    await follow('com.kms.free');
    await shownNotice(page);
    await badgeText(page, '!');
    await follow('org.example.notes');
    await noticeGone(page);
    await badgeText(page, '');
  });

  it('says why it is shown, with the rule’s id', async () => {
    const page = await open(demoPages.vendorDownload.url);
    await shownNotice(page);
    await pressInNotice(page, /why am i seeing this/i);
    await eventually('The reason', async () =>
      /\bvendor\.[a-z-]+/.test((await noticeIn(page))?.text ?? ''),
    );
  });

  it('shows a vendor’s notice once and leaves the toolbar to say it afterward', async () => {
    const page = await open(demoPages.vendor.url);
    await badgeText(page, '!');
    await never('A calm notice comes once a day', () => noticeIn(page));
  });

  it(`keeps a snoozed site quiet${overRestart}, and the badge on`, async () => {
    const page = await open(demoPages.portal.url);
    await shownNotice(page);
    await pressInNotice(page, /hide for 30 days/i);
    await noticeGone(page);
    if (mayRestart) {
      stage().opened.length = 0;
      await stage().browser.restart();
    }
    const again = await open(demoPages.portal.url);
    await badgeText(again, '!');
    await never('The site is snoozed', () => noticeIn(again));
    const listing = await open(demoPages.listing.url);
    await shownNotice(listing);
  });
});
