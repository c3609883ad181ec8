// Gives one page its own modules, so that its script and everything it needs at once are one file:
// each further file would delay its first paint. Other pages still share theirs.
import type { Plugin } from 'vite';

const mark = '?own';

/**
 * `entry`: end of the path of the page's script. Its lazy parts share its modules, not the other
 * pages'.
 */
export function ownModules(entry: string): Plugin {
  return {
    name: 'own-modules',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!importer?.endsWith(mark) && !importer?.endsWith(entry)) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (!resolved || resolved.external || !/\.(m?js|tsx?)$/.test(resolved.id)) return resolved;
      return { ...resolved, id: `${resolved.id}${mark}` };
    },
    // Real files are read without the suffix; virtual modules are loaded by their plugin.
    async load(id) {
      if (!id.startsWith('\0') || !id.endsWith(mark)) return null;
      return (await this.load({ id: id.slice(0, -mark.length) })).code;
    },
  };
}
