// Messages go into the package without what only translators read: Chromium parses a language's whole
// file before a page gets its first message.
import type { Plugin } from 'vite';
import * as v from 'valibot';

const MessagesSchema = v.record(v.string(), v.object({ message: v.string() }));

export function smallerMessages(): Plugin {
  return {
    name: 'smaller-messages',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const asset of Object.values(bundle))
          if (asset.type === 'asset' && /^_locales\/\w+\/messages\.json$/.test(asset.fileName))
            asset.source = JSON.stringify(
              v.parse(MessagesSchema, JSON.parse(String(asset.source))),
            );
      },
    },
  };
}
