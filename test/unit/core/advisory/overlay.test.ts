import { describe, expect, it } from 'vitest';
import { layOver, parseOverlay } from '../../../../src/core/advisory/overlay.ts';
import { parseAdvisoryValue } from '../../../../src/core/advisory/parse.ts';
import document from '../../../../src/data/advisory.json' with { type: 'json' };

const text = { en: 'Ours.' };
const source = {
  id: 'list',
  title: 'List',
  publisher: 'Example Corporation',
  url: 'https://it.example/list',
  official: false,
  kind: 'vendor',
  reading: 'whole',
  checked: '2026-11-01',
};
const product = (name: string, needs: readonly string[]) => ({
  id: name.toLowerCase(),
  name,
  seat: { en: 'Norway' },
  site: 'https://it.example/',
  needs,
  platforms: [],
  price: 'paid',
  facts: [{ id: 'fact', text, sources: ['list'] }],
  cautions: [{ id: 'caution', text, sources: ['list'] }],
  checked: '2026-11-01',
  sources: ['list'],
  unverified: [],
});

function laidOver(change: object) {
  const advisory = parseAdvisoryValue(document);
  const overlay = parseOverlay({
    format: 1,
    id: 'own',
    version: 1,
    issued: '2026-11-01T00:00:00Z',
    expires: '2027-11-01T00:00:00Z',
    ...change,
  });
  if (!advisory.ok || !overlay.ok) throw new Error(JSON.stringify([advisory, overlay]));
  return { before: advisory.value, after: layOver(advisory.value, overlay.value) };
}

describe('An organization’s document', () => {
  it('lists its products among ours, in alphabetical order', () => {
    const { before, after } = laidOver({
      sources: [source],
      alternatives: [product('Zulu', ['home']), product('Alfa', ['home'])],
    });
    const names = after.alternatives.products.map(({ name }) => name);
    expect(names).toEqual(
      [...before.alternatives.products.map(({ name }) => name), 'Alfa', 'Zulu'].toSorted(
        (one, other) => one.localeCompare(other, 'en'),
      ),
    );
    expect(names.indexOf('Alfa')).toBeLessThan(names.indexOf('Zulu'));
  });

  it('can take the place of nothing of ours: its ids are its own, and lead to its own sources', () => {
    const { before, after } = laidOver({
      sources: [source],
      alternatives: [product('Alfa', ['home'])],
      rules: [{ id: 'mirror', label: 'product-download', reason: text, hosts: ['m.example'] }],
    });
    const own = after.alternatives.products.find(({ name }) => name === 'Alfa');
    expect(own).toMatchObject({
      id: 'organization.alfa',
      sources: ['organization.list'],
      facts: [{ sources: ['organization.list'] }],
      cautions: [{ sources: ['organization.list'] }],
    });
    expect(after.sources.map(({ id }) => id)).toEqual([
      ...before.sources.map(({ id }) => id),
      'organization.list',
    ]);
    expect(after.detection.rules.slice(0, before.detection.rules.length)).toEqual(
      before.detection.rules,
    );
    expect(after.detection.rules.at(-1)).toMatchObject({ id: 'organization.mirror' });
  });

  it('has no products for needs that the advisory doesn’t know', () => {
    const { before, after } = laidOver({
      sources: [source],
      alternatives: [product('Alfa', ['home', 'gardening']), product('Zulu', ['gardening'])],
    });
    expect(after.alternatives.products).toHaveLength(before.alternatives.products.length + 1);
    expect(after.alternatives.products.find(({ name }) => name === 'Alfa')?.needs).toEqual([
      'home',
    ]);
  });

  it('makes its exceptions win over every rule', () => {
    const { after } = laidOver({ exceptions: [{ host: 'lab.example', reason: text }] });
    const [exception] = after.detection.rules.slice(-1) as { rank: number; label: string }[];
    expect(exception).toMatchObject({ label: 'exempt', hosts: ['lab.example'], reason: text });
    const ranks = document.detection.rules.map(({ rank = 0 }) => rank);
    expect(exception?.rank).toBeGreaterThan(Math.max(...ranks));
  });
});
