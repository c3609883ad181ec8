// The only schema of the advisory, format 1. The published JSON Schema is generated from it.
import * as v from 'valibot';
import { behaviorOf, labels } from '../detection/model/labels.ts';
import { DetectionSchema } from '../detection/model/rule-schema.ts';
import { IdSchema, LanguageSchema, TextSchema } from '../i18n/text.ts';
import { AlternativesSchema, RemovalSchema } from './guide-schema.ts';
import {
  DateSchema,
  InstantSchema,
  NoOfficialSchema,
  SourceIdsSchema,
  SourceSchema,
  StatementSchema,
} from './statement-schema.ts';

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
  /** How the software shows itself in a browser; read one by one (traces/schema.ts), so that a bad one never takes the others down. */
  traces: v.optional(v.array(v.unknown()), []),
});

export type Advisory = v.InferOutput<typeof AdvisorySchema>;
export type Deadline = v.InferOutput<typeof DeadlineSchema>;
export type Jurisdiction = v.InferOutput<typeof JurisdictionSchema>;
