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

const engines = ['firefox', 'chromium'] as const;
const built = ['build for Chromium', 'build for Firefox'];

/** Browsers first, the slower one before all: they take longest, and leave room for the rest beside them. */
const inBrowsers = (
  environment: Readonly<Record<string, string>>,
  e2e: readonly string[],
): readonly Task[] => [
  ...engines.map((engine): Task => ({
    name: `end to end in ${engine}`,
    command: vitest(e2e, []),
    after: built,
    environment: { ...environment, ENGINES: engine },
  })),
  ...engines.map((engine): Task => ({
    name: `gallery in ${engine}`,
    command: vitest(['gallery'], []),
    environment: { ...environment, ENGINES: engine },
  })),
];

export const quick: readonly Task[] = [
  ...builds,
  ...checkTasks,
  ...data,
  { name: 'unit tests', command: vitest(['unit', 'worker', 'house'], []) },
  ...inBrowsers({}, ['e2e']),
];

const whole = { TEST_ALL: '1' };

export const everything: readonly Task[] = [
  ...builds,
  ...checkTasks,
  ...data,
  {
    name: 'unit tests',
    command: vitest(['unit', 'worker', 'house'], []),
    environment: whole,
  },
  { name: 'release', command: vitest(['release'], []), after: built, environment: whole },
  ...inBrowsers(whole, ['e2e', 'e2e-full']),
];
