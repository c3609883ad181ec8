// JSON-LD as pages have it -> its nodes, with references (`{"@id": "#brand"}`) as what they refer to.
import { isRecord } from '../../base/records.ts';

export type Node = Readonly<Record<string, unknown>>;

const maxNodes = 200;

export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** Nodes by their ids. */
export type NodesById = ReadonlyMap<string, Node>;

/** Only what stands at the top speaks of the page itself: parts of an offer list or related products don't. */
export function topNodes(roots: readonly unknown[], byId: NodesById): readonly Node[] {
  const nodes = new Set<Node>();
  const open = roots.flatMap(listOf);
  for (
    let value = open.shift();
    value !== undefined && nodes.size < maxNodes;
    value = open.shift()
  ) {
    if (Array.isArray(value)) open.push(...(value as readonly unknown[]).slice(0, maxNodes));
    if (!isRecord(value)) continue;
    nodes.add(value);
    const main = listOf(value['mainEntity']).slice(0, 1);
    open.push(
      ...listOf(value['@graph']).slice(0, maxNodes),
      ...main.map((one) => resolve(one, byId)),
    );
  }
  return [...nodes];
}

/** Those that say more than their id. */
export function nodesById(nodes: readonly Node[]): NodesById {
  const named = nodes.flatMap((node): [string, Node][] => {
    const id = node['@id'];
    return typeof id === 'string' && Object.keys(node).length > 1 ? [[id, node]] : [];
  });
  return new Map(named);
}

/** What a reference refers to; anything else as it is. */
export function resolve(value: unknown, byId: NodesById): unknown {
  if (!isRecord(value) || Object.keys(value).length > 1) return value;
  const id = value['@id'];
  return typeof id === 'string' ? (byId.get(id) ?? value) : value;
}
