// Collects the page's own data in a few queries; the worker parses and scores it.
import type { PageFacts } from '../messages.ts';

const maxShort = 500;
const maxAddress = 2000;
const maxScript = 60_000;
const maxLinks = 60;
/** A property, with or without a prefix; one attribute may name several. */
const property = (name: string) => `[itemprop~=${name}],[property$=${name}]`;
/** An item's properties; not those of a review or another thing inside. */
const properties = (...names: string[]) =>
  `:is(${names.map(property)}):not(:scope :is([itemprop],[property]) *)`;
const downloadAddress = /\.(exe|msi|dmg|pkg|apk|iso|zip)|ownload/i;

/** The first of these attributes that the element has. */
const attribute = (element: Element, ...names: string[]) =>
  names.map((name) => element.getAttribute(name)).find((value) => value !== null) ?? '';

/** Parts of something else, such as a similar product, are none; what the page is about is one. */
const isProduct = (item: Element) =>
  /Product|Application/.test(attribute(item, 'itemtype', 'typeof')) &&
  /^$|mainEntity$/.test(attribute(item, 'itemprop', 'property'));

/** Where an attribute holds the value, what is shown may be anything. */
const said = (element?: Element) =>
  element
    ? (attribute(element, 'content', 'value', 'alt') || element.textContent)
        .trim()
        .slice(0, maxShort)
    : '';

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
  const meta = (name: string) =>
    said(tagged('meta').find((one) => attribute(one, 'property', 'name') === name));
  /** A thing goes by its name, one that shows nothing else by its picture's words. */
  const named = (thing: Element) =>
    said(all(property('name'), thing)[0] ?? thing) || said(all('[alt]', thing)[0]);
  return {
    structured: tagged('script')
      .filter(({ type, text }) => /ld.json/i.test(type) && text.length <= maxScript)
      .slice(0, 8)
      .map(({ text }) => text),
    items: all('[itemtype],[typeof]', page)
      .filter(isProduct)
      .slice(0, 4)
      .map((item) => ({
        type: attribute(item, 'itemtype', 'typeof').slice(0, maxShort),
        name: said(all(properties('name'), item)[0]),
        makers: all(properties('brand', 'manufacturer', 'publisher'), item)
          .slice(0, 4)
          .map(named),
      })),
    openGraph: {
      type: meta('og:type'),
      title: meta('og:title'),
      brand: meta('product:brand') || meta('og:brand'),
    },
    canonical:
      tagged('link')
        .find(({ rel }) => rel === 'canonical')
        ?.href.slice(0, maxAddress) ?? '',
    headings: tagged('h1').slice(0, 2).map(said),
    // Resolves few more than it returns.
    links: [
      ...new Set(
        [...page.links]
          .filter(
            (link) =>
              link.hasAttribute('download') || downloadAddress.test(attribute(link, 'href')),
          )
          .slice(0, 4 * maxLinks)
          .map(({ href }) => href),
      ),
    ]
      .filter(({ length }) => length <= maxAddress)
      .slice(0, maxLinks),
  };
}
