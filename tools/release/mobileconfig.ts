// Configuration profiles for macOS, one for each browser family.
import { createHash } from 'node:crypto';
import type { PolicyValues } from '../../src/core/policy/keys.ts';
import { familyName, preferenceDomain, type ExtensionIds, type Family } from './browsers.ts';
import { plistValue, type PlistValue } from './xml.ts';

/** The same name always gives the same identifier, so that a new release replaces the old profile. */
function stableUuid(name: string): string {
  const hex = createHash('sha256').update(`kaspersky-ban-advisory/${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`.toUpperCase();
}

export function mobileconfig(family: Family, ids: ExtensionIds, values: PolicyValues): string {
  const settings = values as { readonly [key: string]: PlistValue };
  const content: PlistValue =
    family === 'firefox' ? { EnterprisePoliciesEnabled: true, '3rdparty': { Extensions: { [ids.firefox]: settings } } } : settings;
  const profile: PlistValue = {
    PayloadContent: [
      {
        ...content,
        PayloadDisplayName: `Kaspersky Ban Advisory for ${familyName[family]}`,
        PayloadIdentifier: `org.kaspersky-ban-advisory.policy.${family}.settings`,
        PayloadType: preferenceDomain(family, ids),
        PayloadUUID: stableUuid(`${family}/settings`),
        PayloadVersion: 1,
      },
    ],
    PayloadDisplayName: `Kaspersky Ban Advisory for ${familyName[family]}`,
    PayloadDescription: 'Settings of the browser extension Kaspersky Ban Advisory.',
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
