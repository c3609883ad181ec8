// Each policy file of a release, read back by a reader of its own kind: what comes out is what was ordered.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { XMLParser } from 'fast-xml-parser';
import { parse as parsePlist } from 'plist';
import { describe, expect, it } from 'vitest';
import { policyKeyDocs } from '../../../tools/generate/policy-docs.ts';
import { policyKeys, policyNames, type PolicyKey } from '../../../src/core/policy/keys.ts';
import { readPolicy } from '../../../src/core/policy/read.ts';
import { families, idsOf, preferenceDomain, registryKey } from '../../../tools/release/browsers.ts';
import { policyFolder, sampleValues } from '../../../tools/release/policies/policy-folder.ts';
import { policyJsonSchema } from '../../../tools/generate/policy-schema.ts';
import { regFile } from '../../../tools/release/policies/reg-file.ts';

const ids = idsOf('abcdefghijklmnopabcdefghijklmnop', 'ponmlkjihgfedcbaponmlkjihgfedcba');
const files = policyFolder(ids, {
  chromiumUpdate: 'https://extensions.example.com/update.xml',
  firefoxXpi: 'https://extensions.example.com/kba.xpi',
});
const textOf = (name: string): string => Buffer.from(files.get(name) ?? '').toString('utf8');
const everyKey = Object.fromEntries(policyNames.map((name) => [name, policyKeyDocs[name].example]));

describe.each(families)('The configuration profile for %s', (family) => {
  const profile = parsePlist(textOf(`macos/kaspersky-ban-advisory-${family}.mobileconfig`)) as {
    PayloadContent: Record<string, unknown>[];
    PayloadUUID: string;
  };
  const contents = profile.PayloadContent;

  it('installs by force in the browser’s own domain', () => {
    const domains = {
      chrome: 'com.google.Chrome',
      edge: 'com.microsoft.Edge',
      firefox: 'org.mozilla.firefox',
    };
    const payload = contents.find(({ PayloadType }) => PayloadType === domains[family]);
    expect(payload?.['ExtensionSettings']).toMatchObject({
      [ids[family]]: { installation_mode: 'force_installed' },
    });
  });

  it('holds the settings where the browser looks for them', () => {
    const payload =
      contents.find(({ PayloadType }) => PayloadType === preferenceDomain(family, ids)) ?? {};
    const managed = payload['3rdparty'] as { Extensions: Record<string, object> } | undefined;
    const { values, faults } = readPolicy(
      family === 'firefox' ? managed?.Extensions[ids.firefox] : settingsAlone(payload),
    );
    expect([faults, values]).toEqual([[], sampleValues]);
  });

  it('names every payload by an identifier and a UUID of its own', () => {
    const uuids = [profile.PayloadUUID, ...contents.map(({ PayloadUUID }) => PayloadUUID)];
    expect(new Set(uuids).size).toBe(uuids.length);
    for (const uuid of uuids) expect(uuid).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
    expect(new Set(contents.map(({ PayloadIdentifier }) => PayloadIdentifier)).size).toBe(
      contents.length,
    );
  });
});

/** A profile's payload without what the profile itself says of it. */
function settingsAlone(payload: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(payload).filter(([name]) => !name.startsWith('Payload')),
  );
}

/** What a browser makes of a registry file: numbers, texts, and keys with the values 1, 2, 3 as lists. */
function readRegistry(text: string, root: string): Record<string, unknown> {
  let read: Record<string, unknown> = {};
  let list: string[] | null = null;
  for (const line of text.split('\r\n').slice(1)) {
    // `[-KEY]` takes a key away with all below it.
    const key = /^\[-?(.+)\]$/.exec(line)?.[1];
    const entry = /^"((?:[^"\\]|\\.)*)"=(?:dword:([0-9a-f]{8})|"((?:[^"\\]|\\.)*)")$/.exec(line);
    if (key !== undefined) {
      if (!key.startsWith(root)) throw new Error(`a key elsewhere: ${key}`);
      if (line.startsWith('[-')) read = {};
      const below = key.slice(root.length + 1);
      list = below === '' ? null : [];
      if (list) read[below] = list;
    } else if (entry) {
      const [, name = '', number, string = ''] = entry;
      const value =
        number === undefined ? string.replace(/\\(.)/g, '$1') : Number.parseInt(number, 16);
      if (!list) read[name] = value;
      else if (name === String(list.length + 1)) list.push(String(value));
      else throw new Error(`a list out of order at ${name}`);
    } else if (line !== '') throw new Error(`not a line of a registry file: ${line}`);
  }
  return read;
}

describe('A registry file', () => {
  it.each(families)('says to %s what was ordered, every key of it', (family) => {
    const root = `HKEY_LOCAL_MACHINE\\${registryKey(family, ids)}`;
    const { values, faults } = readPolicy(readRegistry(regFile(family, ids, everyKey), root));
    expect([faults, values]).toEqual([[], readPolicy(everyKey).values]);
  });

  it('keeps quotation marks and backslashes whole', () => {
    const organizationName = 'Say "no" to C:\\Temp\\';
    const root = `HKEY_LOCAL_MACHINE\\${registryKey('chrome', ids)}`;
    expect(readRegistry(regFile('chrome', ids, { organizationName }), root)).toEqual({
      organizationName,
    });
  });
});

describe('The JSON Schema of a policy', () => {
  const validate = new Ajv2020({ strict: true }).compile(policyJsonSchema());

  it('takes every key with its example, and the sample', () => {
    for (const values of [everyKey, sampleValues])
      expect([validate(values), validate.errors]).toEqual([true, null]);
  });

  it.each([
    { mode: 'destroy' },
    { snoozeDays: 0 },
    { exceptions: 'example.com' },
    { messages: { en: 1 } },
    { unknown: 1 },
    [],
  ])('refuses %j', (wrong) => {
    expect(validate(wrong)).toBe(false);
  });

  it.each(['chrome', 'edge'] as const)('is what Jamf gets for %s', (family) => {
    const { title, ...manifest } = JSON.parse(textOf(`macos/jamf-${family}.json`)) as {
      title: string;
    };
    expect(title).toContain(preferenceDomain(family, ids));
    expect(new Ajv2020({ strict: true }).compile({ ...manifest })(sampleValues)).toBe(true);
  });
});

interface Policy {
  readonly '@_name': string;
  readonly '@_displayName': string;
  readonly '@_explainText': string;
  readonly '@_presentation'?: string;
  readonly '@_key': string;
  readonly '@_valueName'?: string;
  readonly parentCategory: { readonly '@_ref': string };
  readonly supportedOn: { readonly '@_ref': string };
  readonly elements?: Record<
    string,
    { readonly '@_id': string; readonly '@_valueName'?: string; readonly '@_key'?: string }
  >;
}

describe.each(families)('The Group Policy template for %s', (family) => {
  const xml = new XMLParser({
    ignoreAttributes: false,
    isArray: (tag) => ['policy', 'string', 'presentation'].includes(tag),
  });
  const { policyDefinitions } = xml.parse(textOf(`windows/KasperskyBanAdvisory.${family}.admx`));
  const { policyDefinitionResources } = xml.parse(
    textOf(`windows/en-US/KasperskyBanAdvisory.${family}.adml`),
  );
  const policies: Policy[] = policyDefinitions.policies.policy;
  const strings: Map<string, string> = new Map(
    policyDefinitionResources.resources.stringTable.string.map((entry: Record<string, string>) => [
      entry['@_id'],
      entry['#text'],
    ]),
  );
  const forms: Map<string, Record<string, Record<string, string> | string>> = new Map(
    policyDefinitionResources.resources.presentationTable.presentation.map(
      (entry: Record<string, string>) => [entry['@_id'], entry],
    ),
  );
  const id = (reference = '') =>
    /^\$\((?:string|presentation)\.(\w+)\)$/.exec(reference)?.[1] ?? 'not a reference';

  it('has one policy for each key, below this browser’s own key', () => {
    expect(policies.map((policy) => policy['@_name'])).toEqual(policyNames);
    for (const policy of policies) expect(policy['@_key']).toBe(registryKey(family, ids));
  });

  it('gives each policy its words, its place and its support', () => {
    for (const policy of policies) {
      expect([policy['@_name'], strings.get(id(policy['@_displayName']))]).toEqual([
        policy['@_name'],
        policyKeyDocs[policy['@_name'] as keyof typeof policyKeyDocs].title,
      ]);
      expect(strings.get(id(policy['@_explainText']))?.length).toBeGreaterThan(10);
      expect(policy.parentCategory['@_ref']).toBe(policyDefinitions.categories.category['@_name']);
      expect(policy.supportedOn['@_ref']).toBe(
        policyDefinitions.supportedOn.definitions.definition['@_name'],
      );
    }
  });

  it('draws a form for exactly the elements that write a value, of the right kind', () => {
    const kinds: Record<PolicyKey['type'], string> = {
      choice: 'enum',
      number: 'decimal',
      list: 'list',
      map: 'text',
      text: 'text',
      switch: 'none',
    };
    for (const policy of policies) {
      const name = policy['@_name'];
      const { type } = policyKeys[name as keyof typeof policyKeys];
      const [[kind, element] = ['none', undefined]] = Object.entries(policy.elements ?? {});
      expect([name, kind]).toEqual([name, kinds[type]]);
      if (!element) {
        expect(policy['@_valueName']).toBe(name);
        continue;
      }
      if (kind === 'list') expect(element['@_key']).toBe(`${registryKey(family, ids)}\\${name}`);
      else expect(element['@_valueName']).toBe(name);
      const form = forms.get(id(policy['@_presentation'])) ?? {};
      const references = Object.values(form).flatMap((control) =>
        typeof control === 'object' ? [control['@_refId']] : [],
      );
      expect([name, references]).toEqual([name, [element['@_id']]]);
    }
  });

  it('uses no id twice', () => {
    expect(strings.size).toBe(policyDefinitionResources.resources.stringTable.string.length);
    expect(forms.size).toBe(
      policyDefinitionResources.resources.presentationTable.presentation.length,
    );
  });
});

describe('the schema for editors', () => {
  const validate = new Ajv2020({ strict: true }).compile(
    JSON.parse(textOf('policy.schema.json')) as object,
  );
  const whole = ['linux/chrome-and-chromium.json', 'linux/edge.json', 'firefox/policies.json'];
  it.each([...whole, `firefox/native-manifest/${ids.firefox}.json`])('fits %s', (name) => {
    validate(JSON.parse(textOf(name)));
    expect(validate.errors).toBeNull();
  });

  it.each(whole)('finds a wrong setting where it stands in %s', (name) => {
    expect(validate(JSON.parse(textOf(name).replace('"warn"', '"shout"')))).toBe(false);
    expect(validate(JSON.parse(textOf(name).replace('"mode"', '"mood"')))).toBe(false);
  });
});

describe('an import of a registry file', () => {
  it.each(['chrome', 'edge', 'firefox'] as const)(
    'empties the key of %s before it fills it',
    (family) => {
      const lines = regFile(family, ids, sampleValues).split('\r\n');
      const [emptied = '', filled = ''] = lines.filter((line) => line.startsWith('['));
      expect(emptied).toBe(`[-${filled.slice(1)}`);
    },
  );
});
