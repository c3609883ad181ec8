// Policies in JSON: Chromium on Linux, Firefox, Google Admin, Jamf.
import type { PolicyValues } from '../../../src/core/policy/keys.ts';
import { preferenceDomain, type ExtensionIds, type Family } from '../browsers.ts';
import { policyJsonSchema } from '../../generate/policy-schema.ts';

export interface InstallAddresses {
  /** URL of update.xml or of a store's update service. */
  readonly chromiumUpdate: string;
  readonly firefoxXpi: string;
}

function text(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * The force-install entry of the browser policy `ExtensionSettings`. The toolbar setting differs by
 * family.
 */
export function forceInstalled(
  family: Family,
  ids: ExtensionIds,
  addresses: InstallAddresses,
): Readonly<Record<string, Readonly<Record<string, string | boolean>>>> {
  const installation_mode = 'force_installed';
  switch (family) {
    case 'chrome':
      return {
        [ids.chrome]: {
          installation_mode,
          update_url: addresses.chromiumUpdate,
          override_update_url: true,
          toolbar_pin: 'force_pinned',
        },
      };
    case 'edge':
      return {
        [ids.edge]: {
          installation_mode,
          update_url: addresses.chromiumUpdate,
          override_update_url: true,
          toolbar_state: 'force_shown',
        },
      };
    case 'firefox':
      return {
        [ids.firefox]: {
          installation_mode,
          install_url: addresses.firefoxXpi,
          default_area: 'navbar',
        },
      };
  }
}

/** For /etc/opt/chrome, /etc/chromium or /etc/opt/edge … /policies/managed. */
export function linuxPolicy(
  family: 'chrome' | 'edge',
  ids: ExtensionIds,
  values: PolicyValues,
  addresses: InstallAddresses,
): string {
  return text({
    ExtensionSettings: forceInstalled(family, ids, addresses),
    '3rdparty': { extensions: { [ids[family]]: values } },
  });
}

/** For /etc/firefox/policies, or `distribution` beside the program. */
export function firefoxPolicies(
  ids: ExtensionIds,
  values: PolicyValues,
  addresses: InstallAddresses,
): string {
  return text({
    policies: {
      ExtensionSettings: forceInstalled('firefox', ids, addresses),
      '3rdparty': { Extensions: { [ids.firefox]: values } },
    },
  });
}

/** A native manifest of type "storage": works in Firefox without policies.json. */
export function nativeManifest(ids: ExtensionIds, values: PolicyValues): string {
  return text({
    name: ids.firefox,
    description: 'Settings of Kaspersky Ban Advisory',
    type: 'storage',
    data: values,
  });
}

/** "Policy for extensions" in the Google Admin console wraps each value. */
export function googleAdmin(values: PolicyValues): string {
  return text(
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { Value: value }])),
  );
}

/** Manifest for Jamf's Application & Custom Settings, which turns it into a form. */
export function jamfManifest(family: 'chrome' | 'edge', ids: ExtensionIds): string {
  return text({
    ...policyJsonSchema(),
    title: `Kaspersky Ban Advisory (${preferenceDomain(family, ids)})`,
  });
}
