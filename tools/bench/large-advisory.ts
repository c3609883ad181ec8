// Grows the packaged advisory to the largest envelope clients accept: by languages or by rules, as
// real ones grow.
import packaged from '../../src/data/advisory.json' with { type: 'json' };
import { maxEnvelopeBytes } from '../../src/core/update/stored/limits.ts';

const languages = [
  'ar',
  'de',
  'es',
  'fr',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt',
  'ru',
  'sv',
  'tr',
  'uk',
  'vi',
  'zh',
];

function isText(value: object): value is { en: string } {
  return 'en' in value && typeof value.en === 'string';
}

/** Adds `count` languages to each text. */
function translated(value: unknown, count: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((element) => translated(element, count));
  if (isText(value))
    return {
      ...value,
      ...Object.fromEntries(languages.slice(0, count).map((language) => [language, value.en])),
    };
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, translated(child, count)]),
  );
}

const { detection } = packaged;
const lists = new Map<string, readonly string[]>(Object.entries(detection.lists));

type RawRule = (typeof detection.rules)[number];

/** Repeats each rule and watched host `count` times under other names. */
function multiplied(
  rules: readonly object[],
  count: number,
  again: (rule: object, round: number) => object = (rule) => rule,
): unknown {
  const rounds = Array.from({ length: count }, (_, round) => round + 1);
  const watchedHosts = rounds.flatMap((round) =>
    detection.watchedHosts.map((host) => host.replace(/^(\*\.)?/, `$1n${String(round)}.`)),
  );
  const more = rounds.flatMap((round) =>
    rules.map((rule) => ({
      ...again(rule, round),
      id: `${'id' in rule ? String(rule.id) : ''}-${String(round)}`,
    })),
  );
  return {
    ...packaged,
    detection: {
      ...detection,
      watchedHosts: [...detection.watchedHosts, ...watchedHosts],
      rules: [...detection.rules, ...more],
    },
  };
}

const ofAnyHost = detection.rules.filter((rule: RawRule) => !('hosts' in rule));

/** The rule with its lists inlined, with different words in each round. */
function spelledOut(rule: object, round: number): object {
  const words = (entries: readonly string[]) =>
    entries
      .flatMap((entry) => lists.get(entry.slice(1)) ?? [entry])
      .map((entry) => `${entry}${String(round)}`.replace(/^\./, `.${String(round)}`));
  return Object.fromEntries(
    Object.entries(rule).map(([field, entries]: [string, unknown]) => [
      field,
      isWordList(field, entries) ? words(entries) : entries,
    ]),
  );
}

function isWordList(field: string, entries: unknown): entries is string[] {
  return /Has$|HasNot$|^path$|^files$/.test(field) && Array.isArray(entries);
}

/** Ways in which an advisory grows. */
export const growths = {
  languages: (count: number) => translated(packaged, count),
  rules: (count: number) => multiplied(detection.rules, count),
  'rules without hosts': (count: number) => multiplied(ofAnyHost, count),
  'words of rules without hosts': (count: number) => multiplied(ofAnyHost, count, spelledOut),
} as const;

/** The largest such document that clients accept with its envelope. */
export function largeAdvisory(growth: keyof typeof growths): string {
  const room = Math.floor(((maxEnvelopeBytes - 1000) * 3) / 4);
  const grown = (count: number) => JSON.stringify(growths[growth](count));
  let count = 0;
  while (
    (growth !== 'languages' || count < languages.length) &&
    Buffer.byteLength(grown(count + 1)) < room
  )
    count += 1;
  return grown(count);
}
