// The detector's speed, as ratios within one run: against a bare URL parse, against a filter
// engine, and as the advisory grows.
import { existsSync, readFileSync } from 'node:fs';
import { FiltersEngine, Request } from '@ghostery/adblocker';
import * as v from 'valibot';
import { classifyPage } from '../../src/core/detection/classify-page.ts';
import { compileRules } from '../../src/core/detection/engine/rule-index.ts';
import { DetectionSchema, type Detection } from '../../src/core/detection/model/rule-schema.ts';
import { inTurns, type Row } from './row.ts';

const rounds = 31;
const addressCount = 10_000;
const sliceSize = 500;
const slices = addressCount / sliceSize;

function packagedDetection(): Detection {
  return v.parse(
    v.object({ detection: DetectionSchema }),
    JSON.parse(readFileSync('src/data/advisory.json', 'utf8')),
  ).detection;
}

const CaseSchema = v.object({ url: v.optional(v.string(), '') });

const linesOf = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];

/**
 * Real URLs: labeled ones from the shared corpus, then popular sites. Without the corpus, the
 * project's own cases.
 */
function realAddresses(): { readonly addresses: string[]; readonly areUsual: boolean } {
  const corpus = process.env.DETECTION_CORPUS ?? '../shared/corpus';
  const urlsOf = (file: string) =>
    linesOf(file)
      .map((line) => v.parse(CaseSchema, JSON.parse(line)).url)
      .filter((url) => URL.canParse(url));
  const popular = linesOf(`${corpus}/top-sites-10k.txt`).map((host) => `https://${host}/`);
  const areUsual = popular.length > 0;
  const all = areUsual
    ? [...urlsOf(`${corpus}/detection-dev.jsonl`), ...popular]
    : urlsOf('test/cases/detection.jsonl');
  const addresses = Array.from(
    { length: addressCount },
    (_, place) => all[place % all.length] ?? '',
  );
  // Parsed again, because concatenated strings are slower to read than those a browser passes.
  return {
    areUsual,
    addresses: v.parse(v.array(v.string()), JSON.parse(JSON.stringify(addresses))),
  };
}

const words = v.optional(v.array(v.string()));
const AddressRuleSchema = v.object({
  hosts: words,
  pathHas: words,
  pathAlsoHas: words,
  pathHasNot: words,
  hostHas: words,
  subdomainHas: words,
  queryHas: words,
  files: words,
});

/**
 * The rules' hosts, words and file names as filters, their exclusions as exceptions. The engine has
 * no labels, ranks, titles or look-alikes. Second words of hostless rules are left out: with them
 * it takes milliseconds per URL.
 */
function equivalentFilters({ rules, lists }: Detection): string {
  const filters = new Set<string>();
  const filled = (entries: readonly string[] | undefined): string[] =>
    entries?.flatMap((entry) =>
      entry.startsWith('@') ? (lists[entry.slice(1)] ?? []) : [entry],
    ) ?? [];
  for (const raw of rules) {
    const rule = v.parse(AddressRuleSchema, raw);
    const anchors = rule.hosts
      ? filled(rule.hosts).map((host) => `||${host.replace(/^\*\./, '').replace('.{tld}', '.*')}^*`)
      : [''];
    const second = rule.hosts ? filled(rule.pathAlsoHas) : [];
    const inPath = filled(rule.pathHas).flatMap((word) =>
      second.length === 0
        ? [word]
        : second.flatMap((other) => [`${word}*${other}`, `${other}*${word}`]),
    );
    const inAddress = [
      ...inPath,
      ...filled(rule.hostHas),
      ...filled(rule.subdomainHas),
      ...filled(rule.queryHas),
      ...filled(rule.files).map((file) => `/${file.replaceAll('#', '*')}|`),
    ];
    for (const anchor of anchors) {
      if (inAddress.length === 0 && anchor !== '') filters.add(anchor.slice(0, -1));
      for (const word of inAddress) filters.add(`${anchor}${word}`);
      if (anchor !== '')
        for (const word of filled(rule.pathHasNot)) filters.add(`@@${anchor}${word}`);
    }
  }
  return [...filters].join('\n');
}

function withHosts(detection: Detection, count: number): Detection {
  const grown = Array.from({ length: count }, (_, place) => ({
    id: `grown.${String(place)}`,
    label: 'store-listing',
    reason: { en: 'This host is on the advisory’s list.' },
    rank: 40,
    hosts: [`*.shop-${String(place)}.example`],
  }));
  return { ...detection, rules: [...detection.rules, ...grown] };
}

function loadMs(text: string): {
  readonly ms: number;
  readonly index: ReturnType<typeof compileRules>['index'];
} {
  const started = performance.now();
  const { index } = compileRules(v.parse(DetectionSchema, JSON.parse(text)));
  return { ms: performance.now() - started, index };
}

export function detectionRows(): Row[] {
  const detection = packagedDetection();
  const { addresses, areUsual } = realAddresses();
  const engine = FiltersEngine.parse(equivalentFilters(detection));
  const text = JSON.stringify(withHosts(detection, 100_000));
  const load = () => Array.from({ length: 5 }, () => loadMs(text));
  const loads = load();
  let kept = 0;
  const each = (judge: (url: string) => number) => (slice: number) => {
    for (let place = slice * sliceSize; place < (slice + 1) * sliceSize; place += 1)
      kept += judge(addresses[place] ?? '');
  };
  const verdictOf = (index: (typeof loads)[number]['index']) =>
    each((url) => classifyPage(index, { url }).label.length);
  const judge = verdictOf(compileRules(detection).index);
  const pairs = {
    parse: { one: each((url) => new URL(url).hostname.length), other: judge },
    filter: {
      one: each((url) =>
        engine.match(Request.fromRawDetails({ url, type: 'main_frame' })).match ? 1 : 0,
      ),
      other: judge,
    },
    growth: {
      one: verdictOf(compileRules(withHosts(detection, 100)).index),
      other: verdictOf(loads.at(-1)?.index ?? compileRules(detection).index),
    },
  };
  // In pairs, so that a third contestant doesn't affect the processor's caches.
  const measured = (pair: (typeof pairs)[keyof typeof pairs]) => {
    // Warm up until the engine has optimized everything, even on a busy machine.
    inTurns(pair, slices, 150);
    return inTurns(pair, slices, rounds);
  };
  const parse = measured(pairs.parse);
  loads.push(...load());
  const filter = measured(pairs.filter);
  loads.push(...load());
  const growth = measured(pairs.growth);
  if (kept === 0) throw new Error('Nothing was judged.');
  // Half of the project's own cases contain the vendor's name, unlike real browsing, so without the
  // corpus the ratios mean little.
  const limited = (limit: Row['limit']) => (areUsual && limit ? { limit } : {});
  const of = areUsual ? '' : ' (own cases only)';
  return [
    {
      name: `verdict against a bare new URL(u).hostname${of}`,
      value: parse.other / parse.one,
      unit: 'x',
      ...limited({ atMost: 3 }),
    },
    {
      name: `throughput against @ghostery/adblocker${of}`,
      value: filter.one / filter.other,
      unit: 'x',
      ...limited({ atLeast: 5 }),
    },
    {
      name: 'verdict with 100,000 host rules against 100',
      value: growth.other / growth.one,
      unit: 'x',
      limit: { atMost: 1.5 },
    },
    // The minimum: slower rounds include other load.
    {
      name: 'loading 100,000 host rules, the quickest of 15 times',
      value: Math.min(...loads.map(({ ms }) => ms)),
      unit: 'ms',
      limit: { atMost: 300 },
    },
    { name: 'one verdict', value: (parse.other * 1000) / addresses.length, unit: 'µs' },
  ];
}
