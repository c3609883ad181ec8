// A person adds their organization's feed on the options page, by its address and the key they were given.
import { expect, it } from 'vitest';
import { makeKeys } from '../../harness/publisher.ts';
import type { SigningKey } from '../../../tools/advisory/signing/key-file.ts';
import { signedEnvelope } from '../../../tools/advisory/signing/envelope.ts';
import type { PageHandle } from '../../harness/browsers/browser.ts';
import { eventually, never } from '../../harness/eventually.ts';
import { inEachBrowser } from '../../harness/stage.ts';
import { badgeOf } from '../../harness/pages/badge.ts';
import { noticeGone, noticeIn, shownNotice } from '../../harness/pages/notice.ts';
import { controlLabels, fillField, pressControl, showsText } from '../../harness/pages/own-page.ts';
import { createFeed } from '../../harness/servers/feed.ts';
import { demoPages } from '../../harness/site/routes.ts';

const {
  advisory: [key, otherKey],
  strange,
} = await makeKeys();
const own = key ?? strange;
const feed = createFeed();
const host = 'own.advisory-demo.example';
const address = `https://${host}/kaspersky/`;
const day = 86_400_000;
const at = (days: number) => new Date(Date.now() + days * day).toISOString();

const overlay = (version: number) => ({
  format: 1,
  id: 'example-corp',
  version,
  issued: at(-1),
  expires: at(60),
  exceptions: [{ host: 'www.softpedia.com', reason: { en: 'Our testers.' } }],
  rules: [
    {
      id: 'notes',
      label: 'store-listing',
      reason: { en: 'Our own rule.' },
      hosts: ['play.google.com'],
      queryHas: ['org.example.notes'],
    },
  ],
  // An organization that would like to be the publisher.
  root: { version: 99 },
  feedAddress: address,
  deadlines: [],
});
const publish = async (version: number, by: SigningKey) =>
  feed.put(
    '/kaspersky/overlay.json',
    await signedEnvelope(new TextEncoder().encode(JSON.stringify(overlay(version))), 'overlay', [
      { ...by, kid: by.x },
    ]),
  );

inEachBrowser(
  'An organization’s feed',
  (stage) => {
    const open = (url: string) => stage().open(url);
    const openOptions = async () => {
      const page = await stage().openOwn('src/pages/options/index.html');
      await showsText(page, /organi[sz]ation’s feed/i);
      return page;
    };
    const add = async (options: PageHandle, publicKey: string) => {
      await fillField(options, 'own-feed-address', address);
      await fillField(options, 'own-feed-key', publicKey);
      await pressControl(options, /^add and check$/i);
    };

    it('is not asked before its key is one, and not believed by another key', async () => {
      feed.clear();
      await publish(1, otherKey ?? strange);
      const options = await openOptions();
      await add(options, 'too-short');
      await showsText(options, /isn’t a public key/i);
      expect(feed.requests).toEqual([]);
      await add(options, own.x);
      await showsText(options, /key that isn’t trusted/i);
      expect(await options.text()).not.toMatch(/In use: example-corp/);
      await pressControl(options, /remove this feed/i);
      await showsText(options, /feed address/i);
    });

    it('adds its rules and exceptions to open pages, live, and changes nothing of the public advisory', async () => {
      await publish(1, own);
      const [listing, portal] = [
        await open(demoPages.otherListing.url),
        await open(demoPages.portal.url),
      ];
      await shownNotice(portal);
      const options = await openOptions();
      const version = /^version\n(\d+)/im.exec(await options.text())?.[1];
      await add(options, own.x);
      const text = await showsText(options, /In use: example-corp, version 1/);
      expect(text).toContain(own.x);
      expect(/^version\n(\d+)/im.exec(text)?.[1]).toBe(version);
      await portal.toFront();
      await noticeGone(portal);
      await listing.toFront();
      await shownNotice(listing);
      for (const { headers } of feed.requests)
        expect(headers.cookie ?? headers.referer).toBeUndefined();
    });

    it('is there after a restart, and gone with its document once the person removes it', async () => {
      const { browser } = stage();
      await browser.restart();
      const listing = await open(demoPages.otherListing.url);
      await shownNotice(listing);
      const options = await openOptions();
      await showsText(options, /In use: example-corp/);
      await pressControl(options, /remove this feed/i);
      await showsText(options, /feed address/i);
      await listing.toFront();
      await noticeGone(listing);
      await eventually(
        'The badge to go',
        async () => (await badgeOf(browser, listing)).text === '',
      );
      expect(await browser.api<unknown[]>('alarms.getAll')).toEqual([]);
      expect((await controlLabels(options)).filter((label) => /check now/i.test(label))).toEqual(
        [],
      );
      await never('The notice', () => noticeIn(listing));
    });
  },
  { hosts: { [host]: feed.handle } },
);
