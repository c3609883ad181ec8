import { describe, expect, it } from 'vitest';
import type { SigningKey } from '../../../tools/advisory/signing/key-file.ts';
import { forged, header, signatureOf } from '../../cases/forgery.ts';
import { makeRoot, signed } from '../../harness/publisher.ts';
import type { PageHandle } from '../../harness/browsers/browser.ts';
import { eventually, never } from '../../harness/eventually.ts';
import { someOf } from '../../harness/extent.ts';
import { attacks } from '../../harness/feed-attacks.ts';
import { demoUpdate, movedDate } from '../../harness/feed-demo.ts';
import { inEachBrowser } from '../../harness/stage.ts';
import { noticeIn, shownNotice } from '../../harness/pages/notice.ts';
import { pressControl, showsText } from '../../harness/pages/own-page.ts';
import {
  feedHost,
  nextAdvisory,
  pinnedBuild,
  pinnedKeys,
  pinnedRoot,
  publish,
} from '../../harness/builds/pinned-build.ts';
import { createFeed } from '../../harness/servers/feed.ts';
import { demoPages } from '../../harness/site/routes.ts';

const [keys, root] = [pinnedKeys, pinnedRoot];
const feed = createFeed();
const elsewhere = createFeed();

inEachBrowser(
  'An update of the advisory',
  (stage) => {
    const openOptions = () => stage().browser.openExtensionPage('src/pages/options/index.html');
    const checkNow = async (options: PageHandle, says: RegExp, limitMs = 15_000) => {
      await pressControl(options, /^check now$/i);
      return eventually(
        `The text ${says}`,
        async () => {
          const text = await options.text();
          return says.test(text) && text;
        },
        limitMs,
      );
    };
    const versionInUse = async () => {
      const { reply } = await stage().browser.api<{ reply: { advisory: { version: number } } }>(
        'runtime.sendMessage',
        { name: 'options-view', request: {} },
      );
      return reply.advisory.version;
    };
    const isFine = /you’re up to date/i;

    it('waits for its time, and is checked at once when a person asks', async () => {
      await never('Nothing is asked at the start', async () => feed.requests.length > 0);
      await publish(feed, nextAdvisory(2), keys);
      const options = await openOptions();
      expect(await showsText(options, /next check/i)).toMatch(/not yet/i);
      const text = await checkNow(options, /you’re up to date/i);
      expect(text).toContain(root.advisory.keys[0]);
      expect(feed.requests.map(({ path }) => path)).toEqual([
        '/advisory/root/2.json',
        '/advisory/advisory.json',
      ]);
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
      const popup = await browser.openExtensionPage(
        `src/pages/popup/index.html?tab=${String(listing.tabId)}#ban`,
      );
      await showsText(popup, /\w/);
      expect(await popup.text()).not.toContain(movedDate);

      await publish(feed, nextAdvisory(3, demoUpdate), keys);
      const options = await openOptions();
      const text = await checkNow(options, /you’re up to date/i);
      expect(text).toMatch(/what the last update changed \(\d+\)/i);
      await pressControl(options, /what the last update changed/i);
      expect(await options.text()).toMatch(/A date that was moved: now .*2031.*\(was /);
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
      await checkNow(options, /you’re up to date/i);
      expect(feed.requests.at(-1)).toMatchObject({ path: '/advisory/advisory.json', status: 304 });
      const unrelated = await browser.openPage(demoPages.unrelated.url);
      const popup = await browser.openExtensionPage(
        `src/pages/popup/index.html?tab=${String(unrelated.tabId)}#ban`,
      );
      await showsText(popup, /A date that was moved/);
      for (const page of [popup, unrelated, options]) await page.close();
    });

    it('comes by itself when its alarm rings, with the background worker asleep', async () => {
      const { browser } = stage();
      const { advisoryFeed } = await browser.api<{ advisoryFeed: object }>(
        'storage.local.get',
        'advisoryFeed',
      );
      await browser.api('storage.local.set', {
        advisoryFeed: { ...advisoryFeed, nextCheckAt: Date.now() - 1000 },
      });
      await browser.stopWorker();
      const before = feed.requests.length;
      await browser.api('alarms.create', 'feed-check', { when: Date.now() + 500 });
      await eventually('A check', async () => feed.requests.length >= before + 2, 60_000);
      const alarm = await eventually('The next alarm', async () => {
        const next = await browser.api<{ scheduledTime: number } | null>(
          'alarms.get',
          'feed-check',
        );
        return next && next.scheduledTime > Date.now() + 8 * 3_600_000 ? next : null;
      });
      expect(alarm.scheduledTime).toBeLessThan(Date.now() + 16 * 3_600_000);
    });

    describe('is refused, said why, and the old one goes on:', () => {
      it.each(someOf(attacks, 4))('%s', async (_name, attempt, says) => {
        feed.clear();
        await attempt(feed, keys, { address: 'elsewhere.example', feed: elsewhere });
        const options = await openOptions();
        const text = await checkNow(options, /found but rejected/i, 30_000);
        expect(text).toMatch(says);
        expect(text).toMatch(/The previous version is still in use/);
        expect(await versionInUse()).toBe(3);
        expect(elsewhere.requests).toEqual([]);
        expect(
          stage().site.requests.filter((address) => address.includes('elsewhere.example')),
        ).toEqual([]);
        await options.close();
      });
    });

    it('comes from any static web server, also one that says nothing of other origins', async () => {
      feed.clear();
      const envelope = await signed(nextAdvisory(4), keys.advisory.slice(0, 1));
      feed.put(
        '/advisory/advisory.json',
        (_request, response) =>
          void response.writeHead(200, { 'content-type': 'application/json' }).end(envelope),
      );
      feed.put('/advisory/root/2.json', (_request, response) => void response.writeHead(404).end());
      const options = await openOptions();
      await checkNow(options, /you’re up to date/i);
      await options.close();
    });

    it('shows while it is under way that it is', async () => {
      feed.clear();
      let answer: (() => void) | null = null;
      feed.put(
        '/advisory/root/2.json',
        (_request, response) => void (answer = () => void response.writeHead(404).end()),
      );
      await publish(feed, nextAdvisory(5), keys);
      const options = await openOptions();
      await checkNow(options, /checking for an update…/i);
      expect(
        await options.evaluate<boolean>(
          `() => document.querySelector('progress')?.checkVisibility() === true`,
        ),
      ).toBe(true);
      const release = await eventually('The request', async () => answer);
      release();
      await showsText(options, isFine);
      expect(
        await options.evaluate<boolean>(`() => document.querySelector('progress') === null`),
      ).toBe(true);
      expect(await versionInUse()).toBe(5);
      await options.close();
    });

    it('skips a rule that doesn’t compile, says so, keeps the others, and reads past fields that it doesn’t know', async () => {
      feed.clear();
      await publish(
        feed,
        {
          ...nextAdvisory(
            6,
            (draft) =>
              void draft.detection.rules.unshift({ id: 'bad', hosts: ['(a+)+$'] } as never),
          ),
          invented: { later: true },
        },
        keys,
      );
      const options = await openOptions();
      await checkNow(options, isFine);
      await pressControl(options, /entries that this version can’t use: 1/i);
      await showsText(options, /detection\.rules\.0/);
      expect(await versionInUse()).toBe(6);
      const portal = await stage().browser.openPage(demoPages.portal.url);
      await shownNotice(portal);
      for (const page of [portal, options]) await page.close();
    });

    it('recovers from a fast-forward by a stolen key, by rotation; then a threshold of two is met by two keys and by no key twice', async () => {
      feed.clear();
      const [stolen = keys.strange, fresh = keys.strange] = keys.advisory;
      await publish(feed, nextAdvisory(Number.MAX_SAFE_INTEGER), keys, stolen);
      const options = await openOptions();
      await checkNow(options, isFine);
      expect(await versionInUse()).toBe(Number.MAX_SAFE_INTEGER);

      const role = (of: readonly SigningKey[], threshold: number) =>
        makeRoot({
          version: 2,
          root: keys.root,
          advisory: of,
          advisoryThreshold: threshold,
          feed: root.feed,
          expires: root.expires,
        });
      feed.put('/advisory/root/2.json', await signed(role([fresh], 1), keys.root, 'root'));
      feed.put(
        '/advisory/root/3.json',
        await signed({ ...role([fresh, keys.strange], 2), version: 3 }, keys.root, 'root'),
      );
      const text = JSON.stringify(nextAdvisory(7));
      const once = { header: header(fresh.kid), signature: signatureOf(fresh) };
      feed.put('/advisory/advisory.json', forged(text, [once, once]));
      await checkNow(options, /1 of the 2 required signatures/);
      feed.put('/advisory/advisory.json', await signed(text, [fresh, keys.strange]));
      await checkNow(options, isFine);
      expect(await versionInUse()).toBe(7);
      expect(await options.text()).toContain(fresh.kid);
      await options.close();
    });

    it('says of itself that it may be out of date once it has expired, and goes on warning', async () => {
      feed.clear();
      const { browser } = stage();
      const [, fresh = keys.strange] = keys.advisory;
      const expires = Date.now() + 20_000;
      feed.put(
        '/advisory/advisory.json',
        await signed({ ...nextAdvisory(8), expires: new Date(expires).toISOString() }, [
          fresh,
          keys.strange,
        ]),
      );
      const options = await openOptions();
      await checkNow(options, isFine);
      await options.close();
      await eventually('The expiry', async () => Date.now() > expires, 30_000);
      const later = await openOptions();
      await showsText(later, /may be out of date/i);
      await checkNow(later, /expired on/);
      const portal = await browser.openPage(demoPages.portal.url);
      await shownNotice(portal);
      const popup = await browser.openExtensionPage(
        `src/pages/popup/index.html?tab=${String(portal.tabId)}`,
      );
      await showsText(popup, /may be out of date since/i);
      for (const page of [popup, portal, later]) await page.close();
    });
  },
  {
    hosts: { [feedHost]: feed.handle, 'elsewhere.example': elsewhere.handle },
    build: (engine) => (feed.clear(), pinnedBuild(engine)),
  },
);
