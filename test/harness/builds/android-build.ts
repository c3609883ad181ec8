// The Firefox build as Firefox for Android runs it, as far as the desktop can show that: whatever
// MDN's table says is missing there is taken away before any code of ours runs.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../../../tools/build/budgets.ts';
import android from '../../cases/firefox-android.json' with { type: 'json' };
import { defaultBuilds } from '../browsers/launch.ts';
import { outFile } from './own-build.ts';

const script = 'absent-apis.js';

/** Runs in the worker and in each page, where it deletes what is missing; leaves a count behind. */
const takeAway = `for (const api of new Set([globalThis.browser, globalThis.chrome]))
  for (const path of ${JSON.stringify(android.lacks)}) {
    const names = path.split('.');
    const last = names.pop();
    const owner = names.reduce((one, name) => one?.[name], api);
    if (owner && last in owner && !delete owner[last]) throw new Error('This API stays: ' + path);
  }
globalThis.absentApis = ${JSON.stringify(android.lacks.length)};
`;

/** Makes it from `npm run build`; returns its folder. */
export function androidBuild(): string {
  const folder = outFile('android');
  rmSync(folder, { recursive: true, force: true });
  cpSync(defaultBuilds.firefox, folder, { recursive: true });
  writeFileSync(join(folder, script), takeAway);
  const change = (name: string, edit: (text: string) => string) =>
    writeFileSync(join(folder, name), edit(readFileSync(join(folder, name), 'utf8')));
  change('manifest.json', (text) => {
    const manifest = JSON.parse(text) as { background: { scripts: string[] } };
    manifest.background.scripts.unshift(script);
    return JSON.stringify(manifest);
  });
  for (const page of filesOf(folder).filter((name) => name.endsWith('.html')))
    change(page, (text) => text.replace('<head>', `<head><script src="/${script}"></script>`));
  return folder;
}
