import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { pageNames, pagePath } from './src/pages/pages.ts';
import { ownModules } from './tools/build/own-modules.ts';
import { packagedAdvisory } from './tools/build/packaged-advisory.ts';
import { preloadImports } from './tools/build/preload.ts';
import { workerParts } from './tools/build/worker-parts.ts';
import { traceScriptFiles } from './tools/build/trace-scripts.ts';
import { sizeBudgets } from './tools/build/budgets.ts';
import { smallerContentScripts } from './tools/build/smaller-content-scripts.ts';
import { smallerMessages } from './tools/build/smaller-messages.ts';
import {
  advisoryFile,
  managedSchemaFile,
  manifestFor,
  trustFile,
  type Target,
} from './tools/build/manifest.ts';

// One config, two builds: `vite build --mode chrome` and `vite build --mode firefox`.
export default defineConfig(({ mode }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  const engine = target === 'chrome' ? 'chrome137' : 'firefox140';
  const { background: _, ...withoutWorker } = manifestFor(target);
  return {
    plugins: [
      ownModules('src/pages/popup/main.tsx'),
      preact(),
      // The manifest's shape is checked by the browsers and web-ext lint; crxjs' own type is narrower than both.
      crx({
        manifest: withoutWorker as unknown as ManifestV3Export,
        browser: target,
        contentScripts: { injectCss: false },
      }),
      ...(target === 'chrome' ? [managedSchemaFile()] : []),
      workerParts('src/background/index.ts', target, () => [packagedAdvisory(advisoryFile)]),
      traceScriptFiles(engine),
      smallerContentScripts(engine),
      smallerMessages(),
      preloadImports(),
      sizeBudgets(),
    ],
    resolve: {
      alias: [
        {
          find: 'webextension-polyfill',
          replacement: fileURLToPath(new URL('src/platform/browser.ts', import.meta.url)),
        },
        { find: /^.*\/data\/trust\.json$/, replacement: resolve(trustFile) },
      ],
    },
    publicDir: false as const,
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: engine,
      // Lazy parts are at hand: the code that loads them ahead would cost every page more than it wins. What a page needs at once is named in it.
      modulePreload: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        // The popup and the settings are named by the manifest.
        input: Object.fromEntries(
          pageNames
            .filter((name) => name !== 'popup' && name !== 'options')
            .map((name) => [name, pagePath(name)]),
        ),
        output: {
          // Names without hashes: store reviewers and two builds of one commit compare file by file.
          entryFileNames: 'assets/[name].js',
          chunkFileNames: 'assets/[name].js',
          assetFileNames: 'assets/[name][extname]',
          codeSplitting: {
            groups: [
              // The popup's first screen in one file: each is another request before it is seen.
              { name: 'popup', test: /src[\\/]pages[\\/]popup[\\/]main\.tsx$/, priority: 3 },
              // Alone, so that the package check can tell what is preact's from what is ours.
              { name: 'preact', test: /node_modules[\\/]preact[\\/][^?]*$/, priority: 2 },
            ],
          },
        },
      },
    },
  };
});
