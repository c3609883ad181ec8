// A document of a later minor format: a value that this version doesn't know costs its entry alone.
import { describe, expect, it } from 'vitest';
import { parseAdvisory, parseAdvisoryValue } from '../../../../src/core/advisory/parse.ts';
import { AdvisorySchema } from '../../../../src/core/advisory/schema.ts';
import packaged from '../../../../src/data/advisory.json' with { type: 'json' };

interface Node {
  readonly type?: string;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly wrapped?: Node;
  readonly pipe?: readonly Node[];
}

/** Paths of every enumerated value in the schema; a list is written as `*`. */
function enumerations(node: Node, path: readonly string[] = []): string[][] {
  if (node.type === 'picklist') return [[...path]];
  const [first, ...others] = node.pipe ?? [];
  return [
    ...Object.entries(node.entries ?? {}).flatMap(([key, entry]) =>
      enumerations(entry, [...path, key]),
    ),
    ...(node.item ? enumerations(node.item, [...path, '*']) : []),
    ...(node.wrapped ? enumerations(node.wrapped, path) : []),
    ...(first && first !== node && !node.entries && !node.item ? enumerations(first, path) : []),
    ...others.flatMap((one) => (one.type === 'object' ? enumerations(one, path) : [])),
  ];
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const copy = () => structuredClone(packaged) as unknown as Json;

/** Puts a value that nobody knows at the last place that fits the path; answers with where. */
function putUnknown(node: Json, path: readonly string[], at = ''): string | null {
  const [key, ...rest] = path;
  if (key === undefined) return null;
  if (key === '*') {
    if (!Array.isArray(node)) return null;
    if (rest.length === 0) {
      node.push('from-tomorrow');
      return `${at}.${node.length - 1}`;
    }
    for (let index = node.length - 1; index >= 0; index -= 1) {
      const found = putUnknown(node[index] ?? null, rest, `${at}.${index}`);
      if (found) return found;
    }
    return null;
  }
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return null;
  if (rest.length === 0) {
    if (typeof node[key] !== 'string') return null;
    node[key] = 'from-tomorrow';
    return at;
  }
  return putUnknown(node[key] ?? null, rest, `${at}.${key}`);
}

// Detection rules and evidence are read entry by entry by the engine, which has its own tests.
const places = enumerations(AdvisorySchema as unknown as Node).filter(
  ([part]) => part !== 'detection',
);

describe('A value from tomorrow', () => {
  it('is tried in every enumerated place of the schema', () => {
    const names = places.map((path) => path.join('.'));
    expect(names).toEqual(
      expect.arrayContaining([
        'jurisdictions.*.kind',
        'deadlines.*.kind',
        'deadlines.*.precision',
        'applicability.answers.*.outcome',
        'alternatives.products.*.platforms.*',
        'alternatives.products.*.price',
        'alternatives.products.*.unverified.*',
        'removal.systems.*.id',
        'removal.before.*.steps.*.systems.*',
        'notices.*.label',
      ]),
    );
  });

  const tried = places.flatMap((path) => {
    const document = copy();
    const at = putUnknown(document, path);
    return at === null ? [] : [{ name: path.join('.'), at: at.slice(1), document }];
  });

  it.each(tried)('at $name drops that entry and nothing else', ({ name, at, document }) => {
    const parsed = parseAdvisoryValue(document);
    if (!parsed.ok) throw new Error(`Refused: ${JSON.stringify(parsed.error)}`);
    const isReadLeniently = /^sources\.\*\.(?:kind|reading)$/.test(name);
    expect(parsed.dropped.map(({ path }) => path)).toEqual(isReadLeniently ? [] : [at]);
    const entries = (value: unknown): number =>
      typeof value === 'object' && value !== null
        ? Object.values(value).reduce((sum: number, one) => sum + entries(one), 1)
        : 0;
    const whole = parseAdvisoryValue(packaged);
    if (!whole.ok) throw new Error('The packaged advisory does not parse.');
    expect(Object.keys(parsed.value)).toEqual(Object.keys(whole.value));
    expect(entries(parsed.value)).toBeGreaterThan(entries(whole.value) * 0.9);
  });

  it('at all places at once leaves a document that can be used', () => {
    const document = copy();
    const put = places.filter((path) => putUnknown(document, path) !== null);
    const parsed = parseAdvisoryValue(document);
    if (!parsed.ok) throw new Error(`Refused: ${JSON.stringify(parsed.error)}`);
    expect(put.length).toBeGreaterThan(9);
    expect(parsed.dropped.length).toBeGreaterThan(7);
  });

  it('drops the step whose only systems are unknown: shown to all it would mislead', () => {
    const document = copy() as { removal: { verify: { systems?: string[]; id: string }[] } };
    const [step] = document.removal.verify;
    if (!step) throw new Error('The advisory has no step to verify.');
    step.systems = ['from-tomorrow'];
    const parsed = parseAdvisoryValue(document);
    expect(parsed.ok && parsed.value.removal.verify.map(({ id }) => id)).not.toContain(step.id);
  });

  it('does not excuse what is merely wrong beside it', () => {
    const document = copy() as { notices: { label: string }[]; version: unknown };
    const [notice] = document.notices;
    if (notice) notice.label = 'from-tomorrow';
    document.version = 'two';
    expect(parseAdvisoryValue(document)).toMatchObject({
      ok: false,
      error: [{ path: 'version' }, {}],
    });
  });

  it('is a fault for a publisher', () => {
    const document = copy() as { notices: { label: string }[] };
    const [notice] = document.notices;
    if (notice) notice.label = 'from-tomorrow';
    const bytes = new TextEncoder().encode(JSON.stringify(document));
    expect(parseAdvisory(bytes)).toMatchObject({ ok: false, error: [{ path: 'notices.0' }] });
  });
});
