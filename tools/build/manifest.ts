// Both manifests from the one source: Chromium's is manifest.json itself, Firefox's is derived from it here.
import { firefoxId } from '../../src/core/brand.ts';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Plugin } from 'vite';
import { loopbackHosts } from '../../src/core/base/web-address.ts';
import { feedPattern } from '../../src/core/update/feed-address.ts';
import { parsePin, type Pin } from '../../src/core/update/pin.ts';
import source from '../../manifest.json' with { type: 'json' };

export type Target = 'chrome' | 'firefox';

/** The committed pin; a demo or a test builds with one of its own. */
export const trustFile = process.env['ADVISORY_TRUST_FILE'] ?? 'src/data/trust.json';

/** The committed advisory; who keeps one of their own, and a test, builds with that. */
export const advisoryFile = process.env['ADVISORY_FILE'] ?? 'src/data/advisory.json';

const WatchedSchema = v.object({ detection: v.object({ watchedHosts: v.array(v.string()) }) });

function watchedSites(): readonly string[] {
  return v.parse(WatchedSchema, JSON.parse(readFileSync(advisoryFile, 'utf8'))).detection
    .watchedHosts;
}

const isPart = (site: string) => site.includes('/');
const patternOf = (site: string) => `*://${isPart(site) ? site : `${site}/`}*`;

/** Match patterns of exactly the sites that the packaged advisory watches; nothing else is ever touched. */
function watchedPatterns(): string[] {
  return watchedSites().map(patternOf);
}

/**
 * Leave for the hosts that the script runs on anyway, which browsers ask for in the same words: without it, block mode could stop
 * nothing at the network. Sites of which only a part is watched are left to the script.
 */
function blockablePatterns(): string[] {
  return watchedSites()
    .filter((site) => !isPart(site))
    .map(patternOf);
}

/**
 * Where the file that reads pages comes with them. Elsewhere the worker sends it when it is wanted, by the leave for the host; a part of
 * a site has none. An entry must name a site: where there is no such part, what it names is left out again.
 */
function readerSites(): { matches: string[]; exclude_matches?: string[] } {
  const parts = watchedSites().filter(isPart).map(patternOf);
  return parts.length > 0
    ? { matches: parts }
    : { matches: watchedPatterns(), exclude_matches: watchedPatterns() };
}

/** The feed that this build is pinned to; null for none. */
function pinnedTo(): Pin | null {
  const pin = parsePin(JSON.parse(readFileSync(trustFile, 'utf8')));
  if (!pin.ok) throw new Error(`${trustFile}: ${pin.error}`);
  return pin.value;
}

/**
 * Where pages of ours and the worker may connect to. Only an address in the pin, the policy or a person's settings is ever asked;
 * policy and settings are known after the build, so that the browser can be told no more than "https, or this computer".
 */
const connections = ["'self'", 'https:', ...loopbackHosts.map((host) => `http://${host}:*`)].join(
  ' ',
);

/**
 * What Firefox tells people of data. Nothing is needed, and nothing leaves the computer, unless an administrator's policy has reports sent
 * (docs/reports.md); what those then say is declared as optional. Not `technicalAndInteraction`: Firefox would ask for that at each
 * installation, in words that say that the developer gets it.
 */
const dataCollection = { required: ['none'], optional: ['browsingActivity', 'websiteActivity'] };

/** What looking for traces may ask for, as far as the browser has a use for it. */
const tracePermissions: Readonly<Record<Target, readonly string[]>> = {
  chrome: source.optional_permissions.filter((name) => name !== 'webRequestBlocking'),
  firefox: source.optional_permissions.filter((name) => name !== 'nativeMessaging'),
};

/**
 * The finished manifest for a browser family; content scripts run on the advisory's watched hosts only. The profile `every-site`, for
 * administrators, has leave for all sites from the start; `traces` also has what looking for traces needs.
 */
export function manifestFor(target: Target): Record<string, unknown> {
  const pin = pinnedTo();
  const profile = process.env['ADVISORY_PROFILE'];
  const isEverySite = profile === 'every-site' || profile === 'traces';
  const hosts = [
    ...blockablePatterns(),
    ...(pin ? [feedPattern(pin.address)] : []),
    ...(isEverySite ? source.optional_host_permissions : []),
  ];
  const [notice, reader] = source.content_scripts;
  const contentScripts = [
    { ...notice, matches: watchedPatterns() },
    { ...reader, ...readerSites() },
  ];
  const manifest: Record<string, unknown> = {
    ...source,
    content_scripts: contentScripts,
    content_security_policy: {
      extension_pages: source.content_security_policy.extension_pages.replace(
        "connect-src 'self'",
        `connect-src ${connections}`,
      ),
    },
    permissions: [...source.permissions, ...(profile === 'traces' ? tracePermissions[target] : [])],
    optional_permissions: profile === 'traces' ? [] : tracePermissions[target],
    // A feed's folder among them, so that any static web server will do, whether or not it lets other origins read.
    host_permissions: hosts,
  };
  if (target === 'chrome') return manifest;

  const { minimum_chrome_version: _, storage: __, ...rest } = manifest;
  return {
    ...rest,
    background: { scripts: [source.background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: firefoxId,
        strict_min_version: '140.0',
        data_collection_permissions: dataCollection,
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  };
}

/** Puts the policy schema that the manifest names into the package; crxjs copies only what it knows. */
export function managedSchemaFile(): Plugin {
  const fileName = source.storage.managed_schema;
  return {
    name: 'managed-schema-file',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: readFileSync(fileName) });
    },
  };
}
