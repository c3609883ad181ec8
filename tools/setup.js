// The one door for all commands: does every set-up step that is missing, then runs the command.
// Plain JavaScript, since it must run before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [command = '', ...args] = process.argv.slice(2);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node.js 20.19 or later is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Runs a program with its output passed through; stops the whole command when it fails. */
function run(program, parameters, { quiet = false, environment = {} } = {}) {
  const result = spawnSync(program, parameters, {
    cwd: root,
    stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit',
    env: { ...process.env, ...environment },
  });
  if (result.error) throw result.error;
  if (result.status !== 0) process.exit(result.status ?? 1);
}

function installPackages() {
  const marker = join(root, 'node_modules', '.installed-lock');
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return;
  console.error('Installing packages …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true });
  writeFileSync(marker, lock);
}

/** Debian keeps servers where the search path of a person doesn't lead. */
function has(program) {
  const environment = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
  return (
    spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore', env: environment })
      .status === 0
  );
}

const policyFile = '/usr/sbin/policy-rc.d';

/** Runs apt-get so that no package starts a service of its own: only the programs are wanted. */
function aptInstall(names) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const isGuarded = existsSync(policyFile);
  if (!isGuarded) writeFileSync(policyFile, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', ...names],
    ].every(
      (parameters) =>
        spawnSync('apt-get', parameters, {
          stdio: ['ignore', 'ignore', 'inherit'],
          env: environment,
        }).status === 0,
    );
  } finally {
    if (!isGuarded) rmSync(policyFile);
  }
}

/**
 * Installs the Debian packages whose program is missing, or says in one line what to install. `isNeeded`: without them the command
 * can't go on. Answers with the packages that were installed.
 */
function installPrograms(programs, { isNeeded = true } = {}) {
  const missing = Object.entries(programs)
    .filter(([, names]) => !names.some(has))
    .map(([name]) => name);
  if (missing.length === 0) return [];
  const line = `apt-get install ${missing.join(' ')}`;
  const mayInstall = process.getuid?.() === 0 && has('apt-get');
  if (mayInstall) console.error(`Installing ${missing.join(', ')} …`);
  if (mayInstall && aptInstall(missing)) return missing;
  console.error(
    `${mayInstall ? 'Could not install' : 'Missing:'} ${missing.join(', ')}. Install with: ${line}`,
  );
  if (isNeeded) process.exit(1);
  return [];
}

/** A browser that its variable names is there, wherever it is. */
const named = (variable, programs) => (process.env[variable] ? ['sh'] : programs);

const installBrowsers = () =>
  installPrograms({
    chromium: named('CHROMIUM_PATH', ['chromium']),
    'firefox-esr': named('FIREFOX_PATH', ['firefox-esr', 'firefox']),
    'fonts-dejavu-core': fontsPresent() ? ['sh'] : [],
  });

/** Two ordinary web servers, which the tests run themselves with the documentation's configuration; as services they stay off. */
function installServers() {
  const installed = installPrograms({ nginx: ['nginx'], caddy: ['caddy'] }, { isNeeded: false });
  if (installed.length > 0 && existsSync('/run/systemd/system'))
    spawnSync('systemctl', ['disable', '--now', ...installed], { stdio: 'ignore' });
}

/** Pictures without any font show nothing at all. */
function fontsPresent() {
  return ['/usr/share/fonts', '/usr/local/share/fonts'].some(
    (folder) =>
      existsSync(folder) &&
      statSync(folder).isDirectory() &&
      has('fc-list') &&
      spawnSync('fc-list').stdout.length > 0,
  );
}

const bin = (name) => join(root, 'node_modules', '.bin', name);
// TypeScript 7; the package named typescript is version 6, whose API typescript-eslint still needs.
const typeScript = join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc');
const tsx = (...parameters) => run(bin('tsx'), parameters);

function build() {
  tsx('tools/icons.ts');
  for (const target of ['chrome', 'firefox'])
    run(bin('vite'), ['build', '--mode', target, '--logLevel', 'warn']);
}

const commands = {
  bench() {
    installPackages();
    installBrowsers();
    build();
    // Measured as it is shipped: bundled, without what a runner adds to each function.
    run(bin('vite'), ['build', '--config', 'tools/bench/vite.config.ts', '--logLevel', 'warn']);
    run(process.execPath, ['out/bench/main.js', ...args]);
  },
  build() {
    installPackages();
    build();
  },
  tour() {
    installPackages();
    installBrowsers();
    build();
    tsx('tools/tour.ts', ...args);
  },
  test() {
    installPackages();
    run('node', [typeScript, '-p', 'src/core/tsconfig.json']);
    run('node', [typeScript, '-p', 'tsconfig.json']);
    run(bin('eslint'), ['.', '--max-warnings', '0']);
    tsx('tools/advisory/main.ts', 'check', 'src/data/advisory.json');
    run(bin('vitest'), ['run', '--project', 'unit']);
    build();
    tsx('tools/build/lint-package.ts');
    installBrowsers();
    installServers();
    run(bin('vitest'), ['run', '--project', 'gallery']);
    run(bin('vitest'), ['run', '--project', 'e2e']);
  },
  gallery() {
    installPackages();
    installBrowsers();
    run(bin('vitest'), ['run', '--project', 'gallery'], {
      environment: { GALLERY_PICTURES: 'all' },
    });
  },
  package() {
    installPackages();
    build();
    tsx('tools/release/main.ts', ...args);
  },
  advisory() {
    installPackages();
    tsx('tools/advisory/main.ts', ...args);
  },
};

const chosen = commands[command];
if (!chosen) {
  console.error(`Unknown command "${command}". There are: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
chosen();
