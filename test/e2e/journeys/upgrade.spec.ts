// The last release is replaced by the working tree, as an update does it; what a person had set and begun is kept.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../harness/browsers/browser.ts';
import { launchBrowser } from '../../harness/browsers/launch.ts';
import { eventually } from '../../harness/eventually.ts';
import { twoBuilds, type TwoBuilds } from '../../harness/builds/last-release.ts';
import { badgeOf } from '../../harness/pages/badge.ts';
import { noticeGone, noticeIn, pressInNotice, shownNotice } from '../../harness/pages/notice.ts';
import { pressControl, showsText } from '../../harness/pages/own-page.ts';
import { askedAbout, downloadsOf } from '../../harness/pages/question.ts';
import { startSite, type Site } from '../../harness/servers/site.ts';
import { demoFiles, demoPages, morePages } from '../../harness/site/routes.ts';
import { engines } from '../../harness/engines.ts';

const fileName = 'kis15.0.1.415en_6872.exe';

interface OptionsReply {
  readonly reply: {
    readonly repairs: readonly unknown[];
    readonly advisory: { readonly version: number };
  };
}

describe.each(engines)('An update of the extension, %s,', (engine) => {
  let site: Site;
  let browser: Browser;
  let builds: TwoBuilds;
  beforeAll(async () => {
    builds = twoBuilds(engine);
    site = await startSite();
    browser = await launchBrowser(engine, {
      proxyPort: site.proxyPort,
      extension: builds.old.folder,
    });
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const version = async () => {
    const page = await browser.openExtensionPage('src/pages/options/index.html');
    const found = await page.evaluate<string>(
      `async () => (await (await fetch('/manifest.json')).json()).version`,
    );
    await page.close();
    return found;
  };
  const change = (name: string, value: unknown) =>
    browser.api('runtime.sendMessage', { name: 'change-setting', request: { name, value } });
  const stored = (key: string) => browser.api<Record<string, unknown>>('storage.local.get', key);
  /** A download's state may change with the browser's; that it is asked about may not. */
  const askedIds = async () =>
    ((await stored('questions'))['questions'] as readonly { id: string }[]).map(({ id }) => id);
  const downloads = () => downloadsOf(browser, demoFiles.slow);

  it('comes to a browser in use', async () => {
    expect(await version()).toBe(builds.old.version);
    await change('snoozeDays', 7);
    await change('jurisdictions', ['us']);
    const portal = await browser.openPage(demoPages.portal.url);
    await pressInNotice(portal, /hide for 7 days/i);
    await noticeGone(portal);
    const shop = await browser.openPage(morePages.shop.url);
    await shownNotice(shop);
    const page = await browser.openPage(demoPages.unrelated.url);
    await page.evaluate('(file) => { location.href = file; }', demoFiles.slow);
    await askedAbout(browser, fileName);
    await eventually('The hold', async () =>
      (await downloads()).some((download) => download.paused || download.state === 'interrupted'),
    );

    const before = await Promise.all([stored('settings'), stored('snoozes'), askedIds()]);
    expect(before).toMatchObject([
      { settings: { snoozeDays: 7, jurisdictions: ['us'] } },
      { snoozes: [{}] },
      [expect.any(String)],
    ]);
    await browser.upgrade(builds.next.folder);
    expect(await version()).toBe(builds.next.version);
    // Chromium was closed meanwhile, and its pages with it.
    if (engine === 'firefox') {
      await eventually(
        'The badge, by what the page says of itself',
        async () => (await badgeOf(browser, shop)).text === '!',
      );
      await eventually(
        'One notice, of the new version',
        async () => (await shop.shadowTrees()).length === 1,
      );
      await pressInNotice(shop, /close/i);
      await noticeGone(shop);
    }
    expect(await Promise.all([stored('settings'), stored('snoozes'), askedIds()])).toEqual(before);
  });

  it('repairs nothing, and greets nobody again', async () => {
    const { reply } = await browser.api<OptionsReply>('runtime.sendMessage', {
      name: 'options-view',
      request: {},
    });
    expect(reply.repairs).toEqual([]);
    expect(await browser.extensionPages('src/pages/welcome/')).toEqual([]);
  });

  it('asks about the held download again, and carries the answer out', async () => {
    const question = await askedAbout(browser, fileName);
    await pressControl(question, /cancel|dismiss/);
    await showsText(question, /cancel/i);
    await eventually('The end of the download', async () =>
      (await downloads()).every((download) => download.state !== 'in_progress' && !download.paused),
    );
    await question.close();
  });

  it('keeps the snoozed site quiet, warns elsewhere, and counts in the days that were set', async () => {
    const portal = await browser.openPage(demoPages.portal.url);
    await eventually('The badge', async () => (await badgeOf(browser, portal)).text === '!');
    expect(await noticeIn(portal)).toBeNull();
    const listing = await browser.openPage(demoPages.listing.url);
    const { buttons } = await shownNotice(listing);
    expect(buttons.map(({ label }) => label).join()).toMatch(/hide for 7 days/i);
  });
});
