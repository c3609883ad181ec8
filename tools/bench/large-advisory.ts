// The packaged advisory grown to the largest envelope that clients read: as a real one grows, in its languages, or in its rules.
import packaged from '../../src/data/advisory.json' with { type: 'json' };
import { maxEnvelopeBytes } from '../../src/core/update/accept.ts';

const languages = ['ar', 'de', 'es', 'fr', 'it', 'ja', 'ko', 'nl', 'pl', 'pt', 'ru', 'sv', 'tr', 'uk', 'vi', 'zh'];

function isText(value: object): value is { en: string } {
  return 'en' in value && typeof value.en === 'string';
}

/** Each text in so many more languages. */
function translated(value: unknown, count: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((element) => translated(element, count));
  if (isText(value)) return { ...value, ...Object.fromEntries(languages.slice(0, count).map((language) => [language, value.en])) };
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, translated(child, count)]));
}

/** Each rule and each watched host again, so many times, under other names. */
function multiplied(count: number): unknown {
  const { detection } = packaged;
  const rounds = Array.from({ length: count }, (_, round) => round);
  const watchedHosts = rounds.flatMap((round) => detection.watchedHosts.map((host) => (round === 0 ? host : host.replace(/^(\*\.)?/, `$1n${String(round)}.`))));
  const rules = rounds.flatMap((round) => detection.rules.map((rule) => (round === 0 ? rule : { ...rule, id: `${rule.id}-${String(round)}` })));
  return { ...packaged, detection: { ...detection, watchedHosts, rules } };
}

export const growths = {
  languages: (count: number) => translated(packaged, count),
  rules: (count: number) => multiplied(count + 1),
} as const;

/** The largest document of this kind that fits, with its envelope, what clients read. */
export function largeAdvisory(growth: keyof typeof growths): string {
  const room = Math.floor(((maxEnvelopeBytes - 1000) * 3) / 4);
  const grown = (count: number) => JSON.stringify(growths[growth](count));
  let count = 0;
  while (count < 100 && (growth === 'rules' || count < languages.length) && Buffer.byteLength(grown(count + 1)) < room) count += 1;
  return grown(count);
}
