import { readFileSync } from 'node:fs';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

// Who may import whom (docs/architecture.md). Rooms stand on floors, lowest first; a room may import itself and lower floors.
const coreFloors = [
  ['base'],
  ['i18n'],
  ['detection/model'],
  ['detection/matching'],
  ['detection/signs'],
  ['detection/page-evidence'],
  ['detection/engine'],
  ['detection'],
  ['advisory'],
  ['advisory/changes'],
  ['dates'],
  ['plan', 'settings', 'update'],
  ['traces/detectors'],
  ['traces'],
  ['advisory/editorial'],
  ['policy'],
  ['block', 'decision', 'report'],
  ['view'],
  ['view/popup'],
];
const workerFloors = [
  ['base'],
  ['policy'],
  ['advisory'],
  ['advisory/changes'],
  ['report'],
  ['block', 'feed', 'traces'],
  ['download'],
  ['page'],
  ['policy-change'],
  ['screens'],
  ['runtime'],
];
// Names come from the source text, since this file runs without a TypeScript loader.
const pages = [
  ...readFileSync(new URL('src/pages/pages.ts', import.meta.url), 'utf8').matchAll(
    /^ {2}(\w+): \{/gm,
  ),
].map(([, name]) => name);

const zone = (target, allowed, message) => ({
  target: `./src/${target}`,
  from: './src',
  except: allowed.map((path) => `./${path}`),
  message,
});

/** A zone for each room of a folder, and one that closes a room that no floor names. */
function onFloors(folder, floors, others, message) {
  const rooms = floors.flat();
  const path = (room) => `${folder}/${room}`;
  const lowerThan = (floor) => floors.slice(0, floor).flat().map(path);
  return [
    ...floors.flatMap((floor, index) =>
      floor.map((room) => {
        const hasRooms = rooms.some((other) => other.startsWith(`${room}/`));
        return zone(
          hasRooms ? `${path(room)}/*.ts` : path(room),
          [path(room), ...lowerThan(index), ...others],
          message,
        );
      }),
    ),
    zone(
      `${folder}/!(${rooms.filter((room) => !room.includes('/')).join('|')})/**`,
      [],
      `Name this room and its floor in eslint.config.js.`,
    ),
  ];
}

const zones = [
  zone('core/*.ts', [], 'core has no files outside its rooms.'),
  ...onFloors(
    'core',
    coreFloors,
    ['core/brand.ts'],
    'core is pure, and a room imports lower floors only.',
  ),
  zone('messages.ts', ['core', 'first-requests.ts'], 'The contract has no behavior of its own.'),
  zone('first-requests.ts', ['core'], 'The contract has no behavior of its own.'),
  zone(
    'platform',
    ['platform', 'core', 'messages.ts'],
    'An adapter that decides cannot be tested without a browser.',
  ),
  ...onFloors(
    'background',
    workerFloors,
    ['core', 'platform', 'messages.ts', 'first-requests.ts', 'data', 'pages/pages.ts'],
    'The worker knows no screens, and a room imports lower floors only.',
  ),
  zone(
    'content',
    ['content', 'core', 'messages.ts', 'platform/content'],
    'These bytes run in other people’s pages.',
  ),
  zone(
    'pages/shared',
    ['pages/shared', 'core', 'messages.ts', 'platform'],
    'Screens show a view, they do not decide.',
  ),
  ...pages.map((page) =>
    zone(
      `pages/${page}`,
      [`pages/${page}`, 'pages/shared', 'pages/pages.ts', 'core', 'messages.ts', 'platform'],
      `${page} may not reach into another page; share through src/pages/shared.`,
    ),
  ),
  zone(
    `pages/!(${[...pages, 'shared'].join('|')})/**`,
    [],
    'Name this page in src/pages/pages.ts and eslint.config.js.',
  ),
  zone(
    '!(background|content|core|data|pages|platform)/**',
    [],
    'Name this folder and what it may import in eslint.config.js.',
  ),
  { target: './src', from: './tools', message: 'Shipped code never imports tools.' },
  { target: './src', from: './test', message: 'Shipped code never imports tests.' },
  {
    target: './tools',
    from: './test',
    except: ['./harness'],
    message: 'Tools may use the test harness, not the tests.',
  },
];

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', 'test/house/fixture/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strict, importX.flatConfigs.typescript],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'webextension-polyfill',
              message: 'Only adapters in src/platform speak to the browser.',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'chrome', message: 'Only adapters in src/platform speak to the browser.' },
      ],
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Render text as text.' },
        { property: 'outerHTML', message: 'Render text as text.' },
        { property: 'insertAdjacentHTML', message: 'Render text as text.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
          message: 'Render text as text.',
        },
      ],
      'no-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['node:*', 'webextension-polyfill', 'preact', 'preact/*'],
              message: 'core knows no browser and no Node.',
            },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
        { object: 'Math', property: 'random', message: 'Chance comes in as an argument.' },
      ],
    },
  },
  {
    files: ['src/platform/**/*.ts'],
    rules: { 'no-restricted-imports': 'off', 'no-restricted-globals': 'off' },
  },
  {
    files: ['test/**/*.ts', 'test/**/*.tsx'],
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-restricted-properties': 'off',
      'no-restricted-globals': 'off',
      'no-restricted-imports': 'off',
    },
  },
  // Tables of cases grow with what is known.
  { files: ['test/cases/**'], rules: { 'max-lines': 'off' } },
);
