// What Firefox for Android lacks, out of MDN's browser-compat-data, which is too large to depend on:
// `tsx tools/generate/firefox-android.ts data.json` writes test/cases/firefox-android.json anew. The
// data is the package's only file of that name: `npm pack @mdn/browser-compat-data@8.1.9`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

const target = fileURLToPath(new URL('../../test/cases/firefox-android.json', import.meta.url));
/** The oldest version that the manifest admits; test/unit/tools/firefox-android.test.ts compares. */
const oldest = 142;

const SupportSchema = v.looseObject({
  version_added: v.nullish(v.union([v.string(), v.boolean()]), false),
  version_removed: v.nullish(v.union([v.string(), v.boolean()]), false),
});
type Support = v.InferOutput<typeof SupportSchema>;

/** Whether it is there in the oldest version and since. Preliminary versions are named "preview". */
function isThere({ version_added: added, version_removed: removed }: Support): boolean {
  const number = typeof added === 'string' ? Number(added.replace('≤', '')) : Number.NaN;
  return removed === false && (added === true || number <= oldest);
}

/** Paths of namespaces, functions and events that are missing; below a missing one nothing is told. */
function lacking(node: Readonly<Record<string, unknown>>, path: readonly string[]): string[] {
  const compat = v.safeParse(
    v.looseObject({ support: v.looseObject({ firefox_android: v.optional(v.unknown()) }) }),
    node['__compat'],
  );
  if (compat.success) {
    const [support] = [compat.output.support.firefox_android ?? { version_added: false }].flat();
    if (!isThere(v.parse(SupportSchema, support))) return [path.join('.')];
  }
  return Object.entries(node).flatMap(([name, child]) => {
    // Upper case: types and constants. Below functions and events: their parameters.
    const isApi = /^[a-z]/.test(name) || name === 'StorageArea';
    return isApi && path.length < (path[0] === 'storage' ? 3 : 2)
      ? lacking(child as Readonly<Record<string, unknown>>, [...path, name])
      : [];
  });
}

const DataSchema = v.looseObject({
  __meta: v.looseObject({ version: v.string() }),
  webextensions: v.looseObject({ api: v.record(v.string(), v.unknown()) }),
});

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Name the data.json of @mdn/browser-compat-data.');
const data = v.parse(DataSchema, JSON.parse(readFileSync(file, 'utf8')));
const table = {
  source: `@mdn/browser-compat-data ${data.__meta.version}`,
  oldest,
  lacks: lacking(data.webextensions.api, []),
};
writeFileSync(target, `${JSON.stringify(table, null, 2)}\n`);
console.log(`${String(table.lacks.length)} missing, from ${table.source}`);
