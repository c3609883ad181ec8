// Where each browser family reads an extension's policy.
import { firefoxId } from '../../src/core/brand.ts';

export type Family = 'chrome' | 'edge' | 'firefox';
export const families: readonly Family[] = ['chrome', 'edge', 'firefox'];

/**
 * Ids by family: the Edge store assigns its own, and a self-hosted package gets one from its
 * signing key.
 */
export interface ExtensionIds {
  readonly chrome: string;
  readonly edge: string;
  readonly firefox: string;
}

export function idsOf(chromiumId: string, edgeId = chromiumId): ExtensionIds {
  return { chrome: chromiumId, edge: edgeId, firefox: firefoxId };
}

export const familyName: Readonly<Record<Family, string>> = {
  chrome: 'Google Chrome',
  edge: 'Microsoft Edge',
  firefox: 'Mozilla Firefox',
};

/** Registry key of the policy, below HKEY_LOCAL_MACHINE or HKEY_CURRENT_USER. */
export function registryKey(family: Family, ids: ExtensionIds): string {
  switch (family) {
    case 'chrome':
      return `Software\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${ids.chrome}\\policy`;
    case 'edge':
      return `Software\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\${ids.edge}\\policy`;
    case 'firefox':
      return `Software\\Policies\\Mozilla\\Firefox\\3rdparty\\Extensions\\${ids.firefox}`;
  }
}

/** Preference domain on macOS; Firefox keeps everything in its own. */
export function preferenceDomain(family: Family, ids: ExtensionIds): string {
  switch (family) {
    case 'chrome':
      return `com.google.Chrome.extensions.${ids.chrome}`;
    case 'edge':
      return `com.microsoft.Edge.extensions.${ids.edge}`;
    case 'firefox':
      return 'org.mozilla.firefox';
  }
}
