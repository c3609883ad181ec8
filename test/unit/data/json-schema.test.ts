import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { advisoryJsonSchema, jsonSchemaPath } from '../../../tools/generate/advisory-schema.ts';

test('The published JSON Schema is the one that the TypeScript schema yields', () => {
  expect(readFileSync(jsonSchemaPath, 'utf8')).toBe(advisoryJsonSchema());
});
