// A page that the browser keeps for a way back, or that it loaded ahead, has one notice once it is
// shown.
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

/** Written by a script, because a page that loads another one ahead never ends loading for its driver. */
const loadAhead = `(url) => { const rules = document.createElement('script'); rules.type = 'speculationrules'; rules.textContent = JSON.stringify({ prerender: [{ source: 'list', urls: [url], eagerness: 'immediate' }] }); document.head.append(rules); }`;

// Polled, because writing a document anew takes its listeners away.
const tellOnceShown = `if (document.prerendering) { const look = setInterval(() => { if (document.prerendering) return; clearInterval(look); fetch('/shown-at-last?' + location.pathname + location.search); }, 50); }`;
const anew = `<script>if (document.prerendering) setTimeout(() => { document.open(); document.write('<!doctype html><title>Kaspersky Rescue Disk</title><p>Written'); document.close(); }, 400);</script>`;

const portal: HostHandler = ({ url = '' }, response) => {
  const isTarget = url.startsWith(target);
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${isTarget ? 'Kaspersky Rescue Disk' : 'Files'}</title><script>addEventListener('pageshow', (event) => { globalThis.wasKept = event.persisted; }); ${tellOnceShown}</script>${isTarget && url.endsWith('?anew') ? anew : ''}<body style="margin:0"><a id="go" href="${isTarget ? '/reading' : target}" style="display:block;width:200px;height:60px">Go</a><p>Reading</p></body></html>`,
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

    it.for([
      ['', target],
      [', which wrote itself anew meanwhile,', `${target}?anew`],
    ])(
      'loaded ahead%s has one notice once it is shown, and its badge',
      async ([, path = ''], { skip }) => {
        const { browser, site, engine } = computer();
        skip(engine === 'firefox', 'It loads nothing ahead.');
        const page = await browser.openPage(`${reading}?ahead`);
        await page.evaluate(loadAhead, path);
        await eventually('The page, ahead', async () =>
          site.requests.some((one) => one.endsWith(path)),
        );
        await never(
          'A notice, a badge or a question',
          async () => (await notices(page)) > 0 || (await badgeOf(browser, page)).text !== '',
          2500,
        );
        await page.evaluate(`(url) => { document.querySelector('#go').href = url; }`, path);
        await page.clickAt(100, 30);
        const shown = await eventually(
          'The page',
          async () => (await browser.pagesAt(`https://${host}${path}`))[0],
        );
        await eventually('The page that was loaded ahead', async () =>
          site.requests.includes(`https://${host}/shown-at-last?${path}`),
        );
        await shownNotice(shown);
        await eventually('The badge', async () => (await badgeOf(browser, page)).text === '!');
        await never('Another notice', async () => (await notices(shown)) !== 1, 2000);
        await shown.close();
      },
    );
  },
);
