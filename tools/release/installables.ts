// Files that browsers install or check for updates: CRX, XPI and two update manifests, made from
// the two builds.
import { createHash, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import { firefoxId } from '../../src/core/brand.ts';
import { folderFiles, zip } from './archive.ts';
import { crx, extensionId } from './crx.ts';
import type { InstallAddresses } from './policies/json-policies.ts';
import { updatesJson, updateXml, type Release } from './update-manifests.ts';

type Files = ReadonlyMap<string, Uint8Array>;

export interface Builds {
  readonly chrome: Files;
  readonly firefox: Files;
}

export function buildsIn(root: string): Builds {
  return {
    chrome: folderFiles(join(root, 'dist', 'chrome')),
    firefox: folderFiles(join(root, 'dist', 'firefox')),
  };
}

const ManifestSchema = v.looseObject({
  version: v.string(),
  minimum_chrome_version: v.optional(v.string(), '137'),
  browser_specific_settings: v.optional(
    v.looseObject({ gecko: v.looseObject({ strict_min_version: v.string() }) }),
  ),
});
type Manifest = v.InferOutput<typeof ManifestSchema>;

function manifestOf(build: Files): Manifest {
  const bytes = build.get('manifest.json');
  if (bytes === undefined) throw new Error('There is no build; run "npm run build" first.');
  return v.parse(ManifestSchema, JSON.parse(Buffer.from(bytes).toString('utf8')));
}

/** The same build with another manifest. */
export function withManifest(build: Files, change: (manifest: Manifest) => object): Files {
  return new Map([
    ...build,
    ['manifest.json', Buffer.from(JSON.stringify(change(manifestOf(build)), null, 2))],
  ]);
}

/** For self-hosting only: the store refuses `update_url`. */
function selfHostedFirefox(build: Files, updates: string): Files {
  // Firefox updates over https only.
  if (!updates.startsWith('https:')) return build;
  return withManifest(build, (manifest) => ({
    ...manifest,
    browser_specific_settings: {
      ...manifest.browser_specific_settings,
      gecko: { ...manifest.browser_specific_settings?.gecko, update_url: updates },
    },
  }));
}

export interface Installables {
  readonly version: string;
  readonly chromiumId: string;
  readonly addresses: InstallAddresses;
  /** By name, relative to the base URL. */
  readonly files: ReadonlyMap<string, Uint8Array | string>;
}

/** `baseUrl` is where the files will be served; it ends with a slash. */
export function installables(builds: Builds, key: KeyObject, baseUrl: string): Installables {
  const { version, minimum_chrome_version: minimumChrome } = manifestOf(builds.chrome);
  const name = `kaspersky-ban-advisory-${version}`;
  const at = (file: string): string => new URL(file, baseUrl).href;
  const xpi = zip(selfHostedFirefox(builds.firefox, at('updates.json')));
  const chromium = withManifest(builds.chrome, (manifest) => ({
    ...manifest,
    update_url: at('update.xml'),
  }));
  const release: Release = {
    version,
    chromiumId: extensionId(key),
    firefoxId,
    minimumChrome,
    minimumFirefox:
      manifestOf(builds.firefox).browser_specific_settings?.gecko.strict_min_version ?? '140.0',
    baseUrl,
    crxName: `${name}.crx`,
    // Without a version: Firefox fetches `install_url` again at each start once it names another file than the installed one.
    xpiName: 'kaspersky-ban-advisory.xpi',
    xpiSha256: createHash('sha256').update(xpi).digest('hex'),
  };
  return {
    version,
    chromiumId: release.chromiumId,
    addresses: { chromiumUpdate: at('update.xml'), firefoxXpi: at(release.xpiName) },
    files: new Map<string, Uint8Array | string>([
      [release.crxName, crx(zip(chromium), key)],
      [release.xpiName, xpi],
      ['update.xml', updateXml(release)],
      ['updates.json', updatesJson(release)],
    ]),
  };
}
