// Every key of a policy in the real browser, delivered as a real policy file: in force, changed while the browser runs (Firefox needs
// its next start), and taken away.
import { expect, it } from 'vitest';
import { policyNames, type PolicyName } from '../../../../src/core/policy/keys.ts';
import { signedEnvelope } from '../../../../tools/advisory/signing/envelope.ts';
import { newKey } from '../../../../tools/advisory/signing/key-file.ts';
import { withManifest } from '../../../../tools/release/installables.ts';
import type { Engine, PageHandle } from '../../../harness/browsers/browser.ts';
import { eventually, never } from '../../../harness/eventually.ts';
import { onEachComputer } from '../../../harness/computer.ts';
import { badgeOf } from '../../../harness/pages/badge.ts';
import { noticeIn, shownNotice } from '../../../harness/pages/notice.ts';
import { controlLabels, pressControl, showsText } from '../../../harness/pages/own-page.ts';
import { askedAbout, downloadsOf } from '../../../harness/pages/question.ts';
import { createFeed } from '../../../harness/servers/feed.ts';
import { demoFiles, demoPages, morePages } from '../../../harness/site/routes.ts';

const feed = createFeed();
const key = await newKey();
const feedHost = 'advisory.example.com';
const collectorHost = 'collector.example.com';
const reports: { headers: Record<string, unknown>; body: string }[] = [];
/** What a collector must answer, as docs/admin says. */
const openToExtensions = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type, x-api-key',
};
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** The organization's own document, which adds one rule: for an app's listing that is otherwise no matter. */
async function ownDocument(): Promise<string> {
  const { hostname, searchParams } = new URL(demoPages.otherListing.url);
  const rules = [
    {
      id: 'own',
      label: 'store-listing',
      reason: { en: 'Our own document says so.' },
      hosts: [hostname],
      queryHas: [searchParams.get('id')],
      rank: 1000,
    },
  ];
  const document = { format: 1, id: 'own', version: 1, issued: day(-1), expires: day(60), rules };
  return signedEnvelope(new TextEncoder().encode(JSON.stringify(document)), 'overlay', [
    { ...key, kid: key.x },
  ]);
}

/** As the build for administrators who require every site (`ADVISORY_PROFILE=every-site`). */
function everySite({
  optional_host_permissions: sites,
  host_permissions: hosts,
  ...manifest
}: Record<string, unknown>): object {
  return { ...manifest, host_permissions: [hosts, sites].flat() };
}

const adviceRule = 'www.bestbuy.com/site/antivirus-advice/*';
const shown: Record<Engine, Set<PolicyName>> = { chromium: new Set(), firefox: new Set() };

onEachComputer(
  'A policy',
  () => ({
    orders: { firstRunPage: true },
    change: ({ chrome, firefox }) => ({
      chrome: withManifest(chrome, everySite),
      firefox: withManifest(firefox, everySite),
    }),
    hosts: {
      [feedHost]: feed.handle,
      [collectorHost]: (request, response) => {
        let body = '';
        request.on('data', (part: Buffer) => (body += part.toString()));
        request.on('end', () => {
          if (request.method === 'POST') reports.push({ headers: request.headers, body });
          response
            .writeHead(200, { 'content-type': 'application/json', ...openToExtensions })
            .end('{}');
        });
      },
    },
  }),
  (computer) => {
    const saw = (...names: PolicyName[]) =>
      names.forEach((name) => shown[computer().engine].add(name));
    const open = (url: string) => computer().browser.openPage(url);
    const popupOf = (page: PageHandle, part: string) =>
      computer().browser.openExtensionPage(
        `src/pages/popup/index.html?tab=${String(page.tabId)}#${part}`,
      );
    const change = (name: string, value: unknown) =>
      computer().browser.api<unknown>('runtime.sendMessage', {
        name: 'change-setting',
        request: { name, value },
      });
    const optionsView = async () => {
      const { reply } = await computer().browser.api<{
        reply: { settings: Record<string, unknown> };
      }>('runtime.sendMessage', { name: 'options-view', request: {} });
      return reply.settings;
    };

    it('opens the first-run page where it says so', async () => {
      const page = await eventually(
        'The first-run page',
        async () => (await computer().browser.extensionPages('src/pages/welcome/'))[0],
        30_000,
      );
      await page.close();
      saw('firstRunPage');
    });

    it('speaks for the organization, and only informs', async () => {
      await computer().order({
        mode: 'inform',
        jurisdictions: ['lt'],
        organizationName: 'Example Corporation',
        helpAddress: 'https://help.example.com/kaspersky',
        messages: { en: 'We have a replacement ready for you.' },
        approvedAlternatives: ['eset', 'Our own scanner'],
        exceptions: ['www.softpedia.com'],
      });
      const page = await open(demoPages.listing.url);
      await eventually(
        'The badge',
        async () => (await badgeOf(computer().browser, page)).text === '!',
      );
      await never('In this mode no notice is shown', () => noticeIn(page));
      const excepted = await open(demoPages.portal.url);
      await never(
        'On an exception there is not even a badge',
        async () => (await badgeOf(computer().browser, excepted)).text !== '',
      );
      const popup = await popupOf(page, 'page');
      const text = await showsText(popup, /We have a replacement ready for you/);
      expect(text).toContain('Example Corporation');
      expect(
        await popup.evaluate(
          `() => [...document.links].some(({ href }) => href === 'https://help.example.com/kaspersky')`,
        ),
      ).toBe(true);
      const alternatives = await popupOf(page, 'alternatives');
      expect(await showsText(alternatives, /Our own scanner/)).toMatch(
        /Example Corporation[\s\S]*ESET[\s\S]*in alphabetical order/,
      );
      const dates = await popupOf(page, 'dates');
      await showsText(dates, /Lithuania: replacement ordered/);
      expect(await dates.evaluate<string>('() => document.body.textContent')).not.toContain(
        'Canada: off government devices',
      );
      for (const opened of [page, excepted, popup, alternatives, dates]) await opened.close();
      saw(
        'mode',
        'jurisdictions',
        'organizationName',
        'helpAddress',
        'messages',
        'approvedAlternatives',
        'exceptions',
      );
    });

    it('is changed: warnings, for so many days, in a language', async () => {
      await computer().order({ mode: 'warn', snoozeDays: 7, language: 'en', exceptions: [] });
      const page = await open(demoPages.listing.url);
      const notice = await shownNotice(page);
      expect(notice.buttons.map(({ label }) => label).join()).toMatch(/\b7 days/);
      const excepted = await open(demoPages.portal.url);
      await shownNotice(excepted);
      const popup = await popupOf(page, 'page');
      await showsText(popup, /\w/);
      expect(await popup.text()).not.toContain('replacement ready');
      for (const opened of [page, excepted, popup]) await opened.close();
      saw('snoozeDays', 'language');
    });

    it('adds rules of its own, keeps people from silencing sites and from going on', async () => {
      await computer().order({
        extraRules: [`product-download ${adviceRule}`, 'product-download file:notes-*.zip'],
        mayDismiss: false,
        mayProceed: false,
      });
      const page = await open(morePages.shopAdvice.url);
      const notice = await shownNotice(page);
      expect(notice.buttons.map(({ label }) => label).join()).not.toMatch(/days/);
      await page.evaluate('(file) => { location.href = file; }', demoFiles.harmless);
      const question = await askedAbout(computer().browser, 'notes-1.2.zip');
      const labels = (await controlLabels(question)).join();
      expect(labels).toMatch(/cancel/i);
      expect(labels).not.toMatch(/keep|continue/i);
      await pressControl(question, /cancel/);
      await eventually('The end of the download', async () =>
        (await downloadsOf(computer().browser, demoFiles.harmless)).every(
          ({ state, paused }) => state === 'interrupted' && !paused,
        ),
      );
      for (const opened of [question, page]) await opened.close();
      saw('extraRules', 'mayDismiss', 'mayProceed');
    });

    it('watches every site where it says so, and not where it says no', async () => {
      await computer().order({ watchEverySite: false });
      const page = await open(morePages.blog.url);
      await never('The page is left alone', async () => (await page.shadowTrees()).length > 0);
      await computer().order({ watchEverySite: true });
      // Firefox was restarted for it.
      const watched = computer().engine === 'firefox' ? await open(morePages.blog.url) : page;
      await eventually('A mark at the link', async () => (await watched.shadowTrees()).length > 0);
      await watched.close();
      saw('watchEverySite');
    });

    it('has traces looked for, or lets nobody look', async () => {
      await computer().order({ lookForTraces: false, organizationName: 'Example Corporation' });
      const page = await computer().browser.openExtensionPage('src/pages/options/index.html');
      await showsText(page, /Example Corporation doesn’t allow looking for traces here/);
      await computer().order({ lookForTraces: true, organizationName: 'Example Corporation' });
      const ordered = await computer().browser.openExtensionPage('src/pages/options/index.html');
      await showsText(ordered, /Example Corporation has this browser watched for traces/);
      await ordered.close();
      saw('lookForTraces');
    });

    it('leaves to people what it says they may change, and nothing else', async () => {
      await computer().order({ snoozeDays: 9, mode: 'inform', peopleMayChange: ['snoozeDays'] });
      expect(await optionsView()).toMatchObject({ snoozeDays: 9, mode: 'inform' });
      await change('snoozeDays', 12);
      await change('mode', 'warn').catch(() => undefined);
      expect(await optionsView()).toMatchObject({ snoozeDays: 12, mode: 'inform' });
      await computer().order({ snoozeDays: 9 });
      expect(await optionsView()).toMatchObject({ snoozeDays: 9 });
      saw('peopleMayChange');
    });

    it('keeps from asking the network, and else brings the organization’s own document', async () => {
      feed.clear();
      feed.put('/kaspersky/overlay.json', await ownDocument());
      const ours = { feedAddress: `https://${feedHost}/kaspersky/`, feedKeys: [key.x] };
      const check = () =>
        computer().browser.api('runtime.sendMessage', { name: 'check-feeds', request: {} });
      await computer().order({ ...ours, checkForUpdates: false });
      await check();
      expect(feed.requests).toEqual([]);
      await computer().order(ours);
      await check();
      expect(feed.requests.map(({ path }) => path)).toContain('/kaspersky/overlay.json');
      const page = await open(demoPages.otherListing.url);
      await shownNotice(page);
      const popup = await popupOf(page, 'page');
      await eventually('The document’s own words', async () =>
        (await popup.evaluate<string>('() => document.body.textContent')).includes(
          'Our own document says so',
        ),
      );
      for (const opened of [page, popup]) await opened.close();
      saw('feedAddress', 'feedKeys', 'checkForUpdates');
    });

    it('reports to its collector, with its headers', async () => {
      expect(reports).toEqual([]);
      await computer().order({
        reportAddress: `https://${collectorHost}/v1/logs`,
        reportHeaders: { 'x-api-key': 'a-key-of-ours' },
      });
      const page = await open(demoPages.listing.url);
      const told = await eventually(
        'A report of the page',
        async () => reports.find(({ body }) => body.includes('page.labeled')),
        60_000,
      );
      expect(told.headers['x-api-key']).toBe('a-key-of-ours');
      expect(told.body).toContain('play.google.com');
      await page.close();
      saw('reportAddress', 'reportHeaders');
    });

    it('is taken away, and everything is as without one', async () => {
      await computer().order(null);
      reports.length = 0;
      // What the person set under the policy counts again.
      expect(await optionsView()).toMatchObject({
        mode: 'warn',
        snoozeDays: 12,
        exceptions: [],
        jurisdictions: [],
        language: '',
      });
      const page = await open(demoPages.listing.url);
      expect((await shownNotice(page)).buttons.map(({ label }) => label).join()).toMatch(
        /\b12 days/,
      );
      const popup = await popupOf(page, 'page');
      expect(await showsText(popup, /\w/)).not.toContain('Example Corporation');
      const asked = feed.requests.length;
      await computer().browser.api('runtime.sendMessage', { name: 'check-feeds', request: {} });
      expect(feed.requests.length).toBe(asked);
      await never('Nothing is reported any more', async () => reports.length > 0);
      for (const opened of [page, popup]) await opened.close();
    });

    it('has no key whose effect was not seen', () => {
      expect(policyNames.filter((name) => !shown[computer().engine].has(name))).toEqual([]);
    });
  },
);
