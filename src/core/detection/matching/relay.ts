// Hosts that contain another site's host: they show that site through someone else's server.
import type { Text } from '../../i18n/text.ts';

// The whole host, with more behind it: Microsoft Defender for Cloud Apps
// (learn.microsoft.com/defender-cloud-apps/proxy-intro-aad). The host in one label, with `-` for
// `.` and `--` for `-`: AMP's cache (amp.dev, "AMP Cache URL format"), Google's translated pages.
const relay = /^(.+\..+)\.mcas\.ms$|^([^.]+)\.(?:translate\.goog|cdn\.ampproject\.org)$/;

const relayEnds = ['.mcas.ms', '.translate.goog', '.cdn.ampproject.org'];

/** The host of the site behind a relay; null where this host is none. */
export function hostBehindRelay(host: string): string | null {
  // Nearly no host is one, which its end shows more quickly.
  if (!relayEnds.some((end) => host.endsWith(end))) return null;
  const [, appended, rewritten = ''] = relay.exec(host) ?? [];
  const site = appended ?? rewritten.replaceAll(/--?/g, (hyphens) => (hyphens === '-' ? '.' : '-'));
  return /^[^.]+\..*[^.]$/.test(site) ? site : null;
}

export const relayedReason: Text = {
  en: 'It is shown through a relay: what counts is the site behind it.',
  es: 'Se muestra a través de un intermediario: lo que cuenta es el sitio que está detrás.',
};
