import { describe, expect, it } from 'vitest';
import { makeKeys, signed } from '../cases/publisher.ts';
import type { PageHandle } from './browsers/browser.ts';
import { eventually, never } from './eventually.ts';
import { demoUpdate, movedDate } from './feed-demo.ts';
import { inEachBrowser } from './in-each-browser.ts';
import { noticeIn, shownNotice } from './pages/notice.ts';
import { pressControl, showsText } from './pages/own-page.ts';
import { demoRoot, feedHost, nextAdvisory, pinnedBuild, publish } from './pinned-build.ts';
import { createFeed, endless, status } from './servers/feed.ts';
import { demoPages } from './site/routes.ts';

const keys = await makeKeys();
const root = demoRoot(keys);
const feed = createFeed();
const elsewhere = createFeed();

inEachBrowser(
  'An update of the advisory',
  (stage) => {
    const openOptions = () => stage().browser.openExtensionPage('src/options/index.html');
    const checkNow = async (options: PageHandle, says: RegExp) => {
      await pressControl(options, /^check now$/i);
      return showsText(options, says);
    };

    it('waits for its time, and is checked at once when a person asks', async () => {
      await never('Nothing is asked at the start', async () => feed.requests.length > 0);
      await publish(feed, nextAdvisory(2), keys);
      const options = await openOptions();
      expect(await showsText(options, /next check/i)).toMatch(/not yet/i);
      const text = await checkNow(options, /what you see is up to date/i);
      expect(text).toContain(root.advisory.keys[0]);
      expect(feed.requests.map(({ path }) => path)).toEqual(['/advisory/root/2.json', '/advisory/advisory.json']);
      for (const { headers } of feed.requests) {
        expect(headers.cookie).toBeUndefined();
        expect(headers.referer).toBeUndefined();
      }
      await options.close();
    });

    it('changes the open popup and the open page live, without a reload', async () => {
      const { browser } = stage();
      const listing = await browser.openPage(demoPages.otherListing.url);
      await never('This app is no matter yet', () => noticeIn(listing));
      await listing.evaluate('() => { window.isSameDocument = true; }');
      const other = await browser.openPage(demoPages.unrelated.url);
      const popup = await browser.openExtensionPage(`src/popup/index.html?tab=${String(listing.tabId)}#ban`);
      await showsText(popup, /\w/);
      expect(await popup.text()).not.toContain(movedDate);

      await publish(feed, nextAdvisory(3, demoUpdate), keys);
      const options = await openOptions();
      const text = await checkNow(options, /what you see is up to date/i);
      expect(text).toMatch(/what the last update changed \(\d+\)/i);
      await pressControl(options, /what the last update changed/i);
      expect(await options.text()).toMatch(/A date that was moved: from .*2031/);
      await listing.toFront();
      await shownNotice(listing);
      expect(await listing.evaluate('() => window.isSameDocument === true')).toBe(true);
      await showsText(popup, /A date that was moved/);
      for (const page of [popup, options, listing, other]) await page.close();
    });

    it('is there after a restart of the browser, and asked for conditionally', async () => {
      const { browser } = stage();
      await browser.restart();
      const options = await openOptions();
      await checkNow(options, /what you see is up to date/i);
      expect(feed.requests.at(-1)).toMatchObject({ path: '/advisory/advisory.json', status: 304 });
      const unrelated = await browser.openPage(demoPages.unrelated.url);
      const popup = await browser.openExtensionPage(`src/popup/index.html?tab=${String(unrelated.tabId)}#ban`);
      await showsText(popup, /A date that was moved/);
      for (const page of [popup, unrelated, options]) await page.close();
    });

    it('comes by itself when its alarm rings, with the background worker asleep', async () => {
      const { browser } = stage();
      const { advisoryFeed } = await browser.api<{ advisoryFeed: object }>('storage.local.get', 'advisoryFeed');
      await browser.api('storage.local.set', { advisoryFeed: { ...advisoryFeed, nextCheckAt: Date.now() - 1000 } });
      await browser.stopWorker();
      const before = feed.requests.length;
      await browser.api('alarms.create', 'feed-check', { when: Date.now() + 500 });
      await eventually('A check', async () => feed.requests.length >= before + 2, 60_000);
      const alarm = await eventually('The next alarm', async () => {
        const next = await browser.api<{ scheduledTime: number } | null>('alarms.get', 'feed-check');
        return next && next.scheduledTime > Date.now() + 8 * 3_600_000 ? next : null;
      });
      expect(alarm.scheduledTime).toBeLessThan(Date.now() + 16 * 3_600_000);
    });

    const attacks: readonly [string, () => Promise<void>, RegExp][] = [
      ['rollback', () => publish(feed, nextAdvisory(2), keys), /It is older: version 2, and version 3 is in use/],
      ['wrong key', () => publish(feed, nextAdvisory(4), keys, keys.strange), /key that is not trusted/],
      ['equivocation', () => publish(feed, nextAdvisory(3), keys), /two different documents with version 3/],
      ['arbitrary content', async () => feed.put('/advisory/advisory.json', JSON.stringify(nextAdvisory(4))), /not a signed document/],
      ['freeze', () => publish(feed, { ...nextAdvisory(4), expires: '2025-01-01T00:00:00Z', issued: '2024-12-01T00:00:00Z' }, keys), /expired on/],
      ['endless body', async () => feed.put('/advisory/advisory.json', endless('x'.repeat(300_000), 5)), /larger than/],
      ['304 without a copy', async () => feed.put('/advisory/root/2.json', status(304)), /there is no copy here/],
      ['500', async () => feed.put('/advisory/advisory.json', status(500)), /error 500/],
      ['redirect to http', async () => feed.put('/advisory/advisory.json', status(302, { location: `http://${feedHost}/plain.json` })), /another address/],
      [
        'redirect to another host',
        async () => {
          elsewhere.put('/advisory.json', await signed(nextAdvisory(4), keys.advisory.slice(0, 1)));
          feed.put('/advisory/advisory.json', status(302, { location: 'https://elsewhere.example/advisory.json' }));
        },
        /another address/,
      ],
    ];
    describe('is refused, said why, and the old one goes on:', () => {
      it.each(attacks)('%s', async (_name, attack, says) => {
        feed.clear();
        await attack();
        const options = await openOptions();
        const text = await checkNow(options, /but not taken over/i);
        expect(text).toMatch(says);
        expect(text).toMatch(/What was there before is kept/);
        const view = await stage().browser.api<{ reply: { advisory: { version: number } } }>('runtime.sendMessage', { name: 'options-view', request: {} });
        expect(view.reply.advisory.version).toBe(3);
        expect(elsewhere.requests).toEqual([]);
        expect(feed.requests.map(({ path }) => path)).not.toContain('/plain.json');
        await options.close();
      });
    });

    it('comes from any static web server, also one that says nothing of other origins', async () => {
      feed.clear();
      const envelope = await signed(nextAdvisory(5), keys.advisory.slice(0, 1));
      feed.put('/advisory/advisory.json', (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(envelope));
      feed.put('/advisory/root/2.json', (_request, response) => void response.writeHead(404).end());
      const options = await openOptions();
      await checkNow(options, /what you see is up to date/i);
      await options.close();
    });
  },
  { hosts: { [feedHost]: feed.handle, 'elsewhere.example': elsewhere.handle }, build: (engine) => (feed.clear(), pinnedBuild(engine, root)) },
);

