// Each kind of evidence a page can have, on one shop, one portal and one magazine's download
// section, whose URLs say nothing, each with its silent twin on the same host.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import type { PageHandle } from '../../../harness/browsers/browser.ts';
import { eventually, never } from '../../../harness/eventually.ts';
import { someOf } from '../../../harness/extent.ts';
import { inEachBrowser } from '../../../harness/stage.ts';
import { badgeOf } from '../../../harness/pages/badge.ts';
import { noticeIn, pressInNotice } from '../../../harness/pages/notice.ts';

const shop = 'www.microcenter.com';
const portal = 'filehippo.com';
/** Watched only in this part, so that the extension has no permission for the host. */
const magazine = 'www.techspot.com';
const folders: Readonly<Record<string, string>> = {
  [shop]: 'product',
  [portal]: 'item',
  [magazine]: 'downloads',
};
const installer = 'https://products.s.kaspersky-labs.com/homeuser/kis2015/kis15.0.1.415en_6872.exe';

const jsonLd = (data: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const product = {
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: 'Kaspersky Plus, 3 devices',
  brand: { '@type': 'Brand', name: 'Kaspersky' },
};
const program = {
  '@context': 'https://schema.org',
  '@type': 'SoftwareApplication',
  name: 'Kaspersky Free',
  publisher: { '@type': 'Organization', name: 'Kaspersky Lab' },
};
const late = (data: unknown) =>
  `<script>setTimeout(() => { const data = document.createElement('script'); data.type = 'application/ld+json'; data.textContent = ${JSON.stringify(JSON.stringify(data))}; document.body.append(data); }, 600)</script>`;
const other = {
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: 'Norton 360',
  brand: 'Norton',
};

interface Listing {
  readonly host: string;
  readonly head?: string;
  readonly body?: string;
  /** Words of the reason that must name this evidence; absent where the page must stay silent. */
  readonly reason?: RegExp;
}

const maker = /maker of the product/i;

const listings: Readonly<Record<string, Listing>> = {
  'JSON-LD': { host: shop, head: jsonLd(product), reason: maker },
  'JSON-LD in a graph': {
    host: shop,
    head: jsonLd({
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'Shop' },
        { ...product, '@type': ['Product', 'Thing'] },
      ],
    }),
    reason: maker,
  },
  'JSON-LD nested as what the page is about': {
    host: shop,
    head: jsonLd({ '@context': 'https://schema.org', '@type': 'ItemPage', mainEntity: product }),
    reason: maker,
  },
  'JSON-LD in arrays, behind a broken script': {
    host: shop,
    head: `<script type="application/ld+json">{broken</script>${jsonLd([[{ '@type': 'BreadcrumbList' }], { ...product, brand: [{ name: 'Kaspersky Lab' }] }])}`,
    reason: maker,
  },
  'JSON-LD that a script draws late': { host: shop, body: late(product), reason: maker },
  microdata: {
    host: shop,
    body: '<div itemscope itemtype="https://schema.org/Product"><b itemprop="name">Kaspersky Plus</b><span itemprop="brand" itemscope itemtype="https://schema.org/Brand"><meta itemprop="name" content="Kaspersky"></span><span itemprop="manufacturer">AO Kaspersky Lab</span></div>',
    reason: maker,
  },
  'Open Graph': {
    host: shop,
    head: '<meta property="og:type" content="product"><meta property="og:title" content="Kaspersky Plus 1 year"><meta property="product:brand" content="Kaspersky">',
    reason: maker,
  },
  'a canonical address': {
    host: shop,
    head: `<link rel="canonical" href="https://${shop}/product/682000/kaspersky-plus-1-year">`,
    reason: /permanent address/i,
  },
  'the title': {
    host: shop,
    head: '<title>Kaspersky Plus 3 devices 1 year - Micro Center</title>',
    reason: /title/i,
  },
  'the target of the download button': {
    host: portal,
    body: `<h1>Kaspersky Internet Security</h1><a class="button" href="https://${portal}/go?url=${encodeURIComponent(installer)}">Download</a>`,
    reason: /button or link/i,
  },
  'a program’s data at a portal': { host: portal, head: jsonLd(program), reason: maker },

  'a program’s data in a magazine’s download section': {
    host: magazine,
    head: jsonLd(program),
    reason: maker,
  },
  'the same, drawn late': { host: magazine, body: late(program), reason: maker },

  'another program in a magazine’s download section': {
    host: magazine,
    head: jsonLd({ ...program, name: 'Norton 360', publisher: 'Norton' }),
  },
  'another product': { host: shop, head: jsonLd(other) },
  'another product that names it among related ones': {
    host: shop,
    head: jsonLd({ ...other, isRelatedTo: [product], isSimilarTo: product }),
    body: '<h2>Customers also bought: Kaspersky Plus</h2>',
  },
  'a comparison': {
    host: shop,
    head: `<title>Kaspersky vs Norton: best antivirus</title>${jsonLd({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'Kaspersky or Norton?' })}`,
    body: '<h1>Kaspersky vs Norton</h1>',
  },
  'a category of many products': {
    host: shop,
    head: `<title>Antivirus</title>${jsonLd(product).repeat(6)}`,
    body: '<h1>Antivirus software</h1>',
  },
  'a review with a product’s data': {
    host: shop,
    head: `<title>Kaspersky Plus review</title>${jsonLd(product)}${jsonLd({ '@type': 'Review', name: 'Kaspersky Plus review' })}`,
    body: '<h1>Kaspersky Plus review</h1>',
  },
  'an article at a portal': {
    host: portal,
    head: `<title>Kaspersky banned in the US</title>${jsonLd({ '@type': 'Article', headline: 'Kaspersky banned in the US' })}`,
    body: `<h1>Kaspersky banned in the US</h1><a href="${installer}">Download</a>`,
  },
};

const names = Object.keys(listings);
const addressOf = (name: string) => {
  const { host = shop } = listings[name] ?? {};
  return `https://${host}/${folders[host] ?? ''}/${String(1000 + names.indexOf(name))}`;
};

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { head = '', body = '' } =
    listings[names[Number(/\d+$/.exec(request.url ?? '')?.[0]) - 1000] ?? ''] ?? {};
  const title = head.includes('<title>') ? '' : '<title>Item</title>';
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">${title}${head}<body><main>${body}</main></body></html>`,
    );
}

inEachBrowser(
  'Evidence on a listed host',
  (stage) => {
    let page: PageHandle | null = null;
    const open = async (name: string) => (page = await stage().browser.openPage(addressOf(name)));
    const named = (isOffer: boolean) =>
      names.filter((name) => (listings[name]?.reason !== undefined) === isOffer);

    afterEach(async () => {
      await page?.close();
      page = null;
      // A site is warned of once in a while; each of these is to be met anew.
      await stage().browser.api('storage.session.remove', 'seenNotices');
    });

    it.each(someOf(named(true), 4))(
      'makes an offer, and is named as the reason: %s',
      async (name) => {
        const opened = await open(name);
        await pressInNotice(opened, /why/i);
        const { reason = /^$/ } = listings[name] ?? {};
        await eventually('The evidence in words', async () =>
          reason.test((await noticeIn(opened))?.text ?? ''),
        );
        expect((await badgeOf(stage().browser, opened)).text).toBe('!');
      },
    );

    it.each(someOf(named(false), 2))('makes none: %s', async (name) => {
      const opened = await open(name);
      await never('A notice', () => noticeIn(opened), 1500);
      expect((await badgeOf(stage().browser, opened)).text).toBe('');
    });
  },
  { hosts: { [shop]: answer, [portal]: answer, [magazine]: answer } },
);
