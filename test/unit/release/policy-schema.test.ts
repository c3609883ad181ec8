import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { managedSchemaFile, managedSchemaText } from '../../../tools/generate/policy-schema.ts';

describe('the browser’s schema of the policy', () => {
  it('is made from the catalog and committed fresh', () => {
    expect(readFileSync(managedSchemaFile, 'utf8')).toBe(managedSchemaText());
  });

  it('holds no keyword that keeps Chromium from loading the extension or makes it drop whole lists', () => {
    expect(managedSchemaText()).not.toMatch(
      /"(pattern|enum|minimum|required|\$ref|patternProperties|oneOf)"|"additionalProperties": false/,
    );
  });
});
