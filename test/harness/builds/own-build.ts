// Builds the extension with some files replaced, as another publisher would.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine } from '../browsers/browser.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Builds into `out/<name>/` and returns that folder; `files` maps environment variables to
 * replacement files.
 */
export async function ownBuild(
  engine: Engine,
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const target = engine === 'chromium' ? 'chrome' : 'firefox';
  const folder = join(project, 'out', name, target);
  mkdirSync(folder, { recursive: true });
  const vite = spawn(
    process.execPath,
    [
      join(project, 'node_modules/vite/bin/vite.js'),
      'build',
      '--mode',
      target,
      '--outDir',
      folder,
      '--emptyOutDir',
      '--logLevel',
      'error',
    ],
    {
      cwd: project,
      env: { ...process.env, NODE_ENV: 'production', ...files },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const code = await new Promise((resolve) => vite.once('exit', resolve));
  if (code !== 0) throw new Error(`The build ${name} for ${target} failed.`);
  return folder;
}

/** Where to put a file for such a build. */
export function outFile(name: string): string {
  mkdirSync(join(project, 'out'), { recursive: true });
  return join(project, 'out', name);
}
