// Two builds with different versions: the last release and the working tree. A release is a tag
// `v1.2.3`, built from its sources with today's tools; before the first one, the working tree with
// a lower version replaces it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine } from '../browsers/browser.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));

function output(program: string, parameters: readonly string[], cwd = project): string {
  const { status, stdout, stderr } = spawnSync(program, parameters, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`${program} ${parameters.join(' ')} failed: ${stderr}`);
  return stdout;
}

/** The commit of the last release; null before the first one. */
function lastRelease(): string | null {
  const chosen = process.env['LAST_RELEASE'];
  if (chosen) return chosen;
  const tags = spawnSync('git', ['tag', '--merged', 'HEAD', '--sort=-v:refname', '--list', 'v*'], {
    cwd: project,
    encoding: 'utf8',
  });
  return tags.status === 0 ? (tags.stdout.split('\n')[0] ?? '') || null : null;
}

function buildOf(release: string, target: string, folder: string): void {
  const sources = join(project, 'out', 'last-release', 'sources');
  rmSync(sources, { recursive: true, force: true });
  mkdirSync(sources, { recursive: true });
  const archive = join(sources, '..', 'sources.tar');
  output('git', ['archive', '--output', archive, release]);
  output('tar', ['-xf', archive, '-C', sources]);
  symlinkSync(join(project, 'node_modules'), join(sources, 'node_modules'), 'dir');
  output(
    process.execPath,
    [
      join(project, 'node_modules/vite/bin/vite.js'),
      'build',
      '--mode',
      target,
      '--logLevel',
      'error',
    ],
    sources,
  );
  cpSync(join(sources, 'dist', target), folder, { recursive: true });
}

const versionOf = (folder: string) =>
  (JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { version: string }).version;

function renumber(folder: string, version: string): void {
  const file = join(folder, 'manifest.json');
  writeFileSync(
    file,
    JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), version }),
  );
}

export interface TwoBuilds {
  readonly old: { readonly folder: string; readonly version: string };
  readonly next: { readonly folder: string; readonly version: string };
}

/** Both in their own folders; the working tree's comes from `npm run build`. */
export function twoBuilds(engine: Engine): TwoBuilds {
  const target = engine === 'chromium' ? 'chrome' : 'firefox';
  const [old, next] = ['old', 'next'].map((name) =>
    join(project, 'out', 'last-release', `${name}-${target}`),
  ) as [string, string];
  for (const folder of [old, next]) rmSync(folder, { recursive: true, force: true });
  const present = join(project, 'dist', target);
  cpSync(present, next, { recursive: true });
  const release = lastRelease();
  if (release === null) cpSync(present, old, { recursive: true });
  else buildOf(release, target, old);
  const version = versionOf(next);
  if (versionOf(old) === version) renumber(old, '0.0.1');
  return { old: { folder: old, version: versionOf(old) }, next: { folder: next, version } };
}
