// What docs/admin prints for administrators to copy: commands and configurations, for tests to run.
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { NODE_ENV: _, VITEST: __, ...ordinary } = process.env;

/** An administrator's shell: none of the test runner's variables, and Debian's place for servers. */
export const adminEnvironment = {
  ...ordinary,
  PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`,
};

export function hasProgram(program: string): boolean {
  const command = ['-c', `command -v ${program}`];
  return spawnSync('sh', command, { stdio: 'ignore', env: adminEnvironment }).status === 0;
}

/** Every block of code in this language on a page of docs/admin, without the indentation of its list. */
export function printedBlocks(page: string, language: string): string[] {
  const text = readFileSync(new URL(`../../docs/admin/${page}.md`, import.meta.url), 'utf8');
  const blocks = text.matchAll(
    new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^\\1\`\`\`$`, 'gm'),
  );
  return [...blocks].map(([, indent = '', block = '']) =>
    block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
}

/** The one block on that page that contains these words. */
export function printed(page: string, language: string, words: string): string {
  const [found, ...more] = printedBlocks(page, language).filter((block) => block.includes(words));
  if (found === undefined || more.length > 0)
    throw new Error(
      `docs/admin/${page}.md prints ${found ? 'more than one' : 'no'} ${language} with "${words}"`,
    );
  return found;
}

/** Other values for the examples of a printed text, each of which must be in it. */
export function replaced(text: string, replacements: Readonly<Record<string, string>>): string {
  return Object.entries(replacements).reduce((changed, [example, own]) => {
    if (!changed.includes(example)) throw new Error(`the printed text has no ${example}`);
    return changed.replaceAll(example, own);
  }, text);
}

/** Runs printed commands as an administrator does who copies them into a shell; they end at the first fault. */
export function runPrinted(
  commands: string,
  folder: string,
  environment: NodeJS.ProcessEnv = {},
): SpawnSyncReturns<string> {
  return spawnSync('sh', ['-e', '-c', commands], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...adminEnvironment, ...environment },
  });
}
