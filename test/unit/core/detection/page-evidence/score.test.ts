import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyPage } from '../../../../../src/core/detection/classify-page.ts';
import { wantsFacts } from '../../../../../src/core/detection/open-verdict.ts';
import { classifyAddress } from '../../../../../src/core/detection/classify-address.ts';
import type { PageFacts } from '../../../../../src/core/detection/model/page-facts.ts';
import { packagedIndex } from '../../../../cases/detection-cases.ts';
import { boxedProduct, comparison, jsonLd, withFacts } from '../../../../cases/page-facts.ts';

const index = packagedIndex();
const judged = (url: string, facts: Partial<PageFacts>, title = '') =>
  classifyPage(index, { url, title, facts: withFacts(facts) });

const shop = 'https://www.bestbuy.com/site/6521430.p?skuId=6521430';
const portal = 'https://www.softpedia.com/get/Antivirus/KTS.shtml';
const elsewhere = 'https://www.smallshop.example/p/4711';
const installer =
  'https://products.s.kaspersky-labs.com/english/homeuser/kts2021/kts21.3.10.391en_26074.exe';

describe('a page’s own data', () => {
  it('make an unguessable address of a shop a listing, and the reason names them', () => {
    const verdict = judged(shop, { structured: [boxedProduct] });
    expect(verdict).toMatchObject({
      label: 'store-listing',
      rule: 'store.evidence',
      matched: 'Kaspersky',
    });
    expect(verdict.reason.en).toContain('maker of the product');
  });

  it.each([
    [
      'microdata',
      {
        items: [
          { type: 'https://schema.org/Product', name: 'Kaspersky Plus', makers: ['Kaspersky Lab'] },
        ],
      },
    ],
    [
      'microdata of several types',
      {
        items: [
          {
            type: 'https://schema.org/Product http://www.productontology.org/id/Antivirus_software',
            name: 'Kaspersky Plus',
            makers: ['Kaspersky Lab'],
          },
        ],
      },
    ],
    [
      'Open Graph',
      { openGraph: { type: 'product', title: 'Kaspersky Plus 1 year', brand: 'Kaspersky' } },
    ],
    [
      'a product within a graph',
      {
        structured: [
          jsonLd({
            '@graph': [
              { '@type': 'WebPage' },
              { '@type': ['Product'], name: 'Kaspersky Plus', manufacturer: 'AO Kaspersky Lab' },
            ],
          }),
        ],
      },
    ],
    ['a list of scripts', { structured: ['{broken', `[${boxedProduct}]`] }],
    [
      'a canonical address',
      { canonical: 'https://www.bestbuy.com/site/kaspersky-plus-1-year/6521430.p' },
    ],
  ])('count as %s', (_what, facts) => {
    expect(judged(shop, facts).label).toBe('store-listing');
  });

  it.each([
    ['/latest/p-4711', 'store-listing'],
    ['/urban/previews/4711', 'store-listing'],
    ['/test/4711', 'unrelated'],
    ['/the-test/4711', 'unrelated'],
  ])('weigh against whole words of the address: %s', (path, label) => {
    const verdict = judged(`https://www.smallshop.example${path}`, { structured: [boxedProduct] });
    expect(verdict.label).toBe(label);
  });

  const toaster = { '@type': 'Product', name: 'Two-slice toaster', brand: { name: 'Acme' } };
  const similar = { '@type': 'Product', name: 'Kaspersky Standard', brand: { name: 'Kaspersky' } };
  it.each([
    [
      'a reviewer’s name',
      {
        ...toaster,
        review: { '@type': 'Review', author: { '@type': 'Person', name: 'Anna Kaspersky' } },
      },
    ],
    ['an author of the description', { ...toaster, author: 'Anna Kaspersky' }],
    ['a maker with a first name', { ...toaster, manufacturer: { name: 'Anna B. Kaspersky' } }],
    [
      'the author of an app',
      { '@type': 'SoftwareApplication', name: 'Chess', author: 'Anna Kaspersky' },
    ],
    [
      'a designer who is a person',
      { ...toaster, manufacturer: { '@type': 'Person', name: 'Anna Kaspersky' } },
    ],
    ['a sponsor', { ...toaster, sponsor: { '@type': 'Organization', name: 'Kaspersky' } }],
    ['a similar product inside', { ...toaster, isSimilarTo: similar }],
    ['a similar product beside it', { '@graph': [toaster, similar] }],
    ['a similar product before it', { '@graph': [similar, toaster] }],
  ])('are silent on another product, whatever names stand in it: %s', (_, data) => {
    const facts = { structured: [jsonLd(data)], headings: ['Two-slice toaster'] };
    expect(judged(shop, facts, 'Two-slice toaster - Best Buy').label).toBe('unrelated');
  });

  it.each([
    ['a line break in a string', boxedProduct.replace('3 devices', '3\n\tdevices')],
    ['a comma before the end', boxedProduct.replace(/}$/, ',}')],
    ['comments', `/* shop */ ${boxedProduct} // end`],
    ['a wrapper of XHTML', `//<![CDATA[\n${boxedProduct}\n//]]>`],
    ['a comment of HTML', `<!-- ${boxedProduct} -->`],
    ['an escape of JavaScript', boxedProduct.replace('3 devices', "3 dev\\'ices")],
    ['a semicolon at its end', `${boxedProduct};\n`],
    ['quotes as entities', boxedProduct.replaceAll('"', '&quot;')],
    ['quotes as numbers', boxedProduct.replaceAll('"', '&#34;')],
    ['a byte order mark', `\ufeff${boxedProduct}`],
    ['spaces that do not break', boxedProduct.replaceAll(',', ',\u00a0')],
    ['a control character', boxedProduct.replace('3 devices', '3\u0001devices')],
    ['two commas', boxedProduct.replaceAll('",', '",,')],
    ['a broken escape', boxedProduct.replace('3 devices', '3 \\u12 devices')],
    ['a value of JavaScript', boxedProduct.replace('"98311"', 'undefined')],
    ['two values in one script', `{"@type":"WebPage"}\n${boxedProduct}`],
    [
      'texts with a language',
      boxedProduct.replaceAll('"Kaspersky"', '{"@value":"Kaspersky","@language":"en"}'),
    ],
  ])('are read though written carelessly: %s', (_, text) => {
    expect(judged(shop, { structured: [text] }, 'Security').label).toBe('store-listing');
  });

  it.each(['Kaspersky', 'AO Kaspersky Lab', 'Laboratorio Kaspersky', 'by Kaspersky', 'KASPERSKY'])(
    'name the maker as shops write it: %s',
    (brand) => {
      const data = jsonLd({ '@type': 'Product', name: 'Security 2024', brand });
      expect(judged(shop, { structured: [data] }, 'Security 2024').label).toBe('store-listing');
    },
  );

  it('make a portal’s page a download by its button, through a redirector too', () => {
    const links = [`https://www.softpedia.com/dyn-go.php?url=${encodeURIComponent(installer)}`];
    expect(judged(portal, { links, headings: ['Kaspersky Total Security 21.3'] })).toMatchObject({
      label: 'product-download',
      rule: 'portal.evidence',
    });
    expect(
      judged(portal, {
        links: ['https://www.softpedia.com/file.exe'],
        headings: ['Total Commander'],
      }).label,
    ).toBe('unrelated');
  });

  it('speak on an unlisted shop only where much comes together', () => {
    expect(judged(elsewhere, { structured: [boxedProduct] }).label).toBe('store-listing');
    expect(judged(elsewhere, { headings: ['Kaspersky'], links: [installer] }).label).toBe(
      'unrelated',
    );
  });
});

describe('a page that only speaks of the software', () => {
  it.each([
    'Norton 360 (not Kaspersky)',
    'HP Laptop 15 without Kaspersky trial',
    'Norton 360, alternative to Kaspersky',
    'Norton 360, replacement for Kaspersky',
    'Norton 360: switch from Kaspersky and save',
    'Malwarebytes Premium, works with Kaspersky',
    'G DATA statt Kaspersky',
    'Uninstaller for Kaspersky',
    'T-shirt, Scuderia Ferrari with Kaspersky',
  ])('stays silent on what a shop sells in its place: %s', (title) => {
    const data = jsonLd({ '@type': 'Product', name: title, brand: 'Acme' });
    const verdict = judged(shop, { structured: [data], headings: [title] }, title);
    expect(['mention', 'unrelated']).toContain(verdict.label);
    const only = judged(shop, {}, title);
    expect(['mention', 'unrelated']).toContain(only.label);
  });

  it.each<[string, string, Partial<PageFacts>, string]>([
    [
      'a comparison at a shop',
      shop,
      { structured: [comparison], headings: ['Kaspersky vs Norton'] },
      'Kaspersky vs Norton: best antivirus',
    ],
    [
      'a shop’s search',
      'https://www.bestbuy.com/site/searchpage.jsp',
      {
        structured: [
          jsonLd({ '@type': 'ItemList', itemListElement: [JSON.parse(boxedProduct) as unknown] }),
        ],
        headings: ['Results for kaspersky'],
      },
      'kaspersky - Best Buy',
    ],
    [
      'a category',
      shop,
      { structured: Array.from({ length: 6 }, () => boxedProduct) },
      'Antivirus',
    ],
    [
      'a review with product data',
      'https://www.pcmag.com/reviews/kaspersky-plus',
      {
        structured: [
          boxedProduct,
          jsonLd({ '@type': 'Review', itemReviewed: { name: 'Kaspersky Plus' } }),
        ],
      },
      'Kaspersky Plus Review',
    ],
    [
      'a news article with a download button',
      'https://www.heise.de/meldung/1234.html',
      { structured: [comparison], links: [installer], headings: ['USA verbieten Kaspersky'] },
      'USA verbieten Kaspersky',
    ],
    [
      'an encyclopedia',
      'https://en.wikipedia.org/wiki/Kaspersky_Anti-Virus',
      { structured: [boxedProduct], headings: ['Kaspersky Anti-Virus'] },
      'Kaspersky Anti-Virus - Wikipedia',
    ],
    [
      'a book',
      shop,
      {
        structured: [jsonLd({ '@type': ['Product', 'Book'], name: 'The Kaspersky affair' })],
        headings: ['The Kaspersky affair'],
      },
      'A book',
    ],
    [
      'another product',
      shop,
      {
        structured: [
          jsonLd({ '@type': 'Product', name: 'Bitdefender Total Security', brand: 'Bitdefender' }),
        ],
      },
      'Bitdefender',
    ],
    [
      'a product page that names it among related ones',
      shop,
      {
        structured: [
          jsonLd({
            '@type': 'Product',
            name: 'Norton 360',
            brand: 'Norton',
            isRelatedTo: JSON.parse(boxedProduct) as unknown,
          }),
        ],
      },
      'Norton 360',
    ],
  ])('stays silent: %s', (_what, url, facts, title) => {
    expect(['mention', 'unrelated']).toContain(judged(url, facts, title).label);
  });
});

it('asks for a page’s data only where its address leaves the verdict open', () => {
  const asks = (url: string) => wantsFacts(index, url, classifyAddress(index, { url }));
  expect(asks(shop)).toBe(true);
  expect(asks('https://www.kaspersky.com/')).toBe(false);
  expect(asks('https://www.bestbuy.com/site/kaspersky-plus/1.p')).toBe(false);
  expect(asks('about:blank')).toBe(false);
});

it('takes whatever a page says', () => {
  const anything = fc.oneof(
    fc.json(),
    fc.string({ unit: 'binary' }),
    fc.constant(`${'['.repeat(20_000)}${']'.repeat(20_000)}`),
    fc.constant(
      '{"@type":"Product","name":{"name":{}},"brand":[[["Kaspersky"]]],"__proto__":{"x":1}}',
    ),
  );
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 8 }), fc.string(), (structured, title) => {
      expect(judged(shop, { structured }, title).label).toBe('unrelated');
    }),
    { numRuns: 300 },
  );
});
