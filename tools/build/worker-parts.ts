// Chromium's worker in parts: one file registers the listeners, one has what every start needs besides,
// the rest is loaded by the event that needs it. Chromium's workers can't `import()`, but a classic worker may repeat `importScripts` for
// what it imported while it was installed. So a worker that is being installed reads all parts, which
// only define themselves, and a later start reads each when it is asked for, out of the browser's own
// store of the worker's scripts. In Firefox the same `import()` is the engine's own.
import { resolve } from 'node:path';
import { build, minifySync, type Plugin, type ResolvedConfig, type Rolldown } from 'vite';
import { smaller } from './smaller-content-scripts.ts';

const folder = 'worker';
const entryName = 'start';
const workName = 'work';
const workModule = '/background/runtime/work.ts';
export const workerFile = `${folder}/${entryName}.js`;
/** What each start of the worker reads. */
export const startFiles: readonly string[] = [workerFile, `${folder}/${workName}.js`];

/** A worker in any other state runs what is stored, and may import no script that isn't. */
const installedState = 'activated';

/** Reads all parts; run by a worker that is being installed, and by no other. */
const allPartsName = 'all-parts.js';

const loader = `(() => {
const factories = new Map();
const modules = new Map();
globalThis.definePart = (name, factory) => void factories.set(name, factory);
globalThis.requirePart = (path) => {
  const name = path.slice(2);
  const known = modules.get(name);
  if (known) return known.exports;
  if (!factories.has(name)) importScripts(name);
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
if (serviceWorker.state !== '${installedState}') importScripts('${allPartsName}');
})();
`;

function asPart({ name, code }: Part, target: string | null): string {
  const factory = `(function(require,module,exports){${code}\n})`;
  // Called where it stands, so that it may be made smaller as one script of its own.
  const made =
    target === null ? factory : smaller(`${factory}()`, target).replace(/\(\);?\s*$/, '');
  return `definePart(${JSON.stringify(name)},${made});\n`;
}

interface Part {
  readonly name: string;
  readonly code: string;
}

type Chunk = Pick<Rolldown.OutputChunk, 'fileName' | 'code' | 'isEntry' | 'imports'>;

/** The chunk and all that it can't run without. */
function withImports(chunk: Chunk, chunks: readonly Chunk[]): ReadonlySet<Chunk> {
  const found = new Set([chunk]);
  for (const { imports } of found)
    for (const other of chunks) if (imports.includes(other.fileName)) found.add(other);
  return found;
}

/** The worker's chunks as scripts: one with the loader and all that a start runs, and the parts. */
export function workerScripts(chunks: readonly Chunk[], target: string | null): readonly Part[] {
  const entry = chunks.find(({ fileName }) => fileName === `${entryName}.js`);
  if (!entry) throw new Error('The worker has no entry.');
  const first = withImports(entry, chunks);
  const ofStart = [...first].map(({ fileName, code }) => asPart({ name: fileName, code }, target));
  const parts = chunks
    .filter((chunk) => !first.has(chunk))
    .map(({ fileName, code }) => ({
      name: fileName,
      code: asPart({ name: fileName, code }, target),
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
  const code = [
    minifySync('loader.js', loader).code,
    ...ofStart,
    `requirePart('./${entry.fileName}');\n`,
  ].join('');
  const names = parts.map(({ name }) => JSON.stringify(name));
  const allParts = { name: allPartsName, code: `importScripts(${names.join()});\n` };
  return [{ name: entry.fileName, code }, allParts, ...parts];
}

interface StaticModules {
  readonly plugin: Plugin;
  isOfEntry(id: string): boolean;
  isOfWork(id: string): boolean;
}

/** The modules that the entry can't run without, and what the work needs besides. */
function staticModules(): StaticModules {
  const ofEntry = new Set<string>();
  const ofWork = new Set<string>();
  const plugin: Plugin = {
    name: 'static-modules',
    buildEnd() {
      const follow = (found: Set<string>) => {
        for (const id of found)
          for (const imported of this.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
      };
      for (const id of this.getModuleIds()) {
        if (id.endsWith(workModule)) ofWork.add(id);
        else if (this.getModuleInfo(id)?.isEntry) ofEntry.add(id);
      }
      follow(ofEntry);
      follow(ofWork);
    },
  };
  return {
    plugin,
    isOfEntry: (id) => ofEntry.has(id),
    isOfWork: (id) => ofWork.has(id) && !ofEntry.has(id),
  };
}

async function bundled(
  entry: string,
  format: 'cjs' | 'es',
  { root, mode, resolve: { alias }, build: { target, minify, sourcemap } }: ResolvedConfig,
  plugins: readonly Plugin[],
): Promise<readonly Rolldown.OutputChunk[]> {
  const modules = staticModules();
  const made = await build({
    root,
    mode,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [...plugins, modules.plugin],
    resolve: { alias },
    build: {
      write: false,
      target,
      minify,
      sourcemap: sourcemap ? 'inline' : false,
      lib: {
        entry: { [entryName]: entry, [workName]: resolve(root, `src${workModule}`) },
        formats: [format],
      },
      rolldownOptions: {
        // What parts share with the entry stays in it, and the entry may export it.
        preserveEntrySignatures: false,
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          // In one scope: each name that another chunk uses costs bytes.
          codeSplitting: {
            groups: [
              { name: entryName, test: modules.isOfEntry },
              { name: workName, test: modules.isOfWork },
            ],
          },
        },
      },
    },
  });
  const [output] = [made].flat() as Rolldown.RolldownOutput[];
  return (output?.output ?? []).flatMap((file) => (file.type === 'chunk' ? file : []));
}

/** The bundler leaves the whitespace of libraries that are modules. */
function minifiedModule(name: string, code: string, target: string): string {
  return minifySync(name, code, { module: true, compress: { target }, mangle: { toplevel: true } })
    .code;
}

/** Builds the worker of `entry` and names it in the manifest, which the bundler of the pages writes without one. */
export function workerParts(
  entry: string,
  engine: 'chrome' | 'firefox',
  plugins: () => readonly Plugin[],
): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'worker-parts',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved;
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const format = engine === 'chrome' ? 'cjs' : 'es';
        const chunks = await bundled(entry, format, config, plugins());
        for (const { moduleIds } of chunks)
          for (const id of moduleIds) if (id.startsWith('/')) this.addWatchFile(id);
        const isSmall = !this.meta.watchMode && config.build.minify !== false;
        const [target = ''] = [config.build.target].flat().map(String);
        const scripts =
          engine === 'chrome'
            ? workerScripts(chunks, isSmall ? target : null)
            : chunks.map(({ fileName, code }) => ({
                name: fileName,
                code: isSmall ? minifiedModule(fileName, code, target) : code,
              }));
        for (const { name, code } of scripts)
          this.emitFile({ type: 'asset', fileName: `${folder}/${name}`, source: code });
        const manifest = bundle['manifest.json'];
        if (manifest?.type !== 'asset') throw new Error('There is no manifest to name the worker.');
        const written = JSON.parse(String(manifest.source)) as object;
        const background =
          engine === 'chrome'
            ? { service_worker: workerFile }
            : { scripts: [workerFile], type: 'module' };
        manifest.source = JSON.stringify({ ...written, background }, null, 2);
      },
    },
  };
}
