// Packs the advisory in the parts in which the worker loads it, checked and ready: a start of the worker
// neither validates it nor reads a language that nobody has chosen.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { parseAdvisoryValue } from '../../src/core/advisory/parse.ts';
import { splitAdvisory, type AdvisoryParts } from '../../src/core/advisory/parts.ts';
import { patternsOf } from '../../src/core/traces/request-patterns.ts';
import { readTraces } from '../../src/core/traces/schema.ts';

const folder = 'src/data/packaged/';
const textsOf = 'packaged-advisory:';

/** As one string in ASCII, which engines hold in half the memory and parse faster than a literal. */
function asExport(name: string, value: unknown): string {
  const json = JSON.stringify(value).replace(
    /[^\0-\x7f]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `export const ${name} = JSON.parse(${JSON.stringify(json)});`;
}

function languagesModule({ texts }: AdvisoryParts): string {
  const load = (part: string, language: string) => `() => import('${textsOf}${part}-${language}')`;
  const entries = [...texts.keys()].map(
    (language) =>
      `${JSON.stringify(language)}: { head: ${load('head', language)}, rest: ${load('rest', language)} }`,
  );
  return `export const languages = { ${entries.join(', ')} };`;
}

export function packagedAdvisory(file: string): Plugin {
  const path = resolve(file);
  let known: AdvisoryParts | null = null;
  const parts = (): AdvisoryParts => {
    if (known) return known;
    const parsed = parseAdvisoryValue(JSON.parse(readFileSync(path, 'utf8')));
    if (!parsed.ok || parsed.dropped.length > 0) {
      const [fault] = parsed.ok ? parsed.dropped : parsed.error;
      throw new Error(
        `${file} is invalid at ${fault?.path ?? 'its root'}: ${fault?.message ?? ''}`,
      );
    }
    return (known = splitAdvisory(parsed.value));
  };
  const modules: Readonly<Record<string, () => string>> = {
    'head.ts': () => asExport('head', parts().head),
    'rest.ts': () => asExport('rest', parts().rest),
    'trace-patterns.ts': () => {
      const { traces } = readTraces(parts().rest.traces);
      return `export const tracePatterns = ${JSON.stringify({
        chromium: patternsOf(traces, 'chromium'),
        firefox: patternsOf(traces, 'firefox'),
      })};`;
    },
    'languages.ts': () => languagesModule(parts()),
  };
  return {
    name: 'packaged-advisory',
    enforce: 'pre',
    buildStart() {
      known = null;
      this.addWatchFile(path);
    },
    resolveId: (id) => (id.startsWith(textsOf) ? `\0${id}` : null),
    load(id) {
      if (id.startsWith(`\0${textsOf}`)) {
        const [part, ...language] = id.slice(textsOf.length + 1).split('-');
        const texts = parts().texts.get(language.join('-'));
        return asExport('texts', part === 'head' ? texts?.head : texts?.rest);
      }
      const own = resolve(folder);
      const name = id.startsWith(own) ? id.slice(own.length + 1) : '';
      const made = modules[name];
      if (made) return { code: made(), moduleType: 'js' };
      if (name !== '') throw new Error(`The package would hold the advisory twice, by ${name}.`);
      return null;
    },
  };
}
