import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { policyKeys, policyNames } from '../../../src/core/policy/keys.ts';
import { readPolicy } from '../../../src/core/policy/read.ts';
import { idsOf } from '../../../tools/release/browsers.ts';
import { intuneEdgeScript } from '../../../tools/release/policies/intune.ts';
import { policyFolder, sampleValues } from '../../../tools/release/policies/policy-folder.ts';

const ids = idsOf('abcdefghijklmnopabcdefghijklmnop', 'ponmlkjihgfedcbaponmlkjihgfedcba');
const files = policyFolder(ids, {
  chromiumUpdate: 'https://extensions.example.com/update.xml',
  firefoxXpi: 'https://extensions.example.com/kba.xpi',
});

function textOf(name: string): string {
  const content = files.get(name);
  if (content === undefined) throw new Error(`no file ${name}`);
  // The registry editor's files are UTF-16, everything else UTF-8.
  return typeof content === 'string'
    ? content
    : Buffer.from(content).toString(name.endsWith('.reg') ? 'utf16le' : 'utf8');
}

const named = (ending: string): string[] =>
  [...files.keys()].filter((name) => name.endsWith(ending));

describe('the policy folder of a release', () => {
  it('holds only well-formed XML', () => {
    for (const name of [...named('.admx'), ...named('.adml'), ...named('.mobileconfig')])
      expect([name, XMLValidator.validate(textOf(name))]).toEqual([name, true]);
  });

  it('gives every policy of a template its words and its form', () => {
    for (const name of named('.admx')) {
      const template = textOf(name);
      const words = textOf(name.replace('windows/', 'windows/en-US/').replace('.admx', '.adml'));
      for (const [, kind, id] of template.matchAll(/\$\((string|presentation)\.(\w+)\)/g)) {
        expect([name, id, words.includes(`<${kind} id="${id}"`)]).toEqual([name, id, true]);
      }
      const parsed = new XMLParser({
        ignoreAttributes: false,
        isArray: (tag) => tag === 'policy',
      }).parse(template);
      expect(
        parsed.policyDefinitions.policies.policy.map(
          (policy: Record<string, string>) => policy['@_name'],
        ),
      ).toEqual(policyNames);
    }
  });

  it('orders in every JSON file exactly what the extension reads without a fault', () => {
    const unwrap = (json: Record<string, { Value: unknown }>): unknown =>
      Object.fromEntries(Object.entries(json).map(([key, value]) => [key, value.Value]));
    const places: Record<string, string[]> = {
      'linux/chrome-and-chromium.json': ['3rdparty', 'extensions', ids.chrome],
      'linux/edge.json': ['3rdparty', 'extensions', ids.edge],
      'firefox/policies.json': ['policies', '3rdparty', 'Extensions', ids.firefox],
      [`firefox/native-manifest/${ids.firefox}.json`]: ['data'],
      'google-admin.json': [],
    };
    for (const [name, place] of Object.entries(places)) {
      const found = place.reduce((json, key) => json[key], JSON.parse(textOf(name)));
      const { values, faults } = readPolicy(place.length === 0 ? unwrap(found) : found);
      expect([name, faults, values]).toEqual([name, [], sampleValues]);
    }
  });

  it('writes registry files as the registry editor wants them', () => {
    for (const name of named('.reg')) {
      const text = textOf(name);
      expect(text.startsWith('\ufeffWindows Registry Editor Version 5.00\r\n')).toBe(true);
      expect(text).not.toMatch(/[^\r]\n/);
      expect(text).toContain('"firstRunPage"=dword:00000000');
      expect(text).toMatch(/\\exceptions\]\r\n"1"="research\.example\.com"/);
    }
  });

  it('gives Edge its own id and its own word for the toolbar', () => {
    const edge = JSON.parse(textOf('linux/edge.json'));
    expect(edge.ExtensionSettings[ids.edge]).toMatchObject({
      installation_mode: 'force_installed',
      toolbar_state: 'force_shown',
    });
    expect(JSON.stringify(edge)).not.toContain(ids.chrome);
    expect(textOf('windows/intune-edge.ps1')).not.toContain(ids.chrome);
  });

  it('writes each value of the script for Intune with the type that the registry wants', () => {
    const script = textOf('windows/intune-edge.ps1');
    expect(script).toContain(`-Name 'firstRunPage' -PropertyType DWord -Value 0 `);
    expect(script).toContain(
      `-Name 'organizationName' -PropertyType String -Value 'Example Corporation' `,
    );
    expect(script).toContain(
      `New-ItemProperty -Path "$key\\exceptions" -Name '1' -PropertyType String -Value 'research.example.com' `,
    );
    expect(intuneEdgeScript(ids, { organizationName: "O'Neill & $Sons" })).toContain(
      `-Value 'O''Neill & $Sons' `,
    );
    expect(intuneEdgeScript(ids, { organizationName: 'O’Neill ‘& Sons‛' })).toContain(
      `-Value 'O’’Neill ‘‘& Sons‛‛' `,
    );
  });

  it('documents every key', () => {
    for (const name of policyNames) expect(textOf('policy-keys.md')).toContain(`| \`${name}\` |`);
    expect(policyKeys.mode.values).toContain('block');
  });
});
