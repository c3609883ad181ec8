// `npm run new` in a copy of the repository: what it makes compiles, and what it leaves is named by a test.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { typeScript } from '../../tools/run/tools.ts';

const root = join(import.meta.dirname, '..', '..');
const copy = mkdtempSync(join(tmpdir(), 'new-'));

function run(program: string, ...parameters: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, parameters, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, output: stdout + stderr };
}
const makeNew = (...parameters: readonly string[]) =>
  run(process.execPath, 'node_modules/tsx/dist/cli.mjs', 'tools/new/main.ts', ...parameters);
const read = (path: string) => readFileSync(join(copy, path), 'utf8');

beforeAll(() => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
    .split('\n')
    .filter((file) => file !== '' && file !== 'node_modules');
  for (const file of files) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

const made: readonly (readonly [kind: string, name: string, files: readonly string[]])[] = [
  [
    'page',
    'history',
    [
      'src/core/view/history.ts',
      'src/background/screens/history.ts',
      'src/pages/history/history-page.tsx',
      'src/pages/history/index.html',
      'src/pages/history/main.tsx',
      'test/gallery/history/scenes.ts',
    ],
  ],
  ['policy-key', 'pause-notices', ['docs/admin/policy-keys.md']],
  ['label', 'bundle', ['src/core/detection/model/labels.ts']],
  ['message', 'pause-all', ['src/background/screens/pause-all.ts']],
  ['language', 'fr', ['_locales/fr/messages.json']],
];

it.each(made)('makes a %s and says what is left', (kind, name, files) => {
  const { status, output } = makeNew(kind, name);
  expect(output).toContain('Left to you:');
  expect(status).toBe(0);
  for (const file of files) expect(read(file)).not.toBe('');
});

it('makes what compiles', () => {
  expect(run(process.execPath, typeScript, '-p', 'tsconfig.json')).toEqual({
    status: 0,
    output: '',
  });
});

it('leaves words to translate, which a test names', () => {
  const { output } = run('node_modules/.bin/vitest', 'run', '--project', 'house', 'locales');
  for (const key of ['historyTitle', 'policyKey_pauseNotices', 'optionsLabel_bundle'])
    expect(output).toContain(key);
  expect(output).toContain('fr has no English left');
});

it.each([
  [['castle', 'x'], 'KIND is one of'],
  [['page'], 'KIND is one of'],
  [['page', 'My Page'], 'is no name'],
  [['page', 'history'], 'src/core/view/history.ts exists already.'],
  [['policy-key', 'pause-notices'], 'policyKey_pauseNotices already.'],
  [['language', 'es'], 'exists already'],
] as const)('refuses %j', (parameters, why) => {
  const before = read('src/pages/pages.ts');
  const { status, output } = makeNew(...parameters);
  expect(status).not.toBe(0);
  expect(output).toContain(why);
  expect(read('src/pages/pages.ts')).toBe(before);
});
