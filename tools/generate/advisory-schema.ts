// The published JSON Schema of an advisory.
import { toJsonSchema } from '@valibot/to-json-schema';
import { AdvisorySchema } from '../../src/core/advisory/schema.ts';

/** The schema as text. What JSON Schema can't express (real dates, https) is left to `check`. */
export function advisoryJsonSchema(): string {
  const schema = toJsonSchema(AdvisorySchema, { errorMode: 'ignore', typeMode: 'input' });
  return `${JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', title: 'Kaspersky Ban Advisory document, format 1', ...schema }, null, 2)}\n`;
}
