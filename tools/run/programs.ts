// Programs that npm can’t bring: browsers, servers, a font. On Debian, as root, they are installed.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** Debian keeps servers outside of an ordinary user's search path. */
const environment = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` };

const has = (program: string) =>
  spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore', env: environment }).status ===
  0;

/** Without any font, screenshots show no text. */
function hasFont(): boolean {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts'];
  return (
    folders.some((folder) => existsSync(folder) && statSync(folder).isDirectory()) &&
    has('fc-list') &&
    spawnSync('fc-list').stdout.length > 0
  );
}

const policyFile = '/usr/sbin/policy-rc.d';

/** Runs apt-get without starting services: we need only the programs. */
function aptInstall(packages: readonly string[]): boolean {
  const quiet = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const isGuarded = existsSync(policyFile);
  if (!isGuarded) writeFileSync(policyFile, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    const calls = [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    ];
    return calls.every(
      (call) =>
        spawnSync('apt-get', call, { stdio: ['ignore', 'ignore', 'inherit'], env: quiet })
          .status === 0,
    );
  } finally {
    if (!isGuarded) rmSync(policyFile);
  }
}

/**
 * Installs what is missing, or says in one line what to install. Returns whether everything is
 * there now.
 */
function install(missing: readonly string[]): boolean {
  if (missing.length === 0) return true;
  const mayInstall = process.getuid?.() === 0 && has('apt-get');
  if (mayInstall) console.error(`Installing ${missing.join(', ')} …`);
  if (mayInstall && aptInstall(missing)) return true;
  console.error(
    `${mayInstall ? 'Could not install' : 'Missing:'} ${missing.join(', ')}. Install with: apt-get install ${missing.join(' ')}`,
  );
  return false;
}

const isNamed = (variable: string) => (process.env[variable] ?? '') !== '';

/**
 * The browsers that everything is tried in, and a font to see it. Ends the command where one can't
 * be had.
 */
export function installBrowsers(): void {
  const packages = {
    chromium: isNamed('CHROMIUM_PATH') || has('chromium'),
    'firefox-esr': isNamed('FIREFOX_PATH') || has('firefox-esr') || has('firefox'),
    'fonts-dejavu-core': hasFont(),
  };
  const missing = Object.entries(packages).flatMap(([name, isThere]) => (isThere ? [] : [name]));
  if (!install(missing)) process.exit(1);
}

/** Administrators' tools, by the Debian package that each is in. */
const tools: Readonly<Record<string, string>> = {
  curl: 'curl',
  jq: 'jq',
  plistutil: 'libplist-utils',
  python3: 'python3',
  shellcheck: 'shellcheck',
  xmllint: 'libxml2-utils',
};

/**
 * Ordinary web servers, which tests run with the configurations of docs/admin, and tools that check
 * what is for administrators. Without them those tests say so, and the rest goes on.
 */
export function installServers(): void {
  const servers = ['nginx', 'caddy', 'apache2'].filter((name) => !has(name));
  const more = Object.entries(tools).flatMap(([name, from]) => (has(name) ? [] : [from]));
  if (!install([...servers, ...more]) || servers.length === 0) return;
  // As services they stay off.
  if (existsSync('/run/systemd/system'))
    spawnSync('systemctl', ['disable', '--now', ...servers], { stdio: 'ignore' });
}
