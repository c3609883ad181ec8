// Pages of the frameworks themselves, that take over what the server sent while the notice and a
// mark are there already.
import { beforeAll, expect, it } from 'vitest';
import type { PageHandle } from '../harness/browsers/browser.ts';
import { eventually } from '../harness/eventually.ts';
import {
  buildApplication,
  frameworks,
  type Application,
  type Framework,
} from '../harness/frameworks/frameworks.ts';
import { markedLinks, noticeGone, noticeIn, shownNotice } from '../harness/pages/notice.ts';
import type { HostHandler } from '../harness/servers/site.ts';
import { inEachBrowser } from '../harness/stage.ts';

const installer = 'https://products.s.kaspersky-labs.com/homeuser/kis2015/kis15.0.1.415en_6872.exe';
/** A site shows its notice once: one for each. */
const vendors: Readonly<Record<Framework, string>> = {
  react: 'www.kaspersky.de',
  vue: 'www.kaspersky.it',
  svelte: 'www.kaspersky.fr',
  turbo: 'www.kaspersky.es',
};
/** Where a page's title decides. */
const portals: Readonly<Record<Framework, string>> = {
  react: 'www.softpedia.com',
  vue: 'www.majorgeeks.com',
  svelte: 'www.filehippo.com',
  turbo: 'www.snapfiles.com',
};
const applications = new Map<Framework, Application>();

/** Says what a person would see in the console. */
const listening = `globalThis.said = []; for (const name of ['error', 'warn']) { const own = console[name]; console[name] = (...words) => { said.push(words.map(String).join(' ')); own.apply(console, words); }; } addEventListener('error', (event) => said.push(String(event.message))); addEventListener('unhandledrejection', (event) => said.push(String(event.reason)));`;

function handlerOf(framework: Framework): HostHandler {
  return ({ url = '/' }, response) => {
    const application = applications.get(framework);
    if (!application) return void response.writeHead(503).end();
    if (url === '/app.js')
      return void response
        .writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' })
        .end(`${listening}${application.script}`);
    void application
      .render(installer, url)
      .then((html) =>
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html),
      );
  };
}

/** In a script of the page, as a page's own would be. */
const takeOver = `(installer) => new Promise((resolve) => { const script = document.createElement('script'); script.src = '/app.js'; script.onload = () => { script.remove(); const run = document.createElement('script'); run.textContent = 'app.hydrate(' + JSON.stringify(installer) + ')'; document.head.append(run); run.remove(); resolve(); }; document.head.append(script); })`;
const said = `() => { const script = document.createElement('script'); script.textContent = 'document.documentElement.dataset.said = JSON.stringify(globalThis.said)'; document.head.append(script); script.remove(); const words = document.documentElement.dataset.said; delete document.documentElement.dataset.said; return JSON.parse(words); }`;
/** The page's own part of the tree: all but what ours is at the body's end. */
const ownTree = `() => { const body = document.body.cloneNode(true); for (const one of [...body.querySelectorAll('[popover], script')]) one.remove(); for (const one of [...body.querySelectorAll('span')]) if (one.attributes.length + one.childNodes.length === 0) one.remove(); return body.innerHTML.replace(/<!--.*?-->/gs, ''); }`;

const placeOf = (page: PageHandle, id: string) =>
  page.evaluate<[number, number]>(
    `(id) => { const { x, y, width, height } = document.getElementById(id).getBoundingClientRect(); return [x + width / 2, y + height / 2]; }`,
    id,
  );
async function press(page: PageHandle, id: string): Promise<void> {
  const [x, y] = await placeOf(page, id);
  await page.clickAt(x, y);
}
const textOf = (page: PageHandle, id: string) =>
  page.evaluate<string>(`(id) => document.getElementById(id).textContent`, id);

/** A framework takes a moment to listen: pressed until the number grows. */
const counts = (page: PageHandle) =>
  eventually('The counter', async () => {
    await press(page, 'count');
    return Number(await textOf(page, 'count')) > 0;
  });

inEachBrowser(
  'A page of',
  (stage) => {
    beforeAll(async () => {
      for (const framework of frameworks)
        if (!applications.has(framework))
          applications.set(framework, await buildApplication(framework));
    });

    it.each(frameworks)('%s is taken over while the notice and a mark are there', async (name) => {
      const page = await stage().open(`https://${vendors[name]}/`);
      await shownNotice(page);
      await eventually('The mark', async () => (await markedLinks(page)).join() === 'file');
      const sent = await page.evaluate<string>(ownTree);
      await page.evaluate(takeOver, installer);
      await counts(page);
      expect(await page.evaluate<string[]>(said)).toEqual([]);
      const count = await textOf(page, 'count');
      expect((await page.evaluate<string>(ownTree)).replace(`>${count}<`, '>0<')).toBe(sent);
      await shownNotice(page);
      expect(await markedLinks(page)).toEqual(['file']);
    });

    it.each(frameworks.filter((name) => name !== 'turbo'))(
      '%s complains of a node that is not its own, which this test would hear',
      async (name) => {
        const page = await stage().open(`https://${portals[name]}/`);
        await page.evaluate(
          `() => document.getElementById('text').prepend(document.createElement('i'))`,
        );
        await page.evaluate(takeOver, installer);
        await eventually(
          'A complaint',
          async () => (await page.evaluate<string[]>(said)).length > 0,
        );
      },
    );

    it.each(frameworks)('%s is judged anew when its page changes', async (name) => {
      const page = await stage().open(`https://${portals[name]}/`);
      await eventually('The mark', async () => (await markedLinks(page)).join() === 'file');
      await page.evaluate(takeOver, installer);
      await counts(page);
      expect(await noticeIn(page)).toBeNull();
      await press(page, 'there');
      await shownNotice(page);
      expect(await textOf(page, 'text')).toContain('Kaspersky Antivirus');
      await press(page, 'back');
      await noticeGone(page);
      await eventually('The mark', async () => (await markedLinks(page)).join() === 'file');
      expect(await page.evaluate<string[]>(said)).toEqual([]);
    });
  },
  {
    hosts: Object.fromEntries(
      frameworks.flatMap((framework) => [
        [vendors[framework], handlerOf(framework)],
        [portals[framework], handlerOf(framework)],
      ]),
    ),
  },
);
