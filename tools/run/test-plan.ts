// What `npm test` and `npm run test:all` consist of, in the order in which it is begun.
import { bin, buildFor, node, tsx, typeScript, vitest } from './tools.ts';
import type { Task } from './tasks.ts';

export const checkTasks: readonly Task[] = [
  { name: 'types', command: node(typeScript, '-p', 'tsconfig.json') },
  { name: 'types of core', command: node(typeScript, '-p', 'src/core/tsconfig.json') },
  { name: 'lint', command: bin('eslint', '.', '--max-warnings', '0') },
  { name: 'format', command: bin('prettier', '.', '--check', '--log-level', 'warn') },
];

const builds: readonly Task[] = [
  { name: 'icons', command: tsx('tools/icons.ts') },
  { name: 'build for Chromium', command: buildFor('chrome'), after: ['icons'] },
  { name: 'build for Firefox', command: buildFor('firefox'), after: ['icons'] },
];

const data: readonly Task[] = [
  { name: 'advisory', command: tsx('tools/advisory/main.ts', 'check', 'src/data/advisory.json') },
  {
    name: 'package of Firefox',
    command: tsx('tools/build/lint-package.ts'),
    after: ['build for Firefox'],
  },
];

/** Projects that need no browser and no build. */
export const withoutBrowser = ['unit', 'worker', 'worker-parts', 'house'];

const engines = ['firefox', 'chromium'] as const;
const built = ['build for Chromium', 'build for Firefox'];

/** Journeys that take long, of parts that Firefox, the gallery or the worker's own tests go through too. */
const longJourneys = [
  'advisory-update',
  'bad-storage',
  'evidence-kinds',
  'every-site',
  'gestures',
  'live',
  'own-feed',
  'permissions',
  'plan',
  'policy-effect',
  'policy-start',
  'report',
  'settings-file',
  'two-settings',
  'upgrade',
  'welcome',
  'worker-sleep',
];

/** Where Firefox differs: how it draws, holds downloads, grants access, opens the popup. */
const firefoxJourneys = [
  'journeys/download/download.spec',
  'journeys/page/every-site',
  'journeys/page/page-warning',
  'journeys/permissions',
  'journeys/screens/popup',
  'journeys/screens/settings-file',
];

const endToEnd = (
  engine: (typeof engines)[number],
  projects: readonly string[],
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Task => ({
  name: `end to end in ${engine}`,
  command: vitest(projects, parameters),
  after: built,
  environment: { ...environment, ENGINES: engine },
});

const gallery = (
  engine: (typeof engines)[number],
  environment: Readonly<Record<string, string>>,
): Task => ({
  name: `gallery in ${engine}`,
  command: vitest(['gallery'], []),
  environment: { ...environment, ENGINES: engine },
});

// The longest first, so that no lane is left with it at the end.
export const quick: readonly Task[] = [
  ...builds,
  ...checkTasks,
  ...data,
  endToEnd(
    'chromium',
    ['e2e'],
    longJourneys.flatMap((name) => ['--exclude', `**/${name}.spec.ts`]),
    {},
  ),
  gallery('chromium', {}),
  endToEnd('firefox', ['e2e'], firefoxJourneys, {}),
  { name: 'unit tests', command: vitest(withoutBrowser, []) },
];

const whole = { TEST_ALL: '1' };

export const everything: readonly Task[] = [
  ...builds,
  ...checkTasks,
  ...data,
  {
    name: 'unit tests',
    command: vitest(withoutBrowser, []),
    environment: whole,
  },
  { name: 'release', command: vitest(['release'], []), after: built, environment: whole },
  // Browsers take longest, the slower one before all.
  ...engines.map((engine) => endToEnd(engine, ['e2e', 'e2e-full'], [], whole)),
  ...engines.map((engine) => gallery(engine, whole)),
];
