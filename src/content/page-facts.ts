// Collects the page's own data in a few queries; the worker parses and scores it.
import type { PageFacts } from '../messages.ts';

const maxShort = 500;
const maxAddress = 2000;
const maxScript = 60_000;
const maxLinks = 60;
const types = ['itemtype', 'typeof'];
/**
 * Products in microdata and RDFa; parts of something else, such as a similar product, are left out.
 */
const products = `:is(${types.map((type) => `[${type}*=Product],[${type}*=Application]`)}):not([itemprop],[property])`;
/**
 * An item's properties, with or without a prefix; not those of a review or another thing inside.
 */
const properties = (...names: string[]) =>
  `:is(${names.map((name) => `[itemprop=${name}],[property$=${name}]`)}):not([itemprop] *,[property] *)`;
const downloadAddress = /\.(exe|msi|dmg|pkg|apk|iso|zip)|ownload/i;

const said = (element: Element | null | undefined) =>
  (element?.getAttribute('content') ?? element?.textContent ?? '').trim().slice(0, maxShort);

/** Targets of links that look like downloads. Resolves no more than it returns. */
function downloads(page: Document): string[] {
  const found = new Set<string>();
  for (const link of page.links) {
    if (found.size >= maxLinks) break;
    if (!link.hasAttribute('download') && !downloadAddress.test(link.getAttribute('href') ?? ''))
      continue;
    const { href } = link;
    if (href.length <= maxAddress) found.add(href);
  }
  return [...found];
}

/** Within the worker's size limits; anything longer is left out. */
export function pageFacts(
  page: Document,
  unshadowed: <Target extends object>(target: Target) => Target,
): PageFacts {
  // By tag, which browsers index: an attribute selector would test every element of a large page.
  const tagged = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag) => [
    ...page.getElementsByTagName(tag),
  ];
  /** Any of them may be a form, whose fields can have any name. */
  const all = (selector: string, root: ParentNode) =>
    [...root.querySelectorAll(selector)].map(unshadowed);
  const metas = tagged('meta');
  const meta = (...names: string[]) =>
    said(metas.find((one) => names.includes(one.getAttribute('property') ?? one.name)));
  return {
    structured: tagged('script')
      .filter(({ type }) => /ld\+json/i.test(type))
      .map(({ textContent }) => textContent)
      .filter(({ length }) => length <= maxScript)
      .slice(0, 8),
    items: all(products, page)
      .slice(0, 4)
      .map((item) => ({
        type: types
          .map((type) => item.getAttribute(type))
          .join('')
          .slice(0, maxShort),
        name: said(item.querySelector(properties('name'))),
        makers: all(properties('brand', 'manufacturer', 'publisher'), item)
          .slice(0, 4)
          .map(said),
      })),
    openGraph: {
      type: meta('og:type'),
      title: meta('og:title'),
      brand: meta('product:brand', 'og:brand'),
    },
    canonical:
      tagged('link')
        .find(({ rel }) => rel === 'canonical')
        ?.href.slice(0, maxAddress) ?? '',
    headings: tagged('h1').slice(0, 2).map(said),
    links: downloads(page),
  };
}
