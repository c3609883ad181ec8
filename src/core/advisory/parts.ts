// The advisory in parts: what a first verdict needs, the rest, and each language's texts apart, so that
// a start reads no text that nobody is shown.
import { isRecord } from '../base/records.ts';
import type { Text } from '../i18n/text.ts';
import type { Advisory } from './schema.ts';

const headFields = [
  'format',
  'id',
  'version',
  'issued',
  'expires',
  'languages',
  'subject',
  'notices',
  'detection',
] as const satisfies readonly (keyof Advisory)[];

/** What a first verdict and its notice need. */
export type AdvisoryHead = Pick<Advisory, (typeof headFields)[number]>;
export type AdvisoryRest = Omit<Advisory, keyof AdvisoryHead>;

const isHeadField = (field: string) => headFields.some((one) => one === field);

const isText = (value: unknown): value is Text =>
  isRecord(value) && typeof value['en'] === 'string';

/** A language's texts in the order in which the document has them; null where it has none. */
export type LanguageTexts = readonly (string | null)[];

/** Calls `take` for each text and puts what it answers in its place. */
function withEachText(value: unknown, take: (text: Text) => Text): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => withEachText(entry, take));
  if (isText(value)) return take(value);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, entry]) => [field, withEachText(entry, take)]),
  );
}

function inEnglish<Part>(part: Part): Part {
  // Safe cast: only other languages are left out, and none of them is required.
  return withEachText(part, ({ en }) => ({ en })) as Part;
}

function textsOf(part: unknown, language: string): LanguageTexts {
  const texts: (string | null)[] = [];
  withEachText(part, (text) => {
    texts.push(text[language] ?? null);
    return text;
  });
  return texts;
}

/** Puts a language's texts back where they were. */
export function withLanguage<Part>(part: Part, language: string, texts: LanguageTexts): Part {
  let place = 0;
  return withEachText(part, (text) => {
    const words = texts[place];
    place += 1;
    return typeof words === 'string' ? { ...text, [language]: words } : text;
  }) as Part;
}

export interface AdvisoryParts {
  /** In English. */
  readonly head: AdvisoryHead;
  readonly rest: AdvisoryRest;
  /** By language, without English. */
  readonly texts: ReadonlyMap<
    string,
    { readonly head: LanguageTexts; readonly rest: LanguageTexts }
  >;
}

export function splitAdvisory(advisory: Advisory): AdvisoryParts {
  const fields = Object.entries(advisory);
  // Safe casts: the fields are divided as the types are.
  const head = Object.fromEntries(fields.filter(([name]) => isHeadField(name))) as AdvisoryHead;
  const rest = Object.fromEntries(fields.filter(([name]) => !isHeadField(name))) as AdvisoryRest;
  const others = advisory.languages.filter((language) => language !== 'en');
  return {
    head: inEnglish(head),
    rest: inEnglish(rest),
    texts: new Map(
      others.map((language) => [
        language,
        { head: textsOf(head, language), rest: textsOf(rest, language) },
      ]),
    ),
  };
}
