// The table of weighed signs: what a person is told, what would tip it, and how a version reads a table that it doesn't know.
import { describe, expect, it } from 'vitest';
import { classify, explain } from '../../../../../src/core/detection/classify.ts';
import { compileRules } from '../../../../../src/core/detection/engine/rule-index.ts';
import { packagedDetection, packagedIndex } from '../../../../cases/detection-cases.ts';

const index = packagedIndex();
const page = (url: string, title = '') => ({ type: 'url', url, title }) as const;

/** Signs that count on a page, the heaviest first. */
function signsOf(url: string, title = ''): readonly string[] {
  return explain(index, page(url, title)).weighed?.signs.map(({ id }) => id) ?? [];
}

describe('the reason of a verdict by signs', () => {
  const shop = page('https://laden-beispiel.example/item/kaspersky-plus-3-devices-1-year', '');
  const { verdict, weighed } = explain(index, shop);

  it('names the signs that weigh most, in words', () => {
    expect(verdict).toMatchObject({ label: 'store-listing', rule: 'elsewhere.store' });
    const heaviest = weighed?.signs.filter(({ weight }) => weight > 0).slice(0, 3) ?? [];
    expect(heaviest).toHaveLength(3);
    for (const { says } of heaviest) expect(verdict.reason.en).toContain(says.en);
    for (const { says } of heaviest) expect(verdict.reason['es']).toContain(says['es']);
  });

  it('comes with what would tip it', () => {
    expect(weighed?.tips.length).toBeGreaterThan(0);
    for (const { weight } of weighed?.tips ?? [])
      expect((weighed?.sum ?? 0) + weight).toBeLessThan(weighed?.offer.atLeast ?? 0);
  });
});

describe('a table that this version does not know whole', () => {
  const detection = packagedDetection();
  const shop = page('https://laden-beispiel.example/item/kaspersky-plus-3-devices-1-year');
  const labelWith = (change: Readonly<Record<string, unknown>>): string => {
    const signs = { ...(detection.signs as Record<string, unknown>), ...change };
    return classify(compileRules({ ...detection, signs }).index, shop).label;
  };
  const { lines } = detection.signs as { readonly lines: readonly object[] };

  it('is read where it is known', () => {
    expect(labelWith({})).toBe('store-listing');
  });

  it.each([
    ['a field', { weather: 'fair' }],
    ['a source', { lines: [...lines, { ...lines[0], id: 'new', from: 'smell' }] }],
    ['a field of a line', { lines: [...lines, { ...lines[0], id: 'new', unless: 'x' }] }],
    ['a list', { lines: [...lines, { id: 'new', from: 'title', has: ['@nowhere'], weight: 1 }] }],
  ])('is passed over whole for %s', (_, change) => {
    expect(labelWith(change)).toBe('mention');
  });
});

describe('signs', () => {
  it.each([
    'https://a.example/products/kaspersky-log-analyzer',
    'https://a.example/products/kaspersky-t-shirt',
  ])('%s: a shelf with the name and other words is no offer', (url) => {
    expect(signsOf(url)).toContain('shelf');
    expect(classify(index, page(url)).label).toBe('mention');
  });

  it('see a title that is the name of a product, and nothing else', () => {
    expect(signsOf('https://a.example/x', 'Kaspersky Total Security 2020')).toContain(
      'whole-title',
    );
    expect(signsOf('https://a.example/x', 'Kaspersky Total Security slows games')).not.toContain(
      'whole-title',
    );
  });

  it('take a verb after the bare name for a headline', () => {
    expect(signsOf('https://a.example/x', 'Kaspersky compra el 49 % de Motive')).toContain('deed');
    expect(signsOf('https://a.example/x', 'Compra Kaspersky Plus')).not.toContain('deed');
  });

  it.each([
    ['https://lpse.kota.go.id/kaspersky-plus', true],
    ['https://it.north.k12.oh.us/kaspersky-plus', true],
    ['https://go.shop.example/kaspersky-plus', false],
    ['https://lpse.go.id.shop.example/kaspersky-plus', false],
    ['https://pergo.id/kaspersky-plus', false],
    ['https://k12.shop.example/kaspersky-plus', false],
  ])('%s: short words mean an authority or a school only where a host ends so', (url, isOffice) => {
    expect(signsOf(url).includes('school-or-office')).toBe(isOffice);
  });

  it.each([
    ['https://a.example/kaspersky-standard-panama/', true],
    ['https://a.example/en/kaspersky-standard-panama/', true],
    ['https://a.example/pt-br/kaspersky-standard-panama/', true],
    ['https://a.example/tools/kaspersky-standard-panama/', false],
  ])('%s: a language may stand before the name of a product', (url, isWhole) => {
    expect(signsOf(url).includes('whole-address')).toBe(isWhole);
  });
});
