import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

// Who may import whom (docs/architecture.md). A zone names what its target may NOT reach.
const only = (target, allowed, message) => ({
  target: `./src/${target}`,
  from: './src',
  except: allowed.map((path) => `./${path}`),
  message,
});
const zones = [
  only('core', ['core'], 'core is pure: it imports core and the schema library, so that it runs the same everywhere.'),
  only('messages.ts', ['core', 'messages.ts'], 'The contract has no behaviour of its own.'),
  only('platform', ['platform', 'core', 'messages.ts'], 'An adapter that decides cannot be tested without a browser.'),
  only('background', ['background', 'core', 'platform', 'messages.ts', 'data'], 'The worker knows no screens.'),
  only('content', ['content', 'core', 'messages.ts', 'platform/page-messaging.ts'], 'These bytes run in other people’s pages.'),
  only('ui', ['ui', 'core', 'messages.ts', 'platform'], 'Screens show a view, they do not decide.'),
  ...['popup', 'options', 'question', 'welcome', 'policy', 'blocked'].map((page) =>
    only(page, [page, 'ui', 'core', 'messages.ts', 'platform'], `${page} may not reach into another context; share through src/ui.`),
  ),
  { target: './src', from: './tools', message: 'Shipped code never imports tools.' },
  // The tour alone drives the browsers of the end-to-end tests.
  { target: ['./src', './tools/!(tour.ts)', './tools/*/**'], from: './test', message: 'Tests import the product, never the other way round.' },
];

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', 'test/unit/architecture/fixture/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strict, importX.flatConfigs.typescript],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })] },
    rules: {
      // Circles of types, which it passes over, are seen by test/unit/architecture.
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', { zones }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'webextension-polyfill', message: 'Only adapters in src/platform speak to the browser.' }] },
      ],
      'no-restricted-globals': ['error', { name: 'chrome', message: 'Only adapters in src/platform speak to the browser.' }],
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Render text as text.' },
        { property: 'outerHTML', message: 'Render text as text.' },
        { property: 'insertAdjacentHTML', message: 'Render text as text.' },
      ],
      'no-restricted-syntax': ['error', { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Render text as text.' }],
      'no-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
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
        { patterns: [{ group: ['node:*', 'webextension-polyfill', 'preact', 'preact/*'], message: 'core knows no browser and no Node.' }] },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
        { object: 'Math', property: 'random', message: 'Chance comes in as an argument.' },
      ],
    },
  },
  { files: ['src/platform/**/*.ts'], rules: { 'no-restricted-imports': 'off', 'no-restricted-globals': 'off' } },
  { files: ['test/**/*.ts', 'test/**/*.tsx'], rules: { 'no-restricted-properties': 'off', 'no-restricted-globals': 'off', 'no-restricted-imports': 'off' } },
);
