// schema.org data of a page -> the product that it is about, and what kind of page it says to be.
import { isRecord } from '../../base/records.ts';
import type { PageFacts } from '../model/page-facts.ts';
import { listOf, nodesById, resolve, topNodes, type Node, type NodesById } from './json-ld.ts';
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

const productTypes = new Set([
  'product',
  'softwareapplication',
  'mobileapplication',
  'webapplication',
  'individualproduct',
  'productgroup',
  'productmodel',
  'someproducts',
]);
/** Software has authors; goods have reviewers. */
const software = /application$/;
const maxProducts = 3;
const maxVariants = 20;

const typeName = (type: string): string => type.slice(type.search(/[^/#:]*$/)).toLowerCase();

function typesOf(node: Node): string[] {
  return listOf(node['@type']).flatMap((type) =>
    typeof type === 'string' ? [typeName(type)] : [],
  );
}

const isNoPerson = (maker: unknown): boolean =>
  !isRecord(maker) || !typesOf(maker).includes('person');

function textsOf(values: readonly unknown[]): string[] {
  return values.flatMap((one) => {
    const [text] = listOf(isRecord(one) ? (one['name'] ?? one['@value']) : one);
    const value = isRecord(text) ? text['@value'] : text;
    return typeof value === 'string' ? [value.slice(0, 500)] : [];
  });
}

const resolvedList = (value: unknown, byId: NodesById): unknown[] =>
  listOf(value).map((one) => resolve(one, byId));

function makersOf(node: Node, byId: NodesById): string[] {
  const fields = typesOf(node).some((type) => software.test(type))
    ? ['brand', 'manufacturer', 'publisher', 'author', 'creator']
    : ['brand', 'manufacturer'];
  return fields.flatMap((field) => textsOf(resolvedList(node[field], byId).filter(isNoPerson)));
}

const variantsOf = (node: Node, byId: NodesById): Node[] =>
  resolvedList(node['hasVariant'], byId).slice(0, maxVariants).filter(isRecord);

/** A group of variants is one product; what it leaves out, its variants say. */
function productOf(node: Node, byId: NodesById): DescribedProduct {
  const all = [node, ...variantsOf(node, byId)];
  const names = all.flatMap((one) => textsOf(listOf(one['name']).slice(0, 1)));
  const makers = all.flatMap((one) => makersOf(one, byId));
  return { name: [...new Set(names)].join(' / ').slice(0, 500), makers: [...new Set(makers)] };
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Of several products, the one that title or heading name; none where they name none, as for a category or a search. */
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
  const isOne = new Set(products.map(({ name }) => plain(name))).size === 1;
  const isAbout = named.length > 0 || (isOne && products.length <= maxProducts);
  return first && isAbout ? [first] : [];
}

export function readStructuredData(
  { structured, items, headings }: Pick<PageFacts, 'structured' | 'items' | 'headings'>,
  title = '',
): StructuredData {
  const roots = structured.flatMap((text) => {
    const parsed = parseLenientJson(text);
    return parsed.ok ? [parsed.value] : [];
  });
  const byId = nodesById(topNodes(roots, new Map()));
  const nodes = topNodes(roots, byId);
  const variants = new Set(nodes.flatMap((node) => variantsOf(node, byId)));
  const types = nodes.flatMap(typesOf);
  const products = nodes
    .filter((node) => !variants.has(node) && typesOf(node).some((type) => productTypes.has(type)))
    .map((node) => productOf(node, byId));
  for (const item of items) {
    // One attribute may name several types, separated by spaces.
    const own = item.type.split(/\s+/).map(typeName);
    types.push(...own);
    if (own.some((type) => productTypes.has(type)))
      products.push({ name: item.name, makers: item.makers });
  }
  return { products: subjectOf(products, [...headings, title]), types: [...new Set(types)] };
}
