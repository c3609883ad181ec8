// Pages of real frameworks: rendered here as a server would, taken over in the browser.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type InlineConfig, type Plugin } from 'vite';
import * as v from 'valibot';

export const frameworks = ['react', 'vue', 'svelte', 'turbo'] as const;
export type Framework = (typeof frameworks)[number];

const packages = '../../../node_modules/';

const CompilerSchema = v.object({ compile: v.function() });
const CompiledSchema = v.object({ js: v.object({ code: v.string() }) });
const ServerSchema = v.object({ render: v.function() });

const svelte: Plugin = {
  name: 'svelte',
  async transform(source, id, options) {
    const isServer = options?.ssr === true;
    if (!id.endsWith('.svelte')) return null;
    const name = 'svelte/compiler';
    const { compile } = v.parse(CompilerSchema, await import(name));
    const wanted = { filename: id, generate: isServer ? 'server' : 'client', dev: !isServer };
    return v.parse(CompiledSchema, compile(source, wanted)).js.code;
  },
};

const entryOf = (framework: Framework) =>
  fileURLToPath(new URL(`./${framework}.js`, import.meta.url));

const shared: InlineConfig = {
  configFile: false,
  logLevel: 'error',
  mode: 'development',
  publicDir: false,
  plugins: [svelte],
  define: {
    'process.env.NODE_ENV': '"development"',
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
  },
};

/** The script that takes the page over, as `app.hydrate(installer)`. */
async function clientScript(framework: Framework): Promise<string> {
  const made = await build({
    ...shared,
    build: {
      write: false,
      minify: false,
      lib: { entry: entryOf(framework), formats: ['iife'], name: 'app', fileName: framework },
    },
  });
  const [output] = Array.isArray(made) ? made : [made];
  const [chunk] = output && 'output' in output ? output.output : [];
  if (chunk?.type !== 'chunk') throw new Error(`${framework} could not be built.`);
  return chunk.code;
}

export interface Application {
  readonly script: string;
  /** The page as the server sends it. */
  readonly render: (installer: string, path: string) => Promise<string>;
}

export async function buildApplication(framework: Framework): Promise<Application> {
  // Where Node finds the framework itself.
  const outDir = fileURLToPath(new URL(`${packages}.frameworks/${framework}`, import.meta.url));
  const output = { entryFileNames: 'server.mjs' };
  await build({
    ...shared,
    build: { ssr: entryOf(framework), outDir, rolldownOptions: { output } },
  });
  const address = pathToFileURL(join(outDir, 'server.mjs')).href;
  const { render } = v.parse(ServerSchema, await import(/* @vite-ignore */ address));
  return {
    script: await clientScript(framework),
    render: async (...args) => v.parse(v.string(), await render(...args)),
  };
}
