// Two schemas from one catalog of policy keys: a loose one for Chromium, and a strict JSON Schema
// for editors.
import { policyKeyDocs } from './policy-docs.ts';
import {
  policyKeys,
  policyNames,
  type PolicyKey,
  type PolicyName,
} from '../../src/core/policy/keys.ts';

/**
 * Chromium's `managed_schema`. Deliberately loose: with a `pattern` or `enum`, one bad list entry
 * would make the browser drop the whole list, and some common keywords keep the extension from
 * loading. Our own code checks every value.
 */
function managedSchema(): object {
  const shape = (name: PolicyName): object => {
    const key: PolicyKey = policyKeys[name];
    const words = { title: policyKeyDocs[name].title, description: policyKeyDocs[name].about };
    switch (key.type) {
      case 'choice':
      case 'text':
        return { type: 'string', ...words };
      case 'switch':
        return { type: 'boolean', ...words };
      case 'number':
        return { type: 'integer', ...words };
      case 'list':
        return { type: 'array', ...words, items: { type: 'string' } };
      case 'map':
        return { type: 'object', ...words, additionalProperties: { type: 'string' } };
    }
  };
  return {
    type: 'object',
    properties: Object.fromEntries(policyNames.map((name) => [name, shape(name)])),
  };
}

/** The strict JSON Schema (2020-12) of a policy, for editors and management tools with forms. */
export function policyJsonSchema(): object {
  const shape = (name: PolicyName): object => {
    const key: PolicyKey = policyKeys[name];
    const { title, about, example } = policyKeyDocs[name];
    const words = { title, description: about, examples: [example] };
    switch (key.type) {
      case 'choice':
        return { type: 'string', enum: key.values, ...words };
      case 'text':
        return { type: 'string', ...words };
      case 'switch':
        return { type: 'boolean', ...words };
      case 'number':
        return { type: 'integer', minimum: key.min, maximum: key.max, ...words };
      case 'list':
        return { type: 'array', items: { type: 'string' }, maxItems: 2000, ...words };
      case 'map':
        return { type: 'object', additionalProperties: { type: 'string' }, ...words };
    }
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Policy of Kaspersky Ban Advisory',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(policyNames.map((name) => [name, shape(name)])),
  };
}

/**
 * The same for whole policy files, in which the settings stand at different places: Chromium's,
 * Firefox's, a native manifest, or the settings alone. What else such a file holds is not ours to
 * judge.
 */
export function policyFileSchema(ids: readonly string[]): object {
  const { $schema, title, ...settings } = policyJsonSchema() as {
    readonly $schema: string;
    readonly title: string;
    readonly properties: object;
  };
  const own = { $ref: '#/$defs/settings' };
  const byExtension = {
    type: 'object',
    properties: Object.fromEntries(ids.map((id) => [id, own])),
  };
  const thirdParty = {
    type: 'object',
    properties: { extensions: byExtension, Extensions: byExtension },
  };
  return {
    $schema,
    title,
    type: 'object',
    properties: {
      ...settings.properties,
      '3rdparty': thirdParty,
      policies: { type: 'object', properties: { '3rdparty': thirdParty } },
      data: own,
    },
    $defs: { settings },
  };
}

/** Text of the schema that the package for Chromium carries. */
export function managedSchemaText(): string {
  return `${JSON.stringify(managedSchema(), null, 2)}\n`;
}
