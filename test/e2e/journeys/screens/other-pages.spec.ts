// Pages made without us in mind: frameworks that count their nodes, drawings and feeds, odd
// elements, names that shadow others, dialogs of their own.
import type { ServerResponse } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import type { PageHandle } from '../../../harness/browsers/browser.ts';
import { eventually, never } from '../../../harness/eventually.ts';
import { badgeOf } from '../../../harness/pages/badge.ts';
import {
  markTexts,
  markedLinks,
  noticeGone,
  noticeIn,
  pressInNotice,
  shownNotice,
} from '../../../harness/pages/notice.ts';
import { questionPath } from '../../../harness/pages/question.ts';
import type { HostHandler } from '../../../harness/servers/site.ts';
import { inEachBrowser } from '../../../harness/stage.ts';

const installer = 'https://products.s.kaspersky-labs.com/homeuser/kis2015/kis15.0.1.415en_6872.exe';
const vendor = 'www.kaspersky.com';
/** One for each test: a site shows its notice once. */
const [drawn, fed, talking, deaf, styled] = ['de', 'it', 'fr', 'es', 'nl'].map(
  (country) => `www.kaspersky.${country}`,
) as [string, string, string, string, string];
const portal = 'www.softpedia.com';

const html = (response: ServerResponse, body: string, head = '<title>Files</title>') =>
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,">${head}</head><body style="margin:40px">${body}</body></html>`,
    );
const link = (id: string, href = installer) => `<a id="${id}" href="${href}">A file</a>`;

/** Drawings, forms and images with the names of what a reading of the page calls. */
const oddOnes: Readonly<Record<string, string>> = {
  'a link in a drawing':
    '<svg width="90" height="20"><a href="/home"><text y="15">Home</text></a></svg>',
  'a link in a drawing that leads nowhere':
    '<svg width="90" height="20"><a href=""><text y="15">Home</text></a></svg>',
  'an image named like a method':
    '<img name="elementFromPoint" alt=""><img name="title" alt=""><img name="createElementNS" alt=""><img name="links" alt=""><img name="getElementsByTagName" alt="">',
  'a form named like the body':
    '<form name="body"></form><form name="documentElement"></form><form name="readyState"></form>',
  'a form with fields named like methods':
    '<form itemscope itemtype="https://schema.org/Product"><input name="getAttribute"><input name="querySelectorAll"><input name="querySelector"><a href="#x">x</a></form>',
  'elements named like the browser':
    '<a id="browser"></a><a id="isAdvisoryAlive"></a><a id="takeReader"></a>',
};

const drawing: HostHandler = ({ url = '' }, response) => {
  if (url.endsWith('.svg'))
    response
      .writeHead(200, { 'content-type': 'image/svg+xml' })
      .end(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><rect width="50" height="50"/></svg>',
      );
  else if (url.endsWith('.xml'))
    response
      .writeHead(200, { 'content-type': 'application/xml' })
      .end(
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>',
      );
  else html(response, '<p>Home</p>');
};

/**
 * What a framework goes by when it takes over what the server sent: the nodes of its own part of
 * the tree, in their order.
 */
const counted = `() => JSON.stringify([[...document.documentElement.children].map((one) => one.localName), [...document.querySelector('#app').childNodes].map((one) => one.nodeName), document.querySelector('#app').previousSibling === null, [...document.querySelectorAll('#app li:last-child')].length])`;
const app = `<div id="app"><p>Text ${link('one')} and more</p>${link('two')}<ul><li>${link('three')}</li><li>${link('four')}</li></ul></div>`;

inEachBrowser(
  'A page that was made without us in mind',
  (stage) => {
    const open = (url: string) => stage().open(url);
    const isMarked = (page: PageHandle, ...ids: string[]) =>
      eventually(
        `Marks beside ${ids.join()}`,
        async () => (await markedLinks(page)).join() === ids.join(),
      );
    const placeOf = (page: PageHandle, id: string) =>
      page.evaluate<[number, number]>(
        `(id) => { const { x, y, width, height } = document.getElementById(id).getBoundingClientRect(); return [x + width / 2, y + height / 2]; }`,
        id,
      );
    afterEach(async () => {
      for (const page of await stage().browser.extensionPages(questionPath)) await page.close();
    });

    it.each(Object.keys(oddOnes))('has its links marked beside %s', async (name) => {
      await isMarked(await open(`https://${portal}/odd?${encodeURIComponent(name)}`), 'file');
    });

    it('has links in drawings marked and asked about', async () => {
      const page = await open(`https://${portal}/drawing`);
      await isMarked(page, 'plain', 'old');
      const [x, y] = await placeOf(page, 'plain');
      await page.clickAt(x, y);
      await eventually(
        'The question',
        async () => (await stage().browser.extensionPages(questionPath)).length > 0,
      );
    });

    it('keeps all that a framework counts as the server sent it, while notice and marks are shown', async () => {
      const page = await open(`https://${vendor}/app`);
      const sent = await page.evaluate<string>(
        `async () => { const document = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html'); return (${counted})(); }`,
      );
      await shownNotice(page);
      await eventually('Four marks', async () => (await markTexts(page)).length === 4);
      expect(await page.evaluate<string>(counted)).toBe(sent);
    });

    it.each([
      ['a drawing', drawn, 'logo.svg'],
      ['a feed', fed, 'sitemap.xml'],
    ])('shows the notice on %s, or on the next page of its site', async (_, host, file) => {
      const page = await open(`https://${host}/${file}`);
      await eventually('The badge', async () => (await badgeOf(stage().browser, page)).text !== '');
      const isShown = await noticeIn(page);
      const next = await open(`https://${host}/`);
      if (isShown) await never('It was shown', () => noticeIn(next));
      else await shownNotice(next);
    });

    it('gives its modal dialog the screen, and gets the notice back after it', async () => {
      const page = await open(`https://${talking}/dialog`);
      await shownNotice(page);
      await page.evaluate(`() => document.querySelector('dialog').showModal()`);
      await noticeGone(page);
      await page.evaluate(`() => document.querySelector('dialog').close()`);
      await shownNotice(page);
    });

    it('cannot make the notice’s buttons dead', async () => {
      const page = await open(`https://${deaf}/`);
      await shownNotice(page);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await pressInNotice(page, /^close$/i);
      await noticeGone(page);
    });

    it('cannot speak in the notice’s place by its style, nor shrink it unseen', async () => {
      const page = await open(`https://${styled}/`);
      await shownNotice(page);
      expect(
        await page.evaluate<string[]>(
          `() => ['::before', '::after', '::backdrop'].map((part) => getComputedStyle(document.querySelector('body > [popover], html > [popover]'), part).display)`,
        ),
      ).toEqual(['none', 'none', 'none']);
    });

    it('is told by its title, though its head was replaced before', async () => {
      const page = await open(`https://${portal}/get/Late-Title.shtml`);
      await never('A notice', () => noticeIn(page), 1500);
      await page.evaluate(
        `() => { const head = document.createElement('head'); document.head.replaceWith(head); }`,
      );
      await page.evaluate(
        `() => { const title = document.createElement('title'); title.textContent = 'Download Kaspersky Antivirus 2024'; document.head.append(title); }`,
      );
      await shownNotice(page);
    });
  },
  {
    hosts: {
      [portal]: ({ url = '' }, response) => {
        const { pathname, search } = new URL(url, `https://${portal}`);
        if (pathname === '/odd')
          return html(
            response,
            `${oddOnes[decodeURIComponent(search.slice(1))] ?? ''}<p>${link('file')}</p>`,
          );
        if (pathname === '/drawing')
          return html(
            response,
            `<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="300" height="120"><a id="plain" href="${installer}"><text y="30">A file</text></a><a id="old" xlink:href="${installer}"><text y="90">A file</text></a></svg>`,
          );
        return html(response, '<p>Files</p>');
      },
      [vendor]: (_, response) => html(response, app),
      [styled]: (_, response) =>
        html(
          response,
          '<p>Home</p>',
          '<title>Home</title><style>[popover]::before, [popover]::after, [popover]::backdrop { display: block !important; position: fixed !important; inset: 0 !important; content: "All is well" !important; background: white !important }</style>',
        ),
      [drawn]: drawing,
      [fed]: drawing,
      [talking]: (_, response) =>
        html(response, '<p>Home</p><dialog><button>Mine</button></dialog>'),
      [deaf]: (_, response) =>
        html(
          response,
          `<p>Home</p><script>for (const type of ['click', 'mousedown', 'pointerdown', 'mouseup', 'pointerup']) addEventListener(type, (event) => { event.stopImmediatePropagation(); event.preventDefault(); }, true)</script>`,
        ),
    },
  },
);
