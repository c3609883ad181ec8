// `npm run dev`: builds on every change, with source maps, and opens a browser that reloads the
// extension after each build. The argument `firefox` chooses the browser; options such as
// `--start-url=https://example.org/` are passed on to `web-ext run`.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { executable } from '../test/harness/browsers/executable.ts';
import { bin, type Command } from './run/tools.ts';

const isFirefox = process.argv.includes('firefox');
const target = isFirefox ? 'firefox' : 'chrome';
const folder = `out/dev/${target}`;
const hasDisplay =
  Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']) ||
  ['darwin', 'win32'].includes(process.platform);

const children: ChildProcess[] = [];
const stop = () => children.forEach((child) => child.kill());
process.on('SIGINT', stop).on('SIGTERM', stop);

/** Starts a program that runs until it is stopped; when one ends, so do the others. */
function start([program, ...parameters]: Command): void {
  const child = spawn(program, parameters, { stdio: ['ignore', 'inherit', 'inherit'] });
  children.push(child);
  child.once('exit', stop);
}

const manifest = `${folder}/manifest.json`;
rmSync(folder, { recursive: true, force: true });
// The folder is never empty in between: what the browser has loaded stays there.
const watch = ['--watch', '--mode', target, '--outDir', folder, '--emptyOutDir', 'false'];
start(bin('vite', 'build', ...watch, '--sourcemap', '--logLevel', 'warn'));
while (!existsSync(manifest)) await new Promise((resolve) => setTimeout(resolve, 100));

const chromium = () => [
  '--target=chromium',
  `--chromium-binary=${executable('chromium')}`,
  // Chromium has no sandbox for root.
  ...(process.getuid?.() === 0 ? ['--args=--no-sandbox'] : []),
  ...(hasDisplay ? [] : ['--args=--headless=new']),
];
const firefox = () => [
  `--firefox=${executable('firefox')}`,
  ...(hasDisplay ? [] : ['--args=--headless']),
];
// Vite writes all files at once, so that one file tells of each build.
const files = [`--source-dir=${folder}`, `--watch-file=${manifest}`];
const own = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const options = [...files, ...(isFirefox ? firefox() : chromium()), ...own];
start(bin('web-ext', 'run', '--no-input', '--no-config-discovery', ...options));
if (!hasDisplay) console.log('There is no display: the browser runs headless.');
