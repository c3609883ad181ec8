// Documents and layouts of other people's: text, sandboxes, pages that come back, editors, grids,
// effects on the root, pages that answer each change; and a second copy of ourselves.
import type { ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import type { PageHandle } from '../harness/browsers/browser.ts';
import { eventually } from '../harness/eventually.ts';
import { markedLinks, noticeIn, shownNotice } from '../harness/pages/notice.ts';
import type { HostHandler } from '../harness/servers/site.ts';
import { inEachBrowser } from '../harness/stage.ts';

const installer = 'https://products.s.kaspersky-labs.com/homeuser/kis2015/kis15.0.1.415en_6872.exe';
const away = 'https://away.example/';
const portal = 'www.softpedia.com';

/** What each adds to the root or the body. */
const effects: Readonly<Record<string, string>> = {
  'a filter': 'html { filter: blur(1px) }',
  'a blend mode': 'html, body { mix-blend-mode: multiply; isolation: isolate }',
  'a clip path': 'body { clip-path: inset(45%) } html { clip-path: inset(0) }',
  'a transform': 'html { transform: rotate(0.01deg) } body { transform: scale(0.5) }',
  'a perspective and containment': 'body { perspective: 10px; contain: strict; overflow: hidden }',
};
const effectHosts = ['de', 'it', 'fr', 'es', 'nl'].map((country) => `www.kaspersky.${country}`);

const html = (response: ServerResponse, body: string, head = '', attributes = '') =>
  void response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Files</title>${head}</head><body ${attributes}>${body}</body></html>`,
    );

const laidOut = `<p>One</p><p><a id="file" href="${installer}">A file</a></p><p>Three</p>`;
const layout = '<style>body { margin: 0; display: DISPLAY; gap: 7px } p { margin: 0 }</style>';
const laid: HostHandler = ({ url = '' }, response) =>
  html(response, laidOut, layout.replace('DISPLAY', url.slice(1)));
const boxes = `() => JSON.stringify([document.documentElement.scrollWidth, document.documentElement.scrollHeight, ...[...document.querySelectorAll('p')].map((one) => { const { x, y, width, height } = one.getBoundingClientRect(); return [x, y, width, height]; })])`;

/** Answers each change of the tree with one of its own, five hundred times at most. */
const answering = `<script>let answers = 0; new MutationObserver(() => { if ((answers += 1) > 500) return; document.body.append(document.createElement('i')); document.documentElement.dataset.answers = answers; }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['class', 'style', 'popover', 'hidden'] });</script>`;

const isOnTop = `(x, y) => { const hit = document.elementFromPoint(x, y); return hit?.popover === 'manual' && hit.localName === 'div'; }`;

inEachBrowser(
  'On a document of another kind',
  (stage) => {
    const open = (url: string) => stage().open(url);
    const isSeen = (page: PageHandle) =>
      eventually('The notice, seen', async () => {
        const [button] = (await noticeIn(page))?.buttons ?? [];
        return button !== undefined && (await page.evaluate<boolean>(isOnTop, button.x, button.y));
      });

    it('plain text has the notice', async () => {
      await shownNotice(await open('https://www.kaspersky.pl/readme.txt'));
    });

    it('a page that its server put into a sandbox has the notice', async () => {
      await shownNotice(await open('https://www.kaspersky.pt/'));
    });

    it('a page with a sandboxed frame has the notice and its marks', async () => {
      const page = await open(`https://${portal}/sandboxed`);
      await eventually('The mark', async () => (await markedLinks(page)).join() === 'file');
    });

    it('a page that was left and comes back has the notice again', async () => {
      const page = await open('https://www.kaspersky.ch/');
      await shownNotice(page);
      await page.goto(away);
      await page.evaluate('() => void history.back()');
      await eventually('The way back', async () => (await page.url()).includes('kaspersky'));
      await shownNotice(page);
    });

    it.each(['contenteditable', 'designMode'])(
      'an editor with %s gets nothing into its text',
      async (way) => {
        const page = await open(
          `https://www.kaspersky.${way === 'designMode' ? 'at' : 'be'}/editor?${way}`,
        );
        await shownNotice(page);
        if (way === 'designMode') await page.evaluate(`() => { document.designMode = 'on'; }`);
        await eventually('A clean text', async () =>
          /^<p>Mine<\/p>\s*$/.test(
            await page.evaluate<string>(
              `() => { const body = document.body.cloneNode(true); return body.innerHTML; }`,
            ),
          ),
        );
        await shownNotice(page);
      },
    );

    it.each(['grid', 'flex', 'inline-grid', 'table'])(
      'a body laid out as %s keeps its places beside marks',
      async (display) => {
        const plain = await open(`https://laid.example/${display}`);
        const page = await open(`https://www.majorgeeks.com/${display}`);
        await eventually('The mark', async () => (await markedLinks(page)).join() === 'file');
        expect(await page.evaluate<string>(boxes)).toBe(await plain.evaluate<string>(boxes));
      },
    );

    it.each(Object.keys(effects))(
      '%s on the root or the body leaves it to be seen',
      async (name) => {
        await isSeen(
          await open(`https://${effectHosts[Object.keys(effects).indexOf(name)] ?? ''}/`),
        );
      },
    );

    it('a page that answers each change comes to rest', async () => {
      const page = await open('https://www.kaspersky.cz/');
      await shownNotice(page);
      const answers = () =>
        page.evaluate<string>(`() => document.documentElement.dataset.answers ?? ''`);
      // Its own answers feed it: five hundred, and no more because of us.
      await eventually('The last answer', async () => {
        const before = await answers();
        await new Promise((resolve) => setTimeout(resolve, 1000));
        return before === (await answers());
      });
      await shownNotice(page);
    });

    it('a host with a dot at its end is the same host', async () => {
      const page = await open('https://www.kaspersky.se./');
      await shownNotice(page);
      const popup = await stage().browser.clickIcon(page);
      await eventually('The verdict', async () =>
        /Kaspersky’s own|One of Kaspersky|vendor’s own/i.test(await popup.text()),
      );
    });
  },
  {
    hosts: {
      'www.kaspersky.pl': (_, response) =>
        void response.writeHead(200, { 'content-type': 'text/plain' }).end('Kaspersky'),
      'www.kaspersky.pt': (_, response) =>
        void response
          .writeHead(200, {
            'content-type': 'text/html',
            'content-security-policy': 'sandbox allow-scripts',
          })
          .end('<!doctype html><title>Home</title><p>Home'),
      'www.kaspersky.ch': (_, response) => html(response, '<p>Home</p>'),
      'www.kaspersky.at': (_, response) => html(response, '<p>Mine</p>'),
      'www.kaspersky.be': (_, response) => html(response, '<p>Mine</p>', '', 'contenteditable'),
      'www.kaspersky.cz': (_, response) => html(response, '<p>Home</p>', answering),
      'www.kaspersky.se': (_, response) => html(response, '<p>Home</p>'),
      'www.kaspersky.se.': (_, response) => html(response, '<p>Home</p>'),
      'away.example': (_, response) => html(response, '<p>Away</p>'),
      'laid.example': laid,
      'www.majorgeeks.com': laid,
      [portal]: (_, response) =>
        html(
          response,
          `<iframe sandbox src="https://${portal}/inner" srcdoc="<a href='${installer}'>A file</a>"></iframe><a id="file" href="${installer}">A file</a>`,
        ),
      ...Object.fromEntries(
        effectHosts.map((host, place): [string, HostHandler] => [
          host,
          (_, response) =>
            html(response, '<p>Home</p>', `<style>${Object.values(effects)[place] ?? ''}</style>`),
        ]),
      ),
    },
  },
);
