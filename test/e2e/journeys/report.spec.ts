// Reports from a real browser under a real policy to a real collector, which the browser asks by CORS.
import { describe, expect, it } from 'vitest';
import { readExportRequest } from '../../cases/otlp.ts';
import { eventually, never } from '../../harness/eventually.ts';
import { onEachComputer } from '../../harness/computer.ts';
import { shownNotice } from '../../harness/pages/notice.ts';
import { pressControl, showsText } from '../../harness/pages/own-page.ts';
import { askedAbout } from '../../harness/pages/question.ts';
import { createCollector } from '../../harness/servers/collector.ts';
import { demoFiles, demoPages } from '../../harness/site/routes.ts';

const host = 'collector.example.com';
const orders = {
  reportAddress: `https://${host}/v1/logs`,
  reportHeaders: { 'X-Api-Key': 'of-the-organization' },
  organizationName: 'Example Corporation',
};

describe('Reports', () => {
  const collector = createCollector();
  const arrived = (name: string, path?: string) =>
    eventually(
      `The event ${name} ${path ?? ''}`,
      async () =>
        collector.received.find(
          (one) => one.name === name && (path === undefined || one.attributes['url.path'] === path),
        ),
      60_000,
    );

  onEachComputer(
    'A computer whose policy names a collector',
    () => ({ orders, hosts: { [host]: collector.handle } }),
    (computer) => {
      it('reports that it is there, and the labeled page that was opened, by its address alone', async () => {
        collector.clear();
        const { browser } = computer();
        await browser.restart();
        const page = await browser.openPage(`${demoPages.vendor.url}?account=jane#inbox`);
        const told = await arrived('page.labeled', '/');
        expect(told.attributes).toMatchObject({
          'url.domain': 'www.kaspersky.com',
          'security_rule.category': 'vendor-site',
        });
        await arrived('heartbeat');
        expect(collector.faults).toEqual([]);
        expect(
          collector.requests.every(
            ({ headers }) =>
              headers['x-api-key'] === 'of-the-organization' && headers.cookie === undefined,
          ),
        ).toBe(true);
        expect(JSON.stringify(collector.requests)).not.toMatch(/jane|inbox/);
        const [request] = collector.requests;
        expect(JSON.stringify(readExportRequest(request?.body ?? ''))).toContain(
          computer().engine === 'firefox' ? '"Firefox"' : 'Chromium',
        );
        await page.close();
      });

      it('says so to the person: in the popup, and in the options with what and where', async () => {
        const { browser } = computer();
        const popup = await browser.openExtensionPage('src/pages/popup/index.html');
        await showsText(popup, /Example Corporation receives reports/);
        const options = await browser.openExtensionPage('src/pages/options/index.html');
        const text = await showsText(options, /Example Corporation receives reports/);
        expect(text).toContain(host);
        expect(text).toMatch(/Never sent: other pages/);
        expect(text).not.toMatch(/The pages you visit aren’t recorded/);
        await popup.close();
        await options.close();
      });

      it('reports a held download and its answer, without the page that it started on', async () => {
        const { browser } = computer();
        const page = await browser.openPage(`${demoPages.unrelated.url}?who=jane`);
        await page.evaluate('(file) => { location.href = file; }', demoFiles.slow);
        const question = await askedAbout(browser, 'kis15.0.1.415en_6872.exe');
        await pressControl(question, /cancel/);
        expect((await arrived('download.held')).attributes).toMatchObject({
          'file.name': 'kis15.0.1.415en_6872.exe',
          'kaspersky_ban_advisory.question.kind': 'download',
        });
        expect(
          (await arrived('download.answered')).attributes['kaspersky_ban_advisory.question.answer'],
        ).toBe('canceled');
        expect(JSON.stringify(collector.requests)).not.toMatch(/jane|downloads\//i);
        expect(JSON.stringify(collector.requests)).not.toContain(
          new URL(demoPages.unrelated.url).hostname,
        );
        await question.close();
        await page.close();
      });

      it('reports nothing of a page without a label', async () => {
        const { browser } = computer();
        const before = collector.received.length;
        for (const { url } of [demoPages.news, demoPages.encyclopedia, demoPages.unrelated])
          await (await browser.openPage(url)).close();
        await never('An event', async () => collector.received.length > before, 4000);
      });

      it('delivers what a worker left that was stopped before the delivery', async () => {
        const { browser } = computer();
        const page = await browser.openPage(demoPages.vendorDownload.url);
        await shownNotice(page);
        await browser.stopWorker();
        await arrived('page.labeled', '/downloads/standard');
        await page.close();
      });

      it('delivers after a failure, once, and what was made meanwhile in its order', async () => {
        const { browser } = computer();
        collector.answer({ status: 503, headers: { 'retry-after': '3' } }, 'reset', 'take');
        const first = await browser.openPage(demoPages.listing.url);
        await shownNotice(first);
        const second = await browser.openPage(demoPages.removal.url);
        await arrived('page.labeled', '/common/uninstall/1464');
        const sequences = collector.received.map(({ sequence }) => sequence);
        expect(sequences).toEqual(sequences.toSorted((one, other) => one - other));
        expect(new Set(sequences).size).toBe(sequences.length);
        await first.close();
        await second.close();
      });

      it('keeps nothing and sends nothing once the policy is without a collector', async () => {
        const { browser, order } = computer();
        await order({ organizationName: 'Example Corporation' });
        await eventually(
          'The end of the id',
          async () =>
            (await browser.api<{ reportClient?: unknown }>('storage.local.get', 'reportClient'))
              .reportClient === null,
        );
        const before = collector.requests.length;
        const page = await browser.openPage(demoPages.portal.url);
        await shownNotice(page);
        await never('A request', async () => collector.requests.length > before, 4000);
        const view = await browser.api<{ reply: { reports: unknown } }>('runtime.sendMessage', {
          name: 'options-view',
          request: {},
        });
        expect(view.reply.reports).toBeNull();
        await page.close();
      });
    },
  );
});
