// Builds the benchmark as one Node program, with the extension's build settings.
import { defineConfig } from 'vite';

export default defineConfig({
  root: '.',
  ssr: { noExternal: ['valibot', 'punycode'] },
  build: { ssr: 'tools/bench/main.ts', outDir: 'out/bench', emptyOutDir: true, target: 'node20' },
});
