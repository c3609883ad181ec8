// Block mode leaves the current page alone until the person really goes to a blocked one: loading it
// ahead or in a frame changes nothing. A host with a dot at its end is the same host.
import { afterEach, expect, it } from 'vitest';
import type { PageHandle } from '../harness/browsers/browser.ts';
import { onEachComputer } from '../harness/computer.ts';
import { eventually, never } from '../harness/eventually.ts';
import { badgeOf } from '../harness/pages/badge.ts';
import { noticeIn, shownNotice } from '../harness/pages/notice.ts';
import type { HostHandler } from '../harness/servers/site.ts';
import { demoPages } from '../harness/site/routes.ts';
import { inEachBrowser } from '../harness/stage.ts';

const blockedPath = 'src/pages/blocked/index.html';
const host = 'www.softpedia.com';
const reading = `https://${host}/reading`;
const target = new URL(demoPages.portal.url).pathname;
const orders = { mode: 'block', organizationName: 'Example Corporation' };

/** What browsers may load before anyone goes there. */
const ahead: Readonly<Record<string, string>> = {
  'a prefetch': `{"prefetch":[{"source":"list","urls":["${target}"],"eagerness":"immediate"}]}`,
  'a prerendering': `{"prerender":[{"source":"list","urls":["${target}"],"eagerness":"immediate"}]}`,
  'both, by a rule for all links': `{"prefetch":[{"where":{"href_matches":"/get/*"},"eagerness":"immediate"}],"prerender":[{"where":{"href_matches":"/get/*"},"eagerness":"immediate"}]}`,
  'one on hover': `{"prerender":[{"where":{"href_matches":"/get/*"},"eagerness":"moderate"}]}`,
};

const portal: HostHandler = ({ url = '' }, response) => {
  const { searchParams } = new URL(url, reading);
  const rules = ahead[searchParams.get('rules') ?? ''];
  const frame = searchParams.has('frame')
    ? `<iframe src="${target}" width="300" height="90"></iframe>`
    : '';
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      `<!doctype html><meta charset="utf-8"><title>Files</title>${rules ? `<script type="speculationrules">${rules}</script>` : ''}<link rel="prefetch" href="${target}"><body style="margin:0"><a id="go" href="${target}" style="display:block;width:200px;height:60px">Go</a>${frame}<p>Reading`,
    );
};

onEachComputer(
  'In block mode, a page that a person reads',
  () => ({ orders, hosts: { [host]: portal } }),
  (computer) => {
    const opened: PageHandle[] = [];
    const open = async (url: string) => {
      const page = await computer().browser.openPage(url);
      opened.push(page);
      return page;
    };
    const isTaken = async (page: PageHandle) => (await page.url()).includes(blockedPath);
    const rules = () => computer().browser.api<unknown[]>('declarativeNetRequest.getDynamicRules');

    afterEach(async () => {
      for (const page of opened.splice(0)) await page.close();
    });

    it.each(Object.keys(ahead))(
      'stays through %s, and is blocked when it is gone to',
      async (name) => {
        await eventually('The rules', async () => (await rules()).length > 100);
        const page = await open(`${reading}?rules=${encodeURIComponent(name)}`);
        // The pointer over the link, without a click on it.
        await page.clickAt(100, 200);
        await page.evaluate(
          `() => document.querySelector('#go').dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))`,
        );
        await never('It stays', () => isTaken(page), 4000);
        await page.clickAt(100, 30);
        await eventually('The block page', () => isTaken(page));
      },
    );

    it('stays while what is blocked stands in a frame', async () => {
      const page = await open(`${reading}?frame=`);
      await never('It stays', () => isTaken(page), 2000);
    });

    it.for([`https://${host}.${target}`, `https://${host}.:443${target}`])(
      'is blocked under a host with a dot at its end: %s',
      async (address) => {
        await eventually('The rules', async () => (await rules()).length > 100);
        const page = await open(demoPages.unrelated.url);
        const before = computer().site.requests.length;
        await page.evaluate('(url) => { location.href = url; }', address);
        await eventually('The block page', () => isTaken(page));
        // Whatever a page says itself, nothing is asked of its server.
        const asked = computer().site.requests.slice(before);
        expect(asked.filter((one) => one.includes(`${host}.`))).toEqual([]);
      },
    );
  },
);

inEachBrowser(
  'A page under a host with a dot at its end',
  (stage) => {
    it('has the notice and the badge', async () => {
      const page = await stage().open(`https://${host}.${target}`);
      await shownNotice(page);
      await eventually(
        'The badge',
        async () => (await badgeOf(stage().browser, page)).text === '!',
      );
    });

    it('is left alone where its host is not listed', async () => {
      const page = await stage().open('https://plain.example./');
      await never('A notice', () => noticeIn(page), 1500);
    });
  },
  { hosts: { [host]: portal, 'plain.example': portal } },
);
