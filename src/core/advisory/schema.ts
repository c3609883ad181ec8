// The only schema of the advisory, format 1. The published JSON Schema is generated from it.
import * as v from 'valibot';
import { behaviorOf, labels } from '../detection/model/labels.ts';
import { DetectionSchema } from '../detection/model/rule-schema.ts';
import { IdSchema, LanguageSchema, TextSchema } from '../i18n/text.ts';

/** RFC 3339 with an explicit offset, so that it means the same instant in every time zone. */
export const InstantSchema = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:\d{2})$/,
    'must be an instant with an offset, such as 2024-09-29T00:00:00-04:00',
  ),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'must be an existing date'),
);

const DateSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date, such as 2024-09-29'),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'must be an existing date'),
);

const WebAddressSchema = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.check(
    (text) => URL.canParse(text) && new URL(text).protocol === 'https:',
    'must be an https address',
  ),
);

const SourceIdsSchema = v.pipe(v.array(IdSchema), v.minLength(1, 'needs at least one source'));

/** Why a statement about the law has no official source. For editors; never shown. */
const NoOfficialSchema = v.fallback(
  v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(300))),
  undefined,
);

/** One factual statement with its sources. `confirmed: false` is shown as "not confirmed". */
const StatementSchema = v.object({
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

const JurisdictionSchema = v.object({
  id: IdSchema,
  name: TextSchema,
  kind: v.picklist(['ban', 'government-only', 'warning', 'sanctions', 'other']),
  /** ISO 3166 codes, or subdivisions such as US-TX. */
  regions: v.array(
    v.pipe(v.string(), v.regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'must be an ISO 3166 code')),
  ),
  /** IANA time zones used to guess, offline, where a computer is. */
  timeZones: v.optional(v.array(v.pipe(v.string(), v.nonEmpty())), []),
  /** First day of the measure, if known. */
  since: v.optional(DateSchema),
  statements: v.pipe(v.array(StatementSchema), v.minLength(1)),
});

const DeadlineSchema = v.object({
  id: IdSchema,
  at: InstantSchema,
  /** How exact the source is; a `day` or `month` is shown without a time. */
  precision: v.picklist(['instant', 'day', 'month']),
  /** IANA time zone in which the law measures days. */
  timeZone: v.pipe(v.string(), v.nonEmpty()),
  jurisdiction: IdSchema,
  /**
   * `law`: a prohibition or duty begins. `vendor`: the vendor's own date. `event`: something
   * happened.
   */
  kind: v.picklist(['law', 'vendor', 'event']),
  title: TextSchema,
  text: TextSchema,
  affects: TextSchema,
  sources: SourceIdsSchema,
  confirmed: v.optional(v.boolean(), true),
  noOfficial: NoOfficialSchema,
});

const ChoiceSchema = v.object({ id: IdSchema, label: TextSchema });

const PlaceChoiceSchema = v.object({
  ...ChoiceSchema.entries,
  /** The jurisdiction whose users get this choice without being asked. */
  jurisdiction: v.optional(IdSchema),
  /** True for the choice that covers every other known place. */
  isForOthers: v.optional(v.boolean(), false),
});

/**
 * "Does it apply to me?": three questions and a table whose first fitting row is the answer. The
 * first role and product are the most common ones; `business` and `business-product` are an
 * organization's.
 */
const ApplicabilitySchema = v.object({
  places: v.pipe(v.array(PlaceChoiceSchema), v.minLength(2)),
  roles: v.pipe(v.array(ChoiceSchema), v.minLength(2)),
  products: v.pipe(v.array(ChoiceSchema), v.minLength(2)),
  /** A missing list fits every choice. */
  answers: v.pipe(
    v.array(
      v.object({
        id: IdSchema,
        places: v.optional(v.array(IdSchema)),
        roles: v.optional(v.array(IdSchema)),
        products: v.optional(v.array(IdSchema)),
        /**
         * `binds`: the user has duties. `affects`: no duties, but the software stops getting
         * updates or support.
         */
        outcome: v.picklist(['binds', 'affects', 'not-covered', 'other-rules', 'unclear']),
        title: TextSchema,
        text: TextSchema,
        limits: v.optional(TextSchema),
        sources: SourceIdsSchema,
        noOfficial: NoOfficialSchema,
      }),
    ),
    v.minLength(1),
  ),
});

const QuestionSchema = v.object({
  id: IdSchema,
  question: TextSchema,
  answer: TextSchema,
  sources: SourceIdsSchema,
  confirmed: v.optional(v.boolean(), true),
  noOfficial: NoOfficialSchema,
});

const PlatformSchema = v.picklist(['windows', 'macos', 'linux', 'android', 'ios']);

export const AlternativesSchema = v.object({
  /** Criteria for listing a product; shown to people. */
  criteria: v.pipe(v.array(StatementSchema), v.minLength(1)),
  needs: v.array(
    v.object({
      id: IdSchema,
      label: TextSchema,
      note: v.optional(TextSchema),
      noteSources: v.optional(SourceIdsSchema),
    }),
  ),
  /** Alphabetical by name; never ranked. */
  products: v.array(
    v.object({
      id: IdSchema,
      name: v.pipe(v.string(), v.nonEmpty()),
      seat: TextSchema,
      site: WebAddressSchema,
      needs: v.pipe(v.array(IdSchema), v.minLength(1)),
      platforms: v.array(PlatformSchema),
      price: v.picklist(['free', 'paid', 'both', 'unknown']),
      /** Fields that no source confirms; shown as such. */
      unverified: v.optional(v.array(v.picklist(['seat', 'needs', 'platforms', 'price'])), []),
      facts: v.array(StatementSchema),
      cautions: v.array(StatementSchema),
      checked: DateSchema,
      sources: SourceIdsSchema,
    }),
  ),
});

const SystemSchema = v.picklist(['windows', 'macos', 'android', 'ios', 'linux', 'fleet']);

const StepSchema = v.object({
  id: IdSchema,
  text: TextSchema,
  /**
   * Commands, paths and file names that appear verbatim in the text of every language; shown as
   * code.
   */
  code: v.optional(v.array(v.pipe(v.string(), v.nonEmpty(), v.maxLength(500))), []),
  /** Information rather than a task: no checkbox, not counted. */
  isNote: v.optional(v.boolean(), false),
  /** Systems whose guides show this step; all if absent. */
  systems: v.optional(v.pipe(v.array(SystemSchema), v.minLength(1))),
  sources: v.array(IdSchema),
  /** Steps that no source confirms yet are marked as such, never presented as fact. */
  confirmed: v.optional(v.boolean(), true),
});

const StepGroupSchema = v.object({
  id: IdSchema,
  title: TextSchema,
  steps: v.pipe(v.array(StepSchema), v.minLength(1)),
});

const RemovalSchema = v.object({
  principles: v.array(StatementSchema),
  before: v.array(StepGroupSchema),
  systems: v.array(
    v.object({
      id: SystemSchema,
      title: TextSchema,
      groups: v.pipe(v.array(StepGroupSchema), v.minLength(1)),
    }),
  ),
  after: v.array(StepGroupSchema),
  /** The product that replaced the vendor's on U.S. computers. */
  replacement: v.object({
    title: TextSchema,
    facts: v.array(StatementSchema),
    steps: v.array(StepSchema),
  }),
  verify: v.array(StepSchema),
});

/** Texts of the in-page warning and the download page; one for each label that shows a notice. */
const NoticeTextSchema = v.object({
  label: v.picklist(labels.filter((label) => behaviorOf(label).hasNotice)),
  title: TextSchema,
  text: TextSchema,
  sources: SourceIdsSchema,
});

export const AdvisorySchema = v.object({
  $schema: v.optional(v.string()),
  format: v.literal(1, 'this format is not known to this version of the extension'),
  id: IdSchema,
  /** Strictly increasing from one issue to the next. */
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER)),
  issued: InstantSchema,
  /** From this date on, the popup says that the advisory may be out of date. Detection goes on. */
  expires: InstantSchema,
  languages: v.pipe(v.array(LanguageSchema), v.minLength(1)),
  subject: v.object({ name: v.pipe(v.string(), v.nonEmpty()), description: TextSchema }),
  sources: v.pipe(v.array(SourceSchema), v.minLength(1)),
  ban: v.object({
    /** The ban in one sentence, then in a short paragraph. */
    headline: StatementSchema,
    summary: v.pipe(v.array(StatementSchema), v.minLength(1)),
    prohibited: v.pipe(v.array(StatementSchema), v.minLength(1)),
    notProhibited: v.pipe(v.array(StatementSchema), v.minLength(1)),
    bound: v.pipe(v.array(StatementSchema), v.minLength(1)),
    exempt: v.pipe(v.array(StatementSchema), v.minLength(1)),
    penalties: v.pipe(v.array(StatementSchema), v.minLength(1)),
    vendorPosition: v.pipe(v.array(StatementSchema), v.minLength(1)),
    /** Other U.S. measures, with effects of their own. */
    otherMeasures: v.array(StatementSchema),
    background: v.array(StatementSchema),
  }),
  jurisdictions: v.pipe(v.array(JurisdictionSchema), v.minLength(1)),
  deadlines: v.pipe(v.array(DeadlineSchema), v.minLength(1)),
  applicability: ApplicabilitySchema,
  questions: v.pipe(v.array(QuestionSchema), v.minLength(1)),
  alternatives: AlternativesSchema,
  removal: RemovalSchema,
  notices: v.pipe(v.array(NoticeTextSchema), v.minLength(1)),
  detection: DetectionSchema,
});

export type Advisory = v.InferOutput<typeof AdvisorySchema>;
export type Statement = v.InferOutput<typeof StatementSchema>;
export type Source = v.InferOutput<typeof SourceSchema>;
export type Deadline = v.InferOutput<typeof DeadlineSchema>;
export type Jurisdiction = v.InferOutput<typeof JurisdictionSchema>;
