// What clients of version 1 take: the published JSON Schema of their release, kept as it was, is what each later advisory must still fit.
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import document from '../../../src/data/advisory.json' with { type: 'json' };
import schema from '../../golden/advisory.schema.v1.json' with { type: 'json' };

const fits = new Ajv({ strict: false, allErrors: true }).compile(schema);
const faults = (value: unknown) =>
  fits(value)
    ? []
    : (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);

test('The advisory fits the schema of clients of version 1', () => {
  expect(document.version).toBeGreaterThan(1);
  expect(faults(document)).toEqual([]);
});

test.each([
  [
    'a source without the day of its check',
    { ...document, sources: document.sources.map(({ checked: _, ...source }) => source) },
  ],
  [
    'a source that does not say whether it is official',
    { ...document, sources: document.sources.map(({ official: _, ...source }) => source) },
  ],
  ['another format', { ...document, format: 2 }],
  [
    'a price that they do not know',
    {
      ...document,
      alternatives: {
        ...document.alternatives,
        products: document.alternatives.products.map((product) => ({
          ...product,
          price: 'donation',
        })),
      },
    },
  ],
])('They would not take %s', (_, changed) => {
  expect(faults(changed)).not.toEqual([]);
});
