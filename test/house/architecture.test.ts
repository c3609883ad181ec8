// The rules of the house that a machine can check; docs/architecture.md says why.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { pageNames } from '../../src/pages/pages.ts';

const root = join(import.meta.dirname, '..', '..');
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file),
);

const lint = new ESLint({ cwd: root });

/** Lints a text as if it stood at that path. */
async function faultsOf(path: string, code: string): Promise<string[]> {
  const [result] = await lint.lintText(code, { filePath: join(root, path) });
  return (result?.messages ?? []).map((message) => `${message.ruleId}: ${message.message}`);
}

describe('import borders', () => {
  const breaches: [string, string][] = [
    [
      'src/core/breach.ts',
      "import { readStored } from '../platform/worker/storage/storage.ts';\nexport const x = readStored;\n",
    ],
    [
      'src/core/breach.ts',
      "import browser from 'webextension-polyfill';\nexport const x = browser;\n",
    ],
    [
      'src/background/breach.ts',
      "import browser from 'webextension-polyfill';\nexport const x = browser;\n",
    ],
    [
      'src/content/breach.ts',
      "import { readStored } from '../platform/worker/storage/storage.ts';\nexport const x = readStored;\n",
    ],
    [
      'src/pages/popup/breach.ts',
      "import { state } from '../../background/base/storage-items.ts';\nexport const y = state;\n",
    ],
    [
      'src/pages/popup/breach.tsx',
      "import { OptionsPage } from '../options/options-page.tsx';\nexport const y = OptionsPage;\n",
    ],
    [
      'src/background/base/breach.ts',
      "import { ready } from '../runtime/startup.ts';\nexport const y = ready;\n",
    ],
    [
      'src/core/base/breach.ts',
      "import { parseAdvisory } from '../advisory/parse.ts';\nexport const y = parseAdvisory;\n",
    ],
    [
      'src/newroom/breach.ts',
      "import { success } from '../core/base/result.ts';\nexport const y = success;\n",
    ],
  ];
  it.each(breaches)('refuses a forbidden import in %s', async (path, code) => {
    expect(await faultsOf(path, code)).toEqual(
      expect.arrayContaining([expect.stringMatching(/no-restricted-(paths|imports)/)]),
    );
  });

  it('refuses a clock in core', async () => {
    expect(await faultsOf('src/core/breach.ts', 'export const x = Date.now();\n')).toEqual([
      expect.stringContaining('no-restricted-properties'),
    ]);
  });
});

const readImports = new Map<string, readonly string[]>();

/** The files that a file imports, types too. */
function importsOf(file: string): readonly string[] {
  const known = readImports.get(file);
  if (known) return known;
  const code = readFileSync(file, 'utf8');
  const imports = [
    ...code.matchAll(/^(?:import|export)\s[^;]*?from '(\.[^']+\.tsx?)'/gm),
    ...code.matchAll(/\bimport\('(\.[^']+\.tsx?)'\)/g),
  ]
    .map(([, path = '']) => resolve(dirname(file), path))
    // Some tools write code that imports.
    .filter((path) => existsSync(path));
  readImports.set(file, imports);
  return imports;
}

/** A way from a file back to it, in names of files; null where there is none. */
function cycleFrom(start: string): string[] | null {
  const seen = new Set<string>();
  const search = (file: string, way: readonly string[]): string[] | null => {
    for (const next of importsOf(file)) {
      if (next === start) return [...way, next].map((one) => relative(root, one));
      if (seen.has(next)) continue;
      seen.add(next);
      const found = search(next, [...way, next]);
      if (found) return found;
    }
    return null;
  };
  return search(start, [start]);
}

// Here and not in lint, whose rule passes over types and takes longer than all its others together.
describe('imports', () => {
  it.each(['src', 'tools', 'test'])('have no cycle in %s, types included', (folder) => {
    const files = execFileSync('git', ['ls-files', folder], { cwd: root, encoding: 'utf8' })
      .split('\n')
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('test/house/fixture/'));
    expect(files.length).toBeGreaterThan(50);
    expect(
      files.map((file) => cycleFrom(join(root, file))).filter((cycle) => cycle !== null),
    ).toEqual([]);
  });

  it('are read as they stand: of types, over several lines, and while it runs', () => {
    for (const folder of ['cycle', 'type-cycle'])
      expect(cycleFrom(join(root, `test/house/fixture/${folder}/a.ts`))).toEqual(
        ['a', 'b', 'a'].map((name) => `test/house/fixture/${folder}/${name}.ts`),
      );
    expect(importsOf(join(root, 'src/pages/popup/frame/parts.tsx')).length).toBeGreaterThan(6);
  });
});

describe('names and places', () => {
  it('has no file without a subject', () => {
    const bad = sources.filter((file) =>
      /(^|\/|-)(util|utils|helper|helpers|common|misc|manager|service|info|handle|process)\.tsx?$/.test(
        file,
      ),
    );
    expect(bad).toEqual([]);
  });

  it('has rooms in every folder of more than 12 files', () => {
    const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n');
    const sizes = new Map<string, number>();
    for (const file of tracked)
      if (/\.(?:tsx?|js|css|html)$/.test(file))
        sizes.set(dirname(file), (sizes.get(dirname(file)) ?? 0) + 1);
    // Saved pages are data, listed by their manifest.
    const except = ['test/cases/pages'];
    const large = [...sizes].filter(
      ([folder, files]) =>
        /^(?:src|tools|test)\//.test(folder) && files > 12 && !except.includes(folder),
    );
    expect(large).toEqual([]);
  });

  it('lists each page, and lints by that list', async () => {
    const folders = readdirSync(join(root, 'src/pages'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
      .map(({ name }) => name);
    expect([...pageNames].sort()).toEqual(folders.sort());
    const code =
      "import { state } from '../../background/base/storage-items.ts';\nexport const y = state;\n";
    for (const name of pageNames)
      expect(await faultsOf(`src/pages/${name}/breach.ts`, code)).toEqual([
        expect.stringContaining('share through src/pages/shared'),
      ]);
  });

  it('names us and the vendor in core/brand.ts alone', () => {
    const withoutRemarks = (code: string) => code.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
    const bad = sources.filter(
      (file) =>
        file !== 'core/brand.ts' &&
        /kaspersky/i.test(withoutRemarks(readFileSync(join(root, 'src', file), 'utf8'))),
    );
    expect(bad).toEqual([]);
  });

  it('knows no date and no law in code', () => {
    const bad = sources.filter((file) =>
      /\b20(1[5-9]|2\d)-\d{2}-\d{2}\b/.test(
        readFileSync(join(root, 'src', file), 'utf8').replace(
          /^\s*(\/\/|\*|\/\*).*$|'must be[^']*'/gm,
          '',
        ),
      ),
    );
    expect(bad).toEqual([]);
  });
});
