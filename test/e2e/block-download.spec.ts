// Under `block`, no listed file stays on the disk, however fast it was, and what people are told is
// what happened.
import { existsSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { onEachComputer } from '../harness/computer.ts';
import { eventually } from '../harness/eventually.ts';
import { click, form, link, made } from '../harness/pages/clicked.ts';
import { questionPath, type Download } from '../harness/pages/question.ts';
import { createCollector } from '../harness/servers/collector.ts';
import { createShapes, installerName } from '../harness/servers/shapes.ts';
import { demoFiles, demoPages } from '../harness/site/routes.ts';

const blockedPath = 'src/pages/blocked/index.html?download';
const [host, collectorHost] = ['cdn.example.net', 'collector.example.com'];
const shapes = createShapes();
const collector = createCollector();
const orders = {
  mode: 'block',
  organizationName: 'Example Corporation',
  reportAddress: `https://${collectorHost}/v1/logs`,
};
let turn = 0;
const address = (path: string, parameters: string) =>
  `https://${host}${path}?${parameters}&id=${String((turn += 1))}`;

onEachComputer(
  'A listed download in block mode',
  () => ({ orders, hosts: { [host]: shapes.handle, [collectorHost]: collector.handle } }),
  (computer) => {
    const items = () => computer().browser.api<Download[]>('downloads.search', {});
    const blocked = () => computer().browser.extensionPages(blockedPath);
    const startOn = async (act: string, ...args: unknown[]) => {
      const page = await computer().browser.openPage(demoPages.unrelated.url);
      // By then it may be on the list for a moment; only its name on the disk matters.
      const names = new Set<string>();
      await click(page, act, ...args);
      await eventually('Our page', async () => {
        for (const { filename } of await items()) if (filename) names.add(filename);
        return (await blocked()).length > 0;
      });
      return { page, names };
    };
    const outcome = async () =>
      (
        await eventually('The report', async () =>
          collector.received.find(({ name }) => name === 'download.canceled'),
        )
      ).attributes['kaspersky_ban_advisory.download.outcome'];

    afterEach(async () => {
      for (const page of await blocked()) await page.close();
      await computer().browser.api('downloads.erase', {});
      collector.clear();
    });

    it.each([
      ['2 KB, named late', link, () => [address('/get', 'size=2000')]],
      ['50 KB, named late', link, () => [address('/get', 'size=50000')]],
      ['3 MB, named late', link, () => [address('/get', 'size=3000000')]],
      ['30 MB that trickles', link, () => [address('/get', 'size=30000000&slowly')]],
      ['the answer to a form', form, () => [address('/form', 'size=100000')]],
      ['made by the page, 2 KB', made, () => [2000, installerName, false]],
      ['made by the page, 1 MB', made, () => [1_000_000, installerName, false]],
      ['made by the page as data:', made, () => [20_000, installerName, true]],
    ] as const)('leaves no file, and says how it ended: %s', async (_what, act, args) => {
      const { page, names } = await startOn(act, ...args());
      const [shown] = await blocked();
      const text = await eventually('Its words', async () => {
        const words = await shown?.text().catch(() => '');
        return words?.includes('Example Corporation') && words;
      });
      await eventually('No file', async () => [...names].every((name) => !existsSync(name)));
      expect((await items()).filter(({ filename }) => existsSync(filename))).toEqual([]);
      const told = await outcome();
      expect(text).toMatch(told === 'deleted' ? /this file was deleted/i : /was blocked/i);
      expect(['deleted', 'canceled']).toContain(told);
      expect(await computer().browser.extensionPages(questionPath)).toEqual([]);
      await page.close();
    });

    it('is the only one that is touched', async () => {
      const { browser } = computer();
      const page = await browser.openPage(demoPages.unrelated.url);
      await click(page, link, demoFiles.harmless);
      const done = await eventually(
        'The harmless file',
        async () => (await items()).find(({ state }) => state === 'complete'),
        30_000,
      );
      expect(existsSync(done.filename)).toBe(true);
      expect(await blocked()).toEqual([]);
      await page.close();
    });

    it('ends while the worker sleeps', async () => {
      await computer().browser.stopWorker();
      const { page, names } = await startOn(link, address('/get', 'size=50000'));
      await eventually('No file', async () => [...names].every((name) => !existsSync(name)));
      await outcome();
      await page.close();
    });
  },
);
