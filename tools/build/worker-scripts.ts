// Chromium's worker as few scripts. Its workers can't `import()`, but a classic worker may repeat
// `importScripts` for what it imported while it was installed. So a worker that is being installed reads
// all scripts, whose parts only define themselves, and a later start runs each part when it is asked for.
// Few, since the browser hands a worker that starts every script it has stored, one after the other,
// before the worker's own first line runs: 75 scripts took 110 ms of a start (Chromium 156), four take 15.
import { minifySync, type Rolldown } from 'vite';
import { smaller } from './smaller-content-scripts.ts';

/** A worker in any other state runs what is stored, and may import no script that isn't. */
const installedState = 'activated';

const laterName = 'later.js';

/** Parts that are needed together, by the script that has them and all that they can't run without. */
const together: Readonly<Record<string, readonly string[]>> = {
  // After each verdict, whatever it was.
  'following.js': [
    'after-visit.js',
    'private-windows.js',
    'refresh-snapshot.js',
    'current-page.js',
  ],
  // Before a verdict that a policy has a part in.
  'under-policy.js': ['read.js', 'visit.js'],
};

const loaderOf = (files: Readonly<Record<string, string>>, all: readonly string[]) => `(() => {
const files = ${JSON.stringify(files)};
const factories = new Map();
const modules = new Map();
globalThis.definePart = (name, factory) => void factories.set(name, factory);
globalThis.requirePart = (path) => {
  const name = path.slice(2);
  const known = modules.get(name);
  if (known) return known.exports;
  if (!factories.has(name)) importScripts(files[name] ?? '${laterName}');
  const module = { exports: {} };
  modules.set(name, module);
  try {
    factories.get(name)(globalThis.requirePart, module, module.exports);
  } catch (cause) {
    modules.delete(name);
    throw cause;
  }
  factories.delete(name);
  return module.exports;
};
if (serviceWorker.state !== '${installedState}') importScripts(${all.map((name) => `'${name}'`).join()});
})();
`;

export interface Script {
  readonly name: string;
  readonly code: string;
}

function asPart({ fileName, code }: Chunk, target: string | null): string {
  const factory = `(function(require,module,exports){${code}\n})`;
  // Called where it stands, so that it may be made smaller as one script of its own.
  const made =
    target === null ? factory : smaller(`${factory}()`, target).replace(/\(\);?\s*$/, '');
  return `definePart(${JSON.stringify(fileName)},${made});\n`;
}

type Chunk = Pick<Rolldown.OutputChunk, 'fileName' | 'code' | 'isEntry' | 'imports'>;

/** The chunks and all that they can't run without. */
function withImports(of: readonly Chunk[], chunks: readonly Chunk[]): ReadonlySet<Chunk> {
  const found = new Set(of);
  for (const { imports } of found)
    for (const other of chunks) if (imports.includes(other.fileName)) found.add(other);
  return found;
}

/**
 * The worker's chunks as scripts: one with the loader and all that its first turn runs, each of `alone`,
 * those that are needed together, and the rest. `target` is the engine to make them smaller for; null leaves them
 * as they are.
 */
export function workerScripts(
  chunks: readonly Chunk[],
  entryName: string,
  alone: readonly RegExp[],
  target: string | null,
): readonly Script[] {
  const entry = chunks.find(({ fileName }) => fileName === entryName);
  if (!entry) throw new Error('The worker has no entry.');
  const first = withImports([entry], chunks);
  const groups = Object.entries(together).map(
    ([script, names]) =>
      [
        script,
        withImports(
          chunks.filter(({ fileName }) => names.includes(fileName)),
          chunks,
        ),
      ] as const,
  );
  const scriptOf = (chunk: Chunk) => {
    if (alone.some((name) => name.test(chunk.fileName))) return chunk.fileName;
    return groups.find(([, group]) => group.has(chunk))?.[0] ?? laterName;
  };
  const parts = new Map<string, string[]>();
  const files: Record<string, string> = {};
  for (const chunk of chunks) {
    if (first.has(chunk)) continue;
    const script = scriptOf(chunk);
    parts.set(script, [...(parts.get(script) ?? []), asPart(chunk, target)]);
    if (script !== laterName) files[chunk.fileName] = script;
  }
  const code = [
    minifySync('loader.js', loaderOf(files, [...parts.keys()].sort())).code,
    ...[...first].map((chunk) => asPart(chunk, target)),
    `requirePart('./${entryName}');\n`,
  ];
  return [
    { name: entryName, code: code.join('') },
    ...[...parts].map(([name, made]) => ({ name, code: made.sort().join('') })),
  ];
}
