// Policies that are JSON: Chromium on Linux, Firefox, Google Admin, Jamf.
import type { PolicyValues } from '../../src/core/policy/keys.ts';
import { preferenceDomain, type ExtensionIds } from './browsers.ts';
import { policyJsonSchema } from './policy-schema.ts';

export interface InstallAddresses {
  /** Address of update.xml, or of a store's update service. */
  readonly chromiumUpdate: string;
  readonly firefoxXpi: string;
}

function text(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** For /etc/opt/chrome, /etc/chromium or /etc/opt/edge … /policies/managed. */
export function linuxPolicy(family: 'chrome' | 'edge', ids: ExtensionIds, values: PolicyValues, addresses: InstallAddresses): string {
  const id = ids[family];
  const pin = family === 'edge' ? { toolbar_state: 'force_shown' } : { toolbar_pin: 'force_pinned' };
  return text({
    ExtensionSettings: { [id]: { installation_mode: 'force_installed', update_url: addresses.chromiumUpdate, override_update_url: true, ...pin } },
    '3rdparty': { extensions: { [id]: values } },
  });
}

/** For /etc/firefox/policies, or `distribution` beside the program. */
export function firefoxPolicies(ids: ExtensionIds, values: PolicyValues, addresses: InstallAddresses): string {
  return text({
    policies: {
      ExtensionSettings: { [ids.firefox]: { installation_mode: 'force_installed', install_url: addresses.firefoxXpi, default_area: 'navbar' } },
      '3rdparty': { Extensions: { [ids.firefox]: values } },
    },
  });
}

/** Native manifest of the type "storage": another way for Firefox, without policies.json. */
export function nativeManifest(ids: ExtensionIds, values: PolicyValues): string {
  return text({ name: ids.firefox, description: 'Settings of Kaspersky Ban Advisory', type: 'storage', data: values });
}

/** "Policy for extensions" in the Google Admin console wraps each value. */
export function googleAdmin(values: PolicyValues): string {
  return text(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { Value: value }])));
}

/** Manifest for Jamf's Application & Custom Settings, which draws a form from it. */
export function jamfManifest(family: 'chrome' | 'edge', ids: ExtensionIds): string {
  return text({ ...policyJsonSchema(), title: `Kaspersky Ban Advisory (${preferenceDomain(family, ids)})` });
}
