// Size budgets in bytes of minified JavaScript. A build over budget fails.
import { pagePath } from '../../src/pages/pages.ts';
import { startFiles } from './worker-parts.ts';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Plugin } from 'vite';

const kilobyte = 1024;

export const budgets = {
  /** What a watched page gets at its start, including styles. */
  contentScript: 12 * kilobyte,
  /** Everything ever injected into a page, including the page reader. */
  everInjected: 16 * kilobyte,
  /** What the popup loads for its first screen: its entry and all static imports. */
  popupFirstScreen: 40 * kilobyte,
  /** The scripts that each start of the worker reads. What an event needs besides is read by it. */
  worker: 90 * kilobyte,
};

/** Static imports of a built module; dynamic ones are not followed. */
function staticImports(code: string): string[] {
  const found: string[] = [];
  for (const match of code.matchAll(
    /\b(?:import|export)\s*(?:[\w*{}\s,$]*?\bfrom\s*)?["'](\.{1,2}\/[^"']+)["']/g,
  )) {
    if (match[1]) found.push(match[1]);
  }
  return found;
}

/**
 * A built script and all its static imports, each file counted once, except those in `skip`: how
 * many, and their bytes.
 */
function moduleGraph(
  root: string,
  entries: readonly string[],
  skip: (file: string) => boolean = () => false,
): { readonly files: number; readonly bytes: number } {
  const seen = new Set<string>();
  const queue = [...entries];
  let bytes = 0;
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file) || skip(file)) continue;
    seen.add(file);
    const code = readFileSync(join(root, file), 'utf8');
    bytes += Buffer.byteLength(code);
    for (const specifier of staticImports(code))
      queue.push(posix.join(posix.dirname(file), specifier));
  }
  return { files: seen.size, bytes };
}

function scriptsOfPage(root: string, page: string): string[] {
  const html = readFileSync(join(root, page), 'utf8');
  const scripts = [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="([^"]+\.js)"/g)].map(
    (match) => match[1] ?? '',
  );
  return scripts.map((script) =>
    script.startsWith('/') ? script.slice(1) : posix.join(posix.dirname(page), script),
  );
}

/** Sizes of a finished build in bytes, by budget. */
export function measure(root: string): Record<keyof typeof budgets, number> {
  const manifest = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8')) as {
    content_scripts: { js: string[]; css?: string[]; run_at?: string }[];
  };
  const bytesOf = (scripts: typeof manifest.content_scripts) =>
    [...new Set(scripts.flatMap(({ js, css = [] }) => [...js, ...css]))].reduce(
      (sum, file) => sum + statSync(join(root, file)).size,
      0,
    );
  const contentScript = bytesOf(
    manifest.content_scripts.filter((script) => script.run_at === 'document_start'),
  );
  const everInjected = bytesOf(manifest.content_scripts);
  return {
    contentScript,
    everInjected,
    popupFirstScreen: popupScripts(root).bytes,
    worker: moduleGraph(root, startFiles, (file) => file.includes('advisory-document')).bytes,
  };
}

const popupScripts = (root: string) => moduleGraph(root, scriptsOfPage(root, pagePath('popup')));

/** The budgets that a build exceeds, with figures. Prints them all. */
export function overBudget(root: string): string[] {
  const sizes = measure(root);
  const over = Object.entries(budgets).flatMap(([name, limit]) => {
    const size = sizes[name as keyof typeof budgets];
    const line = `${name}: ${(size / kilobyte).toFixed(1)} KB of ${limit / kilobyte} KB`;
    console.log(`budget ${line}`);
    return size > limit ? [line] : [];
  });
  const { files } = popupScripts(root);
  // Each further file is another request before the first screen is seen.
  return files > 1 ? [...over, `popupFirstScreen: ${files} files instead of one`] : over;
}

/** Fails the build if a budget is exceeded; otherwise prints the figures. */
export function sizeBudgets(): Plugin {
  let root = '';
  return {
    name: 'size-budgets',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = join(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        // A development build carries more than what ships.
        if (this.meta.watchMode || !existsSync(join(root, 'manifest.json'))) return;
        const over = overBudget(root);
        if (over.length > 0) throw new Error(`Over budget: ${over.join('; ')}`);
      },
    },
  };
}

/** All files of a build, as relative paths in a stable order. */
export function filesOf(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesOf(root, posix.join(folder, entry.name))
        : [posix.join(folder, entry.name)],
    )
    .sort();
}
