// Every npm script: `npm run NAME` calls this with NAME. What a command needs is set up first, so
// that each works on a fresh machine.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installBrowsers, installServers } from './programs.ts';
import { bin, build, node, tsx, typeScript, vitest, type Command } from './tools.ts';
import { runTasks } from './tasks.ts';
import { checkTasks, everything, quick, withoutBrowser } from './test-plan.ts';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const lanes = 2;
const logs = 'out/test';

/** Runs a program with its output passed through; ends the whole command where it fails. */
function run(
  [program, ...parameters]: Command,
  environment: Readonly<Record<string, string>> = {},
): void {
  const result = spawnSync(program, parameters, {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  if (result.error) throw result.error;
  if (result.status !== 0) process.exit(result.status ?? 1);
}

function buildAll(): void {
  for (const command of build) run(command);
}

const engines = ['chromium', 'firefox'];

/** Names of engines among the arguments narrow a run to them; the rest is passed on. */
function narrowed(args: readonly string[]): {
  readonly environment: Record<string, string>;
  readonly rest: readonly string[];
} {
  const chosen = args.filter((arg) => engines.includes(arg));
  return {
    environment: chosen.length > 0 ? { ENGINES: chosen.join() } : {},
    rest: args.filter((arg) => !engines.includes(arg)),
  };
}

async function test(tasks: Parameters<typeof runTasks>[0]): Promise<void> {
  installBrowsers();
  installServers();
  if (!(await runTasks(tasks, { lanes, logs }))) process.exitCode = 1;
}

const commands: Readonly<Record<string, (args: readonly string[]) => void | Promise<void>>> = {
  async check() {
    if (!(await runTasks(checkTasks, { lanes, logs }))) process.exitCode = 1;
  },
  fix() {
    run(bin('eslint', '.', '--fix'));
    run(bin('prettier', '.', '--write', '--log-level', 'warn'));
  },
  test: () => test(quick),
  'test:all': () => test(everything),
  'test:unit'(args) {
    run(vitest(withoutBrowser, args));
  },
  'test:gallery'(args) {
    installBrowsers();
    const { environment, rest } = narrowed(args);
    // A part by name is looked at in every look.
    run(vitest(['gallery'], []), {
      ...environment,
      ...(rest.length > 0 ? { GALLERY_ONLY: rest.join(), TEST_ALL: '1' } : {}),
    });
  },
  'test:e2e'(args) {
    installBrowsers();
    buildAll();
    const { environment, rest } = narrowed(args);
    if (rest.length > 0) environment['TEST_ALL'] = '1';
    run(vitest(['e2e', ...(rest.length > 0 ? ['e2e-full'] : [])], rest), environment);
  },
  'test:faults'(args) {
    installBrowsers();
    installServers();
    run(tsx('tools/faults.ts', ...args));
  },
  bench(args) {
    installBrowsers();
    buildAll();
    // Bundled, to measure what is shipped, without a runner's overhead.
    run(bin('vite', 'build', '--config', 'tools/bench/vite.config.ts', '--logLevel', 'warn'));
    // Names of its groups go to it, names of files under test/bench to the tests there.
    const files = readdirSync('test/bench').map((file) => file.replace(/\.test\.ts$/, ''));
    const groups = args.filter((arg) => !files.includes(arg));
    if (args.length === 0 || groups.length > 0) run(node('out/bench/main.js', ...groups));
    const named = args.filter((arg) => files.includes(arg));
    if (args.length === 0 || named.length > 0) run(vitest(['bench'], named));
  },
  gallery(args) {
    installBrowsers();
    const { environment, rest } = narrowed(args);
    run(vitest(['gallery'], []), {
      ...environment,
      TEST_ALL: '1',
      GALLERY_PICTURES: 'all',
      ...(rest.length > 0 ? { GALLERY_ONLY: rest.join() } : {}),
    });
  },
  pictures() {
    installBrowsers();
    run(tsx('test/gallery/pictures.ts'));
  },
  setup() {
    installBrowsers();
    installServers();
  },
  build: buildAll,
  start(args) {
    installBrowsers();
    buildAll();
    run(tsx('tools/tour.ts', ...args));
  },
  package(args) {
    buildAll();
    run(tsx('tools/release/main.ts', ...args));
  },
  advisory: (args) => run(tsx('tools/advisory/main.ts', ...args)),
  generate: (args) => run(tsx('tools/generate/main.ts', ...args)),
  new: (args) => run(tsx('tools/new/main.ts', ...args)),
  async dev() {
    installBrowsers();
    await import('../dev.ts');
  },
  types() {
    run(node(typeScript, '-p', 'tsconfig.json'));
  },
};

const [name = '', ...args] = process.argv.slice(2);
const chosen = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!chosen) {
  console.error(`Unknown command "${name}". There are: ${Object.keys(commands).join(', ')}.`);
  process.exitCode = 2;
} else await chosen(args);
