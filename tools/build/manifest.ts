// Both manifests from one source: manifest.json is Chromium's, and Firefox's is derived from it.
import { firefoxId } from '../../src/core/brand.ts';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Plugin } from 'vite';
import { loopbackHosts } from '../../src/core/base/web-address.ts';
import { feedPattern } from '../../src/core/update/feed-address.ts';
import { parsePin, type Pin } from '../../src/core/update/pin.ts';
import source from '../../manifest.json' with { type: 'json' };

export type Target = 'chrome' | 'firefox';

/** The committed pin, unless a demo or a test builds with its own. */
export const trustFile = process.env['ADVISORY_TRUST_FILE'] ?? 'src/data/trust.json';

/** The committed advisory, unless a test or another publisher builds with its own. */
export const advisoryFile = process.env['ADVISORY_FILE'] ?? 'src/data/advisory.json';

const WatchedSchema = v.object({ detection: v.object({ watchedHosts: v.array(v.string()) }) });

function watchedSites(): readonly string[] {
  return v.parse(WatchedSchema, JSON.parse(readFileSync(advisoryFile, 'utf8'))).detection
    .watchedHosts;
}

const isPart = (site: string) => site.includes('/');
/** A browser takes a page's own documents into account only where a whole site is named. */
const withOwnDocuments = { match_origin_as_fallback: true };
const patternOf = (site: string) => `*://${isPart(site) ? site : `${site}/`}*`;

/** Match patterns of exactly the sites the packaged advisory watches; we touch no others. */
function watchedPatterns(): string[] {
  return watchedSites().map(patternOf);
}

/**
 * Host access for sites our script runs on anyway, which browsers request in the same words. Block
 * mode needs it at the network layer. Partly watched sites are left to the script.
 */
function blockablePatterns(): string[] {
  return watchedSites()
    .filter((site) => !isPart(site))
    .map(patternOf);
}

/**
 * Firefox takes a host with a dot at its end (`www.example.com.`, the same name in DNS) for another
 * one, so there each site is named in both spellings. Chromium's patterns fit both.
 */
function inBothSpellings(patterns: readonly string[]): string[] {
  return patterns.flatMap((pattern) => [pattern, pattern.replace(/^(\*:\/\/[^/]+)/, '$1.')]);
}

/**
 * Where the manifest injects the page reader. Elsewhere the worker does, using host access, which
 * partly watched sites lack. An entry must name a site, so without such sites a placeholder is
 * excluded again.
 */
function readerSites(): { matches: string[]; exclude_matches?: string[] } {
  const parts = watchedSites().filter(isPart).map(patternOf);
  return parts.length > 0
    ? { matches: parts }
    : { matches: watchedPatterns(), exclude_matches: watchedPatterns() };
}

/** The feed this build is pinned to; null for none. */
function pinnedTo(): Pin | null {
  const pin = parsePin(JSON.parse(readFileSync(trustFile, 'utf8')));
  if (!pin.ok) throw new Error(`${trustFile}: ${pin.error}`);
  return pin.value;
}

/**
 * Connections our pages and worker may make. Only addresses in the pin, the policy or a person's
 * settings are used, but the last two aren't known at build time, so this allows https and this
 * computer.
 */
const connections = ["'self'", 'https:', ...loopbackHosts.map((host) => `http://${host}:*`)].join(
  ' ',
);

/**
 * Firefox's data declaration. Nothing is required, and nothing leaves the computer unless a policy
 * turns on reports (docs/reports.md); their contents are declared as optional. Not
 * `technicalAndInteraction`: at each installation, Firefox would say that the developer receives
 * it.
 */
const dataCollection = { required: ['none'], optional: ['browsingActivity', 'websiteActivity'] };

/** What looking for traces may ask for, as far as the browser has a use for it. */
const tracePermissions: Readonly<Record<Target, readonly string[]>> = {
  chrome: source.optional_permissions.filter((name) => name !== 'webRequestBlocking'),
  firefox: source.optional_permissions.filter((name) => name !== 'nativeMessaging'),
};

/**
 * The finished manifest for a browser family; content scripts run on the advisory's watched hosts
 * only. The profile `every-site`, for administrators, has access to all sites from the start;
 * `traces` also has the permissions for looking for traces.
 */
export function manifestFor(target: Target): Record<string, unknown> {
  const pin = pinnedTo();
  const profile = process.env['ADVISORY_PROFILE'];
  const isEverySite = profile === 'every-site' || profile === 'traces';
  const spelled = target === 'firefox' ? inBothSpellings : (patterns: string[]) => patterns;
  const hosts = [
    ...spelled(blockablePatterns()),
    ...(pin ? [feedPattern(pin.address)] : []),
    ...(isEverySite ? source.optional_host_permissions : []),
  ];
  const [notice, reader] = source.content_scripts;
  const parts = spelled(watchedSites().filter(isPart).map(patternOf));
  const contentScripts = [
    { ...notice, matches: spelled(blockablePatterns()), ...withOwnDocuments },
    { ...reader, ...readerSites() },
    ...(parts.length > 0 ? [{ ...notice, matches: parts }] : []),
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
    // Includes the feed's folder, so that any static web server works, whatever its CORS headers.
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

/** Adds the policy schema to the package; crxjs copies only what it knows. */
export function managedSchemaFile(): Plugin {
  const fileName = source.storage.managed_schema;
  return {
    name: 'managed-schema-file',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: readFileSync(fileName) });
    },
  };
}
