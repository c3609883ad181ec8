// The default build has no feed: whatever a person does with it, the extension asks nothing of the network. Everything that the browser
// sends passes the demo site's proxy, which writes it down.
import { expect, it } from 'vitest';
import { eventually, never } from '../../harness/eventually.ts';
import { inEachBrowser } from '../../harness/stage.ts';
import { noticeIn, pressInNotice, shownNotice } from '../../harness/pages/notice.ts';
import { controlLabels, showsText } from '../../harness/pages/own-page.ts';
import { askedAbout } from '../../harness/pages/question.ts';
import { demoFiles, demoPages } from '../../harness/site/routes.ts';

/** Where the makers of the browsers are asked for settings, lists and updates. */
const browsersOwn = /(^|\.)(mozilla\.(com|org|net)|firefox\.com|google(apis)?\.com|gvt[12]\.com)$/;

inEachBrowser('A build without a feed', (stage) => {
  /** Without those that the browser itself asks. */
  const hostsAsked = () => {
    const { requests, connections } = stage().site;
    const all = [
      ...requests.map((address) => new URL(address).host),
      ...connections.map((authority) => authority.replace(/:443$/, '')),
    ];
    return [...new Set(all)].filter((host) => !browsersOwn.test(host)).sort();
  };

  it('asks nothing of the network through all its flows: only what the person opened is fetched', async () => {
    const { browser, site } = stage();
    const files = await browser.openPage(demoPages.unrelated.url);
    const portal = await browser.openPage(demoPages.portal.url);
    await shownNotice(portal);
    const popup = await browser.openExtensionPage(
      `src/pages/popup/index.html?tab=${String(portal.tabId)}#ban`,
    );
    await showsText(popup, /\w/);
    const options = await browser.openExtensionPage('src/pages/options/index.html');
    await showsText(options, /no update feed/i);
    await pressInNotice(portal, /hide for 30 days/i);
    await files.evaluate('(file) => { location.href = file; }', demoFiles.slow);
    const question = await askedAbout(browser, 'kis15.0.1.415en_6872.exe');
    await browser.api('runtime.sendMessage', { name: 'check-feeds', request: {} });
    await browser.stopWorker();
    await browser.api('alarms.create', 'feed-check', { when: Date.now() + 100 });
    await eventually(
      'The alarm, spent',
      async () => (await browser.api<readonly unknown[]>('alarms.getAll')).length === 0,
      60_000,
    );
    for (const page of [question, options, popup, portal, files]) await page.close();
    await browser.restart();
    const again = await browser.openPage(demoPages.vendor.url);
    // The question that is still open comes in front by itself, and nothing is painted behind it.
    await eventually('A notice after the restart', async () => {
      await again.toFront();
      return noticeIn(again);
    });

    const opened: readonly string[] = [
      demoPages.unrelated.url,
      demoPages.portal.url,
      demoPages.vendor.url,
      demoFiles.slow,
    ];
    const theirHosts = opened.map((address) => new URL(address).host);
    const isPartOfPage = (address: string) =>
      opened.includes(address) || /\/(demo\.css|favicon\.ico)$/.test(address);
    await never(
      'Nothing else is asked',
      async () => {
        const strangers = hostsAsked().filter((host) => !theirHosts.includes(host));
        const others = site.requests.filter(
          (address) => theirHosts.includes(new URL(address).host) && !isPartOfPage(address),
        );
        return strangers.length + others.length > 0 ? [...strangers, ...others] : false;
      },
      2_000,
    );
  });

  it('plans no check, holds no host’s permission, and says so plainly', async () => {
    const { browser } = stage();
    expect(await browser.api<unknown[]>('alarms.getAll')).toEqual([]);
    expect(
      (await browser.api<{ origins: string[] }>('permissions.getAll')).origins.filter((pattern) =>
        /feed|advisory/.test(pattern),
      ),
    ).toEqual([]);
    const options = await browser.openExtensionPage('src/pages/options/index.html');
    await showsText(options, /no update feed/i);
    expect((await controlLabels(options)).filter((label) => /check now/i.test(label))).toEqual([]);
  });

  it('would have been found out: a request of one of its pages is written down', async () => {
    const { browser } = stage();
    const options = await browser.openExtensionPage('src/pages/options/index.html');
    await options.evaluate(`() => { fetch('https://told-on.example/').catch(() => undefined); }`);
    await eventually('The request', async () => hostsAsked().includes('told-on.example'));
  });
});
