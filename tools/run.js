// The door for every npm script: checks Node, installs the packages, then hands over to tools/run/main.ts.
// Plain JavaScript, because it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node.js 20.19 or later is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

function run(program, parameters, stdio) {
  const result = spawnSync(program, parameters, { cwd: root, stdio });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

function installPackages() {
  const marker = join(root, 'node_modules', '.installed-lock');
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return;
  console.error('Installing packages …');
  const code = run(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    ['ignore', 'ignore', 'inherit'],
  );
  if (code !== 0) process.exit(code);
  writeFileSync(marker, lock);
}

installPackages();
const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const main = join(root, 'tools', 'run', 'main.ts');
const child = spawn(process.execPath, [tsx, main, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => process.exit(code ?? 1));
