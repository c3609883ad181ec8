// Names in each page what its script imports, so that all of it is fetched at once and not one level after the other. What the
// script itself imports dynamically is wanted at once, too; what those modules import dynamically is not.
import type { Plugin } from 'vite';

export function preloadImports(): Plugin {
  return {
    name: 'preload-imports',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle, chunk }) {
        if (!bundle || !chunk) return [];
        const files = new Set<string>();
        const follow = (imports: readonly string[]) => {
          for (const file of imports) {
            if (files.has(file)) continue;
            files.add(file);
            const imported = bundle[file];
            if (imported?.type === 'chunk') follow(imported.imports);
          }
        };
        follow([...chunk.dynamicImports, ...chunk.imports]);
        return [...files].map((file) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` }, injectTo: 'head' as const }));
      },
    },
  };
}
