// Packs the advisory in the parts in which the worker loads it, checked and ready: a start of the worker
// neither validates it nor reads a language that nobody has chosen.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { noticeStringsOf } from '../../src/core/i18n/notice-strings.ts';
import { workerFolder } from './worker-parts.ts';
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
  const entries = [...texts.keys()].map(
    (language) => `${JSON.stringify(language)}: () => import('${textsOf}${language}')`,
  );
  return `export const languages = { ${entries.join(', ')} };`;
}

function stringsOf(language: string): string {
  const file = resolve('_locales', language.replaceAll('-', '_'), 'messages.json');
  // Another publisher's language may have none here; its notices ask the browser.
  const messages = existsSync(file) ? readFileSync(file, 'utf8') : '{}';
  return asExport(
    'strings',
    noticeStringsOf(JSON.parse(messages) as Parameters<typeof noticeStringsOf>[0]),
  );
}

/** Read as data: Chromium hands a worker that starts all of its scripts, whichever it will run. */
const restModule = `
import { readOwnJson } from '../../platform/worker/own-files.ts';
export const loadRest = () => readOwnJson('${workerFolder}/rest.json');
export const loadRestTexts = (language) => readOwnJson(\`${workerFolder}/rest-\${language}.json\`);
`;

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
    'head.ts': () => [asExport('head', parts().head), stringsOf('en')].join('\n'),
    'rest.ts': () => restModule,
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
    generateBundle() {
      const { rest, texts } = parts();
      const emit = (fileName: string, value: unknown) =>
        this.emitFile({ type: 'asset', fileName, source: JSON.stringify(value) });
      emit('rest.json', rest);
      for (const [language, of] of texts) emit(`rest-${language}.json`, of.rest);
    },
    resolveId: (id) => (id.startsWith(textsOf) ? `\0${id}` : null),
    load(id) {
      if (id.startsWith(`\0${textsOf}`)) {
        const language = id.slice(textsOf.length + 1);
        return [asExport('texts', parts().texts.get(language)?.head), stringsOf(language)].join(
          '\n',
        );
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
