// Finds the browsers, or fails with one line that says what to install.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Engine } from './browser.ts';

const names: Record<
  Engine,
  { readonly variable: string; readonly programs: readonly string[]; readonly debian: string }
> = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    programs: ['chromium', 'chromium-browser', 'google-chrome-for-testing'],
    debian: 'chromium',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    programs: ['firefox-esr', 'firefox'],
    debian: 'firefox-esr',
  },
};

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Missing and not executable are the same here.
  }
}

/** Path of the browser's program; its environment variable takes precedence over the PATH. */
export function executable(engine: Engine): string {
  const { variable, programs, debian } = names[engine];
  const chosen = process.env[variable];
  if (chosen && !isExecutable(chosen))
    throw new Error(
      `${variable} is ${chosen}, which is no program. Install it with: apt-get install ${debian}`,
    );
  if (chosen) return chosen;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = programs
    .flatMap((program) => folders.map((folder) => join(folder, program)))
    .find(isExecutable);
  if (!found) throw new Error(`No ${engine} found. Install it with: apt-get install ${debian}`);
  return found;
}
