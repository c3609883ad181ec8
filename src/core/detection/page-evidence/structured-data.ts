// schema.org data of a page -> the products that it is about, and what kind of page it says to be.
import type { PageFacts } from '../model/page-facts.ts';

interface DescribedProduct {
  readonly name: string;
  /** Brand, manufacturer, publisher or author. */
  readonly makers: readonly string[];
}

export interface StructuredData {
  /** Empty where the page lists many: a category is about none of them. */
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
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return []; // Pages often bear broken data; others read nothing from it either.
  }
  const nodes: Node[] = [];
  const open = [...listOf(parsed)];
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

export function readStructuredData({
  structured,
  items,
}: Pick<PageFacts, 'structured' | 'items'>): StructuredData {
  const products: DescribedProduct[] = [];
  const types: string[] = [];
  for (const node of structured.flatMap(nodesIn)) {
    const own = typesOf(node);
    types.push(...own);
    if (!own.some((type) => productTypes.has(type))) continue;
    const makers = ['brand', 'manufacturer', 'publisher', 'author', 'creator'].flatMap((field) =>
      textOf(node[field]),
    );
    products.push({ name: textOf(node.name)[0] ?? '', makers });
  }
  for (const item of items) {
    const type = typeName(item.type);
    types.push(type);
    if (productTypes.has(type)) products.push({ name: item.name, makers: item.makers });
  }
  return { products: products.length > maxProducts ? [] : products, types: [...new Set(types)] };
}
