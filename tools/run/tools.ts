// How each tool is called.
export type Command = readonly [program: string, ...parameters: readonly string[]];

export const node = (...parameters: readonly string[]): Command => [
  process.execPath,
  ...parameters,
];
export const bin = (name: string, ...parameters: readonly string[]): Command => [
  `node_modules/.bin/${name}`,
  ...parameters,
];
export const tsx = (...parameters: readonly string[]): Command =>
  node('node_modules/tsx/dist/cli.mjs', ...parameters);
export const vitest = (projects: readonly string[], parameters: readonly string[]): Command =>
  bin('vitest', 'run', ...projects.flatMap((name) => ['--project', name]), ...parameters);

/** TypeScript 7; the package named typescript is version 6, whose API typescript-eslint still needs. */
export const typeScript = 'node_modules/@typescript/native/bin/tsc';

export const buildFor = (target: 'chrome' | 'firefox'): Command =>
  bin('vite', 'build', '--mode', target, '--logLevel', 'warn');
export const build: readonly Command[] = [
  tsx('tools/icons.ts'),
  buildFor('chrome'),
  buildFor('firefox'),
];
