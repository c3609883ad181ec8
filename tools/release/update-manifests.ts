// Update manifests, in which browsers look for newer versions on a self-hosting server.
import { escapeXml } from './xml.ts';

export interface Release {
  readonly version: string;
  readonly chromiumId: string;
  readonly firefoxId: string;
  readonly minimumChrome: string;
  readonly minimumFirefox: string;
  /** Ends with a slash. */
  readonly baseUrl: string;
  readonly crxName: string;
  readonly xpiName: string;
  readonly xpiSha256: string;
}

export function updateXml(release: Release): string {
  const codebase = escapeXml(new URL(release.crxName, release.baseUrl).href);
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${release.chromiumId}">
    <updatecheck codebase="${codebase}" version="${release.version}" prodversionmin="${release.minimumChrome}.0" />
  </app>
</gupdate>
`;
}

export function updatesJson(release: Release): string {
  const update = {
    version: release.version,
    update_link: new URL(release.xpiName, release.baseUrl).href,
    update_hash: `sha256:${release.xpiSha256}`,
    applications: { gecko: { strict_min_version: release.minimumFirefox } },
  };
  return `${JSON.stringify({ addons: { [release.firefoxId]: { updates: [update] } } }, null, 2)}\n`;
}
