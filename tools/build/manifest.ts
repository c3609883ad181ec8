// Both manifests from the one source: Chromium's is manifest.json itself, Firefox's is derived from it here.
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import source from '../../manifest.json' with { type: 'json' };
import advisory from '../../src/data/advisory.json' with { type: 'json' };

export type Target = 'chrome' | 'firefox';

/** Stable id of the add-on; policies and update manifests refer to it. */
export const firefoxId = 'kaspersky-ban-advisory@kaspersky-ban-advisory.org';

/** Match patterns of exactly the hosts that the packaged advisory watches; nothing else is ever touched. */
export function watchedPatterns(): string[] {
  return advisory.detection.watchedHosts.map((host) => `*://${host}/*`);
}

/** The finished manifest for a browser family; content scripts run on the advisory's watched hosts only. */
export function manifestFor(target: Target): Record<string, unknown> {
  const contentScripts = source.content_scripts.map((script) => ({ ...script, matches: watchedPatterns() }));
  const manifest: Record<string, unknown> = { ...source, content_scripts: contentScripts };
  if (target === 'chrome') return manifest;

  const { minimum_chrome_version: _, storage: __, ...rest } = manifest;
  return {
    ...rest,
    background: { scripts: [source.background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: { id: firefoxId, strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
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
