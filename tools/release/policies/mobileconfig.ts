// Configuration profiles for macOS, one per browser family.
import { createHash } from 'node:crypto';
import type { PolicyValues } from '../../../src/core/policy/keys.ts';
import { familyName, preferenceDomain, type ExtensionIds, type Family } from '../browsers.ts';
import { forceInstalled, type InstallAddresses } from './json-policies.ts';
import { plistValue, type PlistValue } from '../xml.ts';

/**
 * The same name always gives the same identifier, so that a new release replaces the old profile.
 */
function stableUuid(name: string): string {
  const hex = createHash('sha256').update(`kaspersky-ban-advisory/${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`.toUpperCase();
}

interface Payload {
  readonly name: 'settings' | 'installation';
  /** Preference domain. */
  readonly type: string;
  readonly content: { readonly [key: string]: PlistValue };
}

/**
 * The browser's own domain force-installs; the settings have their own domain, except in Firefox,
 * which uses one for both.
 */
function payloads(
  family: Family,
  ids: ExtensionIds,
  values: PolicyValues,
  addresses: InstallAddresses,
): readonly Payload[] {
  const settings = values as { readonly [key: string]: PlistValue };
  const installation = { ExtensionSettings: forceInstalled(family, ids, addresses) };
  const type = preferenceDomain(family, ids);
  if (family === 'firefox') {
    return [
      {
        name: 'settings',
        type,
        content: {
          EnterprisePoliciesEnabled: true,
          ...installation,
          '3rdparty': { Extensions: { [ids.firefox]: settings } },
        },
      },
    ];
  }
  const browser = family === 'edge' ? 'com.microsoft.Edge' : 'com.google.Chrome';
  return [
    { name: 'settings', type, content: settings },
    { name: 'installation', type: browser, content: installation },
  ];
}

/** Force-installs and configures. */
export function mobileconfig(
  family: Family,
  ids: ExtensionIds,
  values: PolicyValues,
  addresses: InstallAddresses,
): string {
  const profile: PlistValue = {
    PayloadContent: payloads(family, ids, values, addresses).map(({ name, type, content }) => ({
      ...content,
      PayloadDisplayName: `Kaspersky Ban Advisory for ${familyName[family]}: ${name}`,
      PayloadIdentifier: `org.kaspersky-ban-advisory.policy.${family}.${name}`,
      PayloadType: type,
      PayloadUUID: stableUuid(`${family}/${name}`),
      PayloadVersion: 1,
    })),
    PayloadDisplayName: `Kaspersky Ban Advisory for ${familyName[family]}`,
    PayloadDescription: 'Installs the browser extension Kaspersky Ban Advisory and sets it up.',
    PayloadIdentifier: `org.kaspersky-ban-advisory.policy.${family}`,
    PayloadRemovalDisallowed: false,
    PayloadScope: 'System',
    PayloadType: 'Configuration',
    PayloadUUID: stableUuid(family),
    PayloadVersion: 1,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
${plistValue(profile, 0)}
</plist>
`;
}
