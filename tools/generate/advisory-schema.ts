// Writes the published JSON Schema beside the document: `tsx tools/generate/advisory-schema.ts`.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { AdvisorySchema } from '../../src/core/advisory/schema.ts';

export const jsonSchemaPath = fileURLToPath(
  new URL('../../src/data/generated/advisory.schema.json', import.meta.url),
);

/** The schema as text; what JSON Schema can't say (existing dates, https) is left to `check`. */
export function advisoryJsonSchema(): string {
  const schema = toJsonSchema(AdvisorySchema, { errorMode: 'ignore', typeMode: 'input' });
  return `${JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', title: 'Kaspersky Ban Advisory document, format 1', ...schema }, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(jsonSchemaPath, advisoryJsonSchema());
