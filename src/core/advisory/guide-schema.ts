// Alternatives, and how to remove the software.
import * as v from 'valibot';
import { IdSchema, TextSchema } from '../i18n/text.ts';
import {
  DateSchema,
  SourceIdsSchema,
  StatementSchema,
  WebAddressSchema,
} from './statement-schema.ts';

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
      /** Whether a fact tells of a test lab's result, from the lab or from the press. */
      isTested: v.optional(v.boolean(), false),
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
  /** Has a button that looks for traces; ticking it says that the software is gone. */
  looksForTraces: v.optional(v.boolean(), false),
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

export const RemovalSchema = v.object({
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
