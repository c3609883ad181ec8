// A page that the browser keeps for a way back has one notice again.
import { it } from 'vitest';
import type { PageHandle } from '../../harness/browsers/browser.ts';
import { onEachComputer } from '../../harness/computer.ts';
import { eventually, never } from '../../harness/eventually.ts';
import { badgeOf } from '../../harness/pages/badge.ts';
import { shownNotice } from '../../harness/pages/notice.ts';
import type { HostHandler } from '../../harness/servers/site.ts';
import { demoPages } from '../../harness/site/routes.ts';

const host = 'www.softpedia.com';
const reading = `https://${host}/reading`;
const target = new URL(demoPages.portal.url).pathname;

const portal: HostHandler = ({ url = '' }, response) => {
  const isTarget = url.startsWith(target);
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${isTarget ? 'Kaspersky Rescue Disk' : 'Files'}</title><script>addEventListener('pageshow', (event) => { globalThis.wasKept = event.persisted; });</script><body style="margin:0"><a id="go" href="${isTarget ? '/reading' : target}" style="display:block;width:200px;height:60px">Go</a><p>Reading</p></body></html>`,
    );
};

onEachComputer(
  'A page that the browser',
  () => ({
    hosts: { [host]: portal },
  }),
  (computer) => {
    const notices = async (page: PageHandle) =>
      (await page.shadowTrees()).filter((tree) => tree.visible && tree.buttons.length > 1).length;

    it('kept for a way back has one notice again, and its badge', async ({ skip }) => {
      const { browser } = computer();
      const page = await browser.openPage(`https://${host}${target}`);
      await shownNotice(page);
      await page.goto(`${reading}?back`);
      await eventually('No badge', async () => (await badgeOf(browser, page)).text === '');
      await page.evaluate('() => void history.back()');
      await eventually('The way back', async () => (await page.url()).includes(target));
      const wasKept = await page.evaluate<boolean>('() => globalThis.wasKept');
      skip(!wasKept, 'This browser did not keep the page.');
      await shownNotice(page);
      await eventually('The badge', async () => (await badgeOf(browser, page)).text === '!');
      await never('Another notice', async () => (await notices(page)) !== 1, 2000);
      await page.close();
    });
  },
);
