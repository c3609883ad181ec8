// Builds the scripts that look at pages for traces. They are in no manifest: the worker registers them while somebody looks.
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { traceScripts, type TraceScript } from '../../src/core/traces/scripts.ts';

/** One self-contained script, as browsers take it for a page. */
async function bundled(script: TraceScript, target: string): Promise<string> {
  const entry = fileURLToPath(
    new URL(`../../src/content/traces/${script}.iife.ts`, import.meta.url),
  );
  const made = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify: true,
      target,
      lib: { entry, formats: ['iife'], name: 'traces', fileName: script },
    },
  });
  const [output] = Array.isArray(made) ? made : [made];
  const [chunk] = output && 'output' in output ? output.output : [];
  if (chunk?.type !== 'chunk') throw new Error(`The script ${script} could not be built.`);
  return chunk.code;
}

/** Puts them into the package. */
export function traceScriptFiles(target: string): Plugin {
  return {
    name: 'trace-script-files',
    async generateBundle() {
      for (const script of traceScripts) {
        this.emitFile({
          type: 'asset',
          fileName: `content/${script}.js`,
          source: await bundled(script, target),
        });
      }
    },
  };
}
