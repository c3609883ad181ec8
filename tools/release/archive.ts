// Reproducible archives: fixed order, fixed date, no attributes of this machine.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { filesOf } from '../build/budgets.ts';

/** The earliest date in a zip; real ones would differ between builds. */
const epoch = new Date(1980, 0, 1);

/** Zips files by name. Names use forward slashes. */
export function zip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const name of [...files.keys()].sort()) {
    const bytes = files.get(name);
    if (bytes !== undefined) entries[name] = [bytes, { mtime: epoch, level: 9, os: 0 }];
  }
  return zipSync(entries);
}

/** All files below a folder, with their bytes. */
export function folderFiles(
  folder: string,
  include: (name: string) => boolean = () => true,
): Map<string, Uint8Array> {
  return new Map(
    filesOf(folder)
      .filter(include)
      .map((name) => [name, readFileSync(join(folder, name))]),
  );
}
