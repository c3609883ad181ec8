// Statements and the sources they rest on.
import * as v from 'valibot';
import { isExistingDay } from '../base/time.ts';
import { IdSchema, LanguageSchema, TextSchema } from '../i18n/text.ts';

const isExistingDate = (text: string) => !Number.isNaN(Date.parse(text)) && isExistingDay(text);

/** RFC 3339 with an explicit offset, so that it means the same instant in every time zone. */
export const InstantSchema = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:\d{2})$/,
    'must be an instant with an offset, such as 2024-09-29T00:00:00-04:00',
  ),
  v.check(isExistingDate, 'must be an existing date'),
);

export const DateSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date, such as 2024-09-29'),
  v.check(isExistingDate, 'must be an existing date'),
);

export const WebAddressSchema = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.check(
    (text) => URL.canParse(text) && new URL(text).protocol === 'https:',
    'must be an https address',
  ),
);

export const SourceIdsSchema = v.pipe(
  v.array(IdSchema),
  v.minLength(1, 'needs at least one source'),
);

/** Why a statement about the law has no official source. For editors; never shown. */
export const NoOfficialSchema = v.fallback(
  v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(300))),
  undefined,
);

/** One factual statement with its sources. `confirmed: false` is shown as "not confirmed". */
export const StatementSchema = v.object({
  id: IdSchema,
  text: TextSchema,
  sources: SourceIdsSchema,
  confirmed: v.optional(v.boolean(), true),
  noOfficial: NoOfficialSchema,
});

export const sourceKinds = ['official', 'vendor', 'lab', 'law-firm', 'press', 'copy'] as const;
export const sourceReadings = ['whole', 'excerpt', 'copy', 'none'] as const;

/**
 * Values this version doesn't know are dropped one by one; the check before publishing is strict.
 */
const known = <const T extends readonly string[]>(words: T) =>
  v.fallback(v.optional(v.picklist(words)), undefined);

export const SourceSchema = v.object({
  id: IdSchema,
  title: v.pipe(v.string(), v.nonEmpty(), v.maxLength(300)),
  /** Language of the title, which is not translated. */
  language: v.optional(LanguageSchema, 'en'),
  publisher: v.pipe(v.string(), v.nonEmpty(), v.maxLength(200)),
  url: WebAddressSchema,
  /** Document number or section, such as "89 FR 52434". */
  reference: v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(200))),
  /**
   * True for a court, an authority, or the vendor writing about itself; false for reports about
   * them.
   */
  official: v.boolean(),
  /**
   * Official text, maker's own page, test lab, law firm's note, press, or a copy of one of these.
   */
  kind: known(sourceKinds),
  /**
   * How it was read for this document: whole, in part, in a copy that `readAt` names, or not at
   * all.
   */
  reading: known(sourceReadings),
  /** The https address or the name of the copy that was read. */
  readAt: v.fallback(v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(2000))), undefined),
  /** Same as `reading: none`, for versions that don't know `reading`. */
  isUnread: v.optional(v.boolean(), false),
  /**
   * Date of the last reading. Version 1 requires a date, so a source never read has 1970-01-01,
   * which is not shown.
   */
  checked: DateSchema,
});

/** `checked` of a source that nobody has read. */
export const neverRead = '1970-01-01';

export type Statement = v.InferOutput<typeof StatementSchema>;
export type Source = v.InferOutput<typeof SourceSchema>;
