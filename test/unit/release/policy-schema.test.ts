import { describe, expect, it } from 'vitest';
import { managedSchemaText } from '../../../tools/generate/policy-schema.ts';

describe('the browser’s schema of the policy', () => {
  it('holds no keyword that keeps Chromium from loading the extension or makes it drop whole lists', () => {
    expect(managedSchemaText()).not.toMatch(
      /"(pattern|enum|minimum|required|\$ref|patternProperties|oneOf)"|"additionalProperties": false/,
    );
  });
});
