// The benchmark as one program for Node, built as the extension is.
import { defineConfig } from 'vite';

export default defineConfig({
  root: '.',
  ssr: { noExternal: ['valibot', 'punycode'] },
  build: { ssr: 'tools/bench/main.ts', outDir: 'out/bench', emptyOutDir: true, target: 'node20' },
});
