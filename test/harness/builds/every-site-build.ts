// A copy of the built extension that may be given permission for every site from outside.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultBuilds } from '../browsers/launch.ts';
import type { Engine } from '../browsers/browser.ts';

/** Chromium's prompt can't be answered from outside: there the administrators' build is taken, whose permission its settings page withholds. */
export function everySiteBuild(engine: Engine, folder: string): string {
  cpSync(defaultBuilds[engine], folder, { recursive: true });
  if (engine === 'chromium') {
    const file = join(folder, 'manifest.json');
    const { optional_host_permissions, ...manifest } = JSON.parse(
      readFileSync(file, 'utf8'),
    ) as Record<string, unknown>;
    writeFileSync(
      file,
      JSON.stringify({ ...manifest, host_permissions: optional_host_permissions }),
    );
  }
  return folder;
}
