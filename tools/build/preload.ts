// Adds preload links for each page's imports, so that they are fetched at once instead of level by
// level.
import type { Plugin } from 'vite';

export function preloadImports(): Plugin {
  return {
    name: 'preload-imports',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, chunk }) {
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
        follow(chunk.imports);
        return [...files]
          .filter((file) => !html.includes(`"/${file}"`))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
            injectTo: 'head' as const,
          }));
      },
    },
  };
}
