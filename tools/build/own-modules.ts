// Gives one page modules of its own, so that its script and all that it needs at once are one file: each file is another request
// before anything is seen. What other pages share stays shared among them.
import type { Plugin } from 'vite';

const mark = '?own';

/** `entry`: the page's script, as its path ends. Parts that are loaded later share its modules, not the other pages'. */
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
    // Files are read without the mark by themselves; what only exists in the build is asked for.
    async load(id) {
      if (!id.startsWith('\0') || !id.endsWith(mark)) return null;
      return (await this.load({ id: id.slice(0, -mark.length) })).code;
    },
  };
}
