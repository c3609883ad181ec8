// Every policy file of a release by name, generated from the catalog; never edited by hand.
import { policyKeyDocs } from '../../generate/policy-docs.ts';
import {
  policyKeys,
  policyNames,
  type PolicyKey,
  type PolicyValues,
} from '../../../src/core/policy/keys.ts';
import { admx, adml } from './admx.ts';
import { families, type ExtensionIds } from '../browsers.ts';
import {
  firefoxPolicies,
  googleAdmin,
  jamfManifest,
  linuxPolicy,
  nativeManifest,
  type InstallAddresses,
} from './json-policies.ts';
import { intuneEdgeScript, intuneSteps } from './intune.ts';
import { managedSchemaText, policyFileSchema } from '../../generate/policy-schema.ts';
import { mobileconfig } from './mobileconfig.ts';
import { regFile } from './reg-file.ts';

/**
 * Values in the sample files: enough to see that a policy arrived, nothing an organization would
 * have to undo.
 */
export const sampleValues: PolicyValues = {
  mode: 'warn',
  organizationName: policyKeyDocs.organizationName.example,
  helpAddress: policyKeyDocs.helpAddress.example,
  messages: policyKeyDocs.messages.example,
  exceptions: policyKeyDocs.exceptions.example,
  firstRunPage: false,
  peopleMayChange: policyKeyDocs.peopleMayChange.example,
};

/** The documentation page of all keys. */
export function policyPage(): string {
  const kind = (key: PolicyKey): string =>
    key.type === 'choice'
      ? key.values.join(', ')
      : key.type === 'number'
        ? `${key.min} to ${key.max}`
        : key.type;
  const rows = policyNames.map((name) => {
    const key: PolicyKey = policyKeys[name];
    const { about, example } = policyKeyDocs[name];
    return `| \`${name}\` | ${kind(key)} | ${about} | ${key.mayBeDefault ? 'yes' : 'no'} | \`${JSON.stringify(example)}\` |`;
  });
  const head = [
    '# Settings',
    '',
    'Every key of the policy. `npm run generate` makes this page from the code that reads it.',
    '',
  ];
  const after = [
    '',
    'A `text` is a string, and a `list` or `map` contains strings. A switch is `true` or `false`, or 1 or 0 in the Windows registry. A missing key',
    'leaves the default, or what the person chose. Every value is mandatory; *can be a default* says which keys `peopleMayChange` can list.',
    '',
  ];
  return [
    ...head,
    '| key | value | what it does | can be a default | example |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    ...after,
  ].join('\n');
}

/** Files by their name in the release's policy folder. */
export function policyFolder(
  ids: ExtensionIds,
  addresses: InstallAddresses,
): ReadonlyMap<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>();
  for (const family of families) {
    files.set(`windows/KasperskyBanAdvisory.${family}.admx`, admx(family, ids));
    files.set(`windows/en-US/KasperskyBanAdvisory.${family}.adml`, adml(family));
    files.set(
      `windows/sample-${family}.reg`,
      Buffer.from(`\ufeff${regFile(family, ids, sampleValues)}`, 'utf16le'),
    );
    files.set(
      `macos/kaspersky-ban-advisory-${family}.mobileconfig`,
      mobileconfig(family, ids, sampleValues, addresses),
    );
  }
  files.set('windows/intune.md', intuneSteps(ids, addresses));
  files.set(
    'windows/intune-edge.ps1',
    Buffer.from(`\ufeff${intuneEdgeScript(ids, sampleValues)}`, 'utf8'),
  );
  files.set('macos/jamf-chrome.json', jamfManifest('chrome', ids));
  files.set('macos/jamf-edge.json', jamfManifest('edge', ids));
  files.set('linux/chrome-and-chromium.json', linuxPolicy('chrome', ids, sampleValues, addresses));
  files.set('linux/edge.json', linuxPolicy('edge', ids, sampleValues, addresses));
  files.set('firefox/policies.json', firefoxPolicies(ids, sampleValues, addresses));
  files.set(`firefox/native-manifest/${ids.firefox}.json`, nativeManifest(ids, sampleValues));
  files.set('google-admin.json', googleAdmin(sampleValues));
  files.set(
    'policy.schema.json',
    `${JSON.stringify(policyFileSchema(Object.values(ids)), null, 2)}\n`,
  );
  files.set('managed-schema.json', managedSchemaText());
  files.set('policy-keys.md', policyPage());
  return files;
}
