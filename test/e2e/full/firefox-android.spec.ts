// Firefox without the APIs that Firefox for Android lacks: it warns, and says what it can't do.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { androidBuild } from '../../harness/builds/android-build.ts';
import { engines } from '../../harness/engines.ts';
import { eventually } from '../../harness/eventually.ts';
import { freshBrowser, type Lent } from '../../harness/fresh-browser.ts';
import { badgeOf } from '../../harness/pages/badge.ts';
import { pressInNotice, shownNotice } from '../../harness/pages/notice.ts';
import { showsText } from '../../harness/pages/own-page.ts';
import { demoPages } from '../../harness/site/routes.ts';

const cannot = /doesn’t tell extensions about downloads, so listed files aren’t held here/;

describe.runIf(engines.includes('firefox'))('Without the APIs that Android lacks', () => {
  let lent: Lent;
  beforeAll(async () => {
    lent = await freshBrowser('firefox', { hosts: {}, extension: androidBuild() });
  });
  afterAll(() => lent?.giveBack());

  it('the notice, the badge and the notice’s button are as ever, after a sleep too', async () => {
    const { browser } = lent;
    const page = await browser.openPage(demoPages.listing.url);
    await shownNotice(page);
    expect((await badgeOf(browser, page)).text).toBe('!');
    await page.close();
    await browser.stopWorker();
    const next = await browser.openPage(demoPages.vendorDownload.url);
    await shownNotice(next);
    await pressInNotice(next, /alternative/i);
    const [opened] = await eventually('Our page', async () => {
      const pages = await browser.extensionPages('src/pages/');
      return pages.length > 0 && pages;
    });
    await opened?.close();
    await next.close();
  });

  it('the popup and the settings say that downloads aren’t held', async () => {
    const { browser } = lent;
    const page = await browser.openPage(demoPages.vendor.url);
    const popup = await browser.clickIcon(page);
    await eventually('The popup’s word', async () => cannot.test(await popup.text()));
    const options = await browser.openExtensionPage('src/pages/options/index.html');
    await showsText(options, cannot);
    // The build is what it should be.
    expect(await options.evaluate('() => globalThis.absentApis')).toBeGreaterThan(50);
    expect(await options.evaluate(`() => 'downloads' in browser`)).toBe(false);
    await options.close();
    await page.close();
  });

  it('every page of ours opens', async () => {
    const { browser } = lent;
    for (const name of ['options', 'policy', 'welcome', 'popup']) {
      const page = await browser.openExtensionPage(`src/pages/${name}/index.html`);
      await showsText(page, /Kaspersky/);
      await page.close();
    }
  });
});
