// Builds the worker apart from the pages: a script that registers the listeners, one that has what every
// start needs besides, and the rest, loaded by the event that needs it. In Firefox the parts are modules
// that the engine's own `import()` loads; in Chromium they are joined (worker-scripts.ts).
import { resolve } from 'node:path';
import { build, minifySync, type Plugin, type ResolvedConfig, type Rolldown } from 'vite';
import { workerScripts } from './worker-scripts.ts';

export const workerFolder = 'worker';
const entryName = 'start';
const workName = 'work';
/** Needed alone: the packaged advisory, and what weighs words. */
const partsAlone = [/^head\.js$/, /^_packaged-advisory_/, /^weighing\.js$/];
const workModule = '/background/runtime/work.ts';
export const workerFile = `${workerFolder}/${entryName}.js`;
/** What each start of the worker reads. */
export const startFiles: readonly string[] = [workerFile, `${workerFolder}/${workName}.js`];

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
): Promise<Rolldown.RolldownOutput['output'] | readonly []> {
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
  return output?.output ?? [];
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
        const files = await bundled(entry, format, config, plugins());
        const chunks = files.flatMap((file) => (file.type === 'chunk' ? file : []));
        for (const { moduleIds } of chunks)
          for (const id of moduleIds) if (id.startsWith('/')) this.addWatchFile(id);
        const isSmall = !this.meta.watchMode && config.build.minify !== false;
        const [target = ''] = [config.build.target].flat().map(String);
        const scripts =
          engine === 'chrome'
            ? workerScripts(
                chunks,
                `${entryName}.js`,
                [new RegExp(`^${workName}\\.js$`), ...partsAlone],
                isSmall ? target : null,
              )
            : chunks.map(({ fileName, code }) => ({
                name: fileName,
                code: isSmall ? minifiedModule(fileName, code, target) : code,
              }));
        for (const { name, code } of scripts)
          this.emitFile({ type: 'asset', fileName: `${workerFolder}/${name}`, source: code });
        for (const file of files)
          if (file.type === 'asset')
            this.emitFile({
              type: 'asset',
              fileName: `${workerFolder}/${file.fileName}`,
              source: file.source,
            });
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
