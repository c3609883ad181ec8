// Facts about the extension under test, from its own manifest.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  readonly action: { readonly default_popup: string };
  readonly browser_specific_settings?: { readonly gecko: { readonly id: string } };
}

function manifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

export function popupPath(folder: string): string {
  return manifest(folder).action.default_popup;
}

export function addOnId(folder: string): string {
  const id = manifest(folder).browser_specific_settings?.gecko.id;
  if (id === undefined) throw new Error(`${folder} has no add-on id; is it the build for Firefox?`);
  return id;
}
