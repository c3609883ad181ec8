// schema.org data of a page -> the products that it is about, and what kind of page it says to be.
import type { PageFacts } from '../model/page-facts.ts';
import { parseLenientJson } from './lenient-json.ts';

interface DescribedProduct {
  readonly name: string;
  /** Who makes it; not who writes about it. */
  readonly makers: readonly string[];
}

export interface StructuredData {
  /** The one that the page is about; none where it lists many: a category is about none of them. */
  readonly products: readonly DescribedProduct[];
  /** Types without their vocabulary, lower case: `newsarticle`, `itemlist`. */
  readonly types: readonly string[];
}

type Node = Readonly<Record<string, unknown>>;

const productTypes = new Set([
  'product',
  'softwareapplication',
  'mobileapplication',
  'webapplication',
  'individualproduct',
  'productgroup',
]);
/** Software has authors; goods have reviewers. */
const software = /application$/;
const maxNodes = 200;
const maxProducts = 3;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
const typeName = (type: string): string => type.slice(type.search(/[^/#:]*$/)).toLowerCase();

function typesOf(node: Node): string[] {
  return listOf(node['@type']).flatMap((type) =>
    typeof type === 'string' ? [typeName(type)] : [],
  );
}

function textOf(value: unknown): string[] {
  return listOf(value).flatMap((one) => {
    const text = isNode(one) ? one.name : one;
    return typeof text === 'string' ? [text.slice(0, 500)] : [];
  });
}

function nodesIn(text: string): Node[] {
  const parsed = parseLenientJson(text);
  if (!parsed.ok) return [];
  const nodes: Node[] = [];
  const open = [...listOf(parsed.value)];
  // Only what stands at the top speaks of the page itself: parts of an offer list or related products don't.
  for (
    let value = open.shift();
    value !== undefined && nodes.length < maxNodes;
    value = open.shift()
  ) {
    if (Array.isArray(value)) open.push(...(value as readonly unknown[]).slice(0, maxNodes));
    if (!isNode(value)) continue;
    nodes.push(value);
    open.push(
      ...listOf(value['@graph']).slice(0, maxNodes),
      ...listOf(value.mainEntity).slice(0, 1),
    );
  }
  return nodes;
}

const isNoPerson = (maker: unknown): boolean =>
  !isNode(maker) || !typesOf(maker).includes('person');

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Of several products, the one that title or heading name; else the first, unless there are many. */
function subjectOf(
  products: readonly DescribedProduct[],
  names: readonly string[],
): DescribedProduct[] {
  const said = names.map(plain).filter((name) => name !== '');
  const named = products.filter(({ name }) => {
    const own = plain(name);
    return own !== '' && said.some((text) => text.includes(own) || own.includes(text));
  });
  const [first] = named.length > 0 ? named : products;
  return first && (named.length > 0 || products.length <= maxProducts) ? [first] : [];
}

export function readStructuredData(
  { structured, items, headings }: Pick<PageFacts, 'structured' | 'items' | 'headings'>,
  title = '',
): StructuredData {
  const products: DescribedProduct[] = [];
  const types: string[] = [];
  for (const node of structured.flatMap(nodesIn)) {
    const own = typesOf(node);
    types.push(...own);
    if (!own.some((type) => productTypes.has(type))) continue;
    const fields = own.some((type) => software.test(type))
      ? ['brand', 'manufacturer', 'publisher', 'author', 'creator']
      : ['brand', 'manufacturer'];
    const makers = fields.flatMap((field) => textOf(listOf(node[field]).filter(isNoPerson)));
    products.push({ name: textOf(node.name)[0] ?? '', makers });
  }
  for (const item of items) {
    const type = typeName(item.type);
    types.push(type);
    if (productTypes.has(type)) products.push({ name: item.name, makers: item.makers });
  }
  return { products: subjectOf(products, [...headings, title]), types: [...new Set(types)] };
}
