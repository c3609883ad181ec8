// The rules of the house that a machine can check; docs/architecture.md says why.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

/** Lints a text as if it stood at that path. */
async function faultsOf(path: string, code: string): Promise<string[]> {
  const [result] = await new ESLint({ cwd: root }).lintText(code, { filePath: join(root, path) });
  return (result?.messages ?? []).map((message) => `${message.ruleId}: ${message.message}`);
}

describe('import borders', () => {
  const breaches: [string, string][] = [
    ['src/core/breach.ts', "import { readArea } from '../platform/storage.ts';\nexport const x = readArea;\n"],
    ['src/core/breach.ts', "import browser from 'webextension-polyfill';\nexport const x = browser;\n"],
    ['src/background/breach.ts', "import browser from 'webextension-polyfill';\nexport const x = browser;\n"],
    ['src/content/breach.ts', "import { readArea } from '../platform/storage.ts';\nexport const x = readArea;\n"],
    ['src/popup/breach.ts', "import { x } from '../background/state.ts';\nexport const y = x;\n"],
  ];
  it.each(breaches)('refuses a forbidden import in %s', async (path, code) => {
    expect(await faultsOf(path, code)).toEqual(expect.arrayContaining([expect.stringMatching(/no-restricted-(paths|imports)/)]));
  });

  it('refuses a clock in core', async () => {
    expect(await faultsOf('src/core/breach.ts', 'export const x = Date.now();\n')).toEqual([expect.stringContaining('no-restricted-properties')]);
  });

  it('sees a cycle', async () => {
    const [result] = await new ESLint({ cwd: root, ignore: false }).lintFiles('test/unit/architecture/fixture/cycle/a.ts');
    expect(result?.messages.map((message) => message.ruleId)).toContain('import-x/no-cycle');
  });
});

/** The files that a file imports, types too, which lint's rule passes over. */
function importsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  return [...code.matchAll(/^(?:import|export)\s[^;]*?from '(\.[^']+\.tsx?)'/gm), ...code.matchAll(/\bimport\('(\.[^']+\.tsx?)'\)/g)].map(([, path = '']) => resolve(dirname(file), path));
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

describe('imports', () => {
  it('go round in no circle, those of types included', () => {
    expect(sources.map((file) => cycleFrom(join(root, 'src', file))).filter((cycle) => cycle !== null)).toEqual([]);
  });

  it('are read as they stand: of types, over several lines, and while it runs', () => {
    expect(cycleFrom(join(root, 'test/unit/architecture/fixture/type-cycle/a.ts'))).toEqual(['a', 'b', 'a'].map((name) => `test/unit/architecture/fixture/type-cycle/${name}.ts`));
    expect(importsOf(join(root, 'src/popup/parts.tsx')).length).toBeGreaterThan(6);
  });
});

describe('names and places', () => {
  it('has no file without a subject', () => {
    const bad = sources.filter((file) => /(^|\/|-)(util|utils|helper|helpers|common|misc|manager|service|info|handle|process)\.tsx?$/.test(file));
    expect(bad).toEqual([]);
  });

  it('has the five flows as five files', () => {
    const flows = ['page-visit', 'download-start', 'advisory-update', 'popup-open', 'policy-change'];
    expect(sources).toEqual(expect.arrayContaining(flows.map((flow) => `background/${flow}.ts`)));
  });

  it('writes no page content from text', () => {
    const bad = sources.filter((file) => /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|new Function|\beval\(/.test(readFileSync(join(root, 'src', file), 'utf8')));
    expect(bad).toEqual([]);
  });

  it('knows no date and no law in code', () => {
    const bad = sources.filter((file) => /\b20(1[5-9]|2\d)-\d{2}-\d{2}\b/.test(readFileSync(join(root, 'src', file), 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$|'must be[^']*'/gm, '')));
    expect(bad).toEqual([]);
  });

  it('keeps core compiling without DOM, browser and Node', () => {
    const compiler = join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc');
    execFileSync('node', [compiler, '-p', join(root, 'src/core/tsconfig.json')], { stdio: 'pipe' });
  });
});
