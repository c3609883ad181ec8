// The advisory's table of what a page's own data weighs.
import * as v from 'valibot';
import { IdSchema, TextSchema } from '../../i18n/text.ts';
import { labels } from './labels.ts';

const evidenceSources = [
  'product-maker',
  'product-name',
  'page-type',
  'open-graph-type',
  'open-graph-title',
  'canonical',
  'download',
  'title',
  'heading',
  'path',
] as const;
export type EvidenceSource = (typeof evidenceSources)[number];

const WordSchema = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100));

/**
 * One line of the table: where to look, for what, and what it weighs; against an offer where it is
 * negative.
 */
export const EvidenceLineSchema = v.object({
  id: IdSchema,
  from: v.picklist(evidenceSources),
  /** At least one of these words must be there; or `@name` for a list. */
  has: v.optional(v.pipe(v.array(WordSchema), v.minLength(1))),
  /** For `canonical` and `download`: the labels that the address must get. */
  labels: v.optional(v.pipe(v.array(v.picklist(labels)), v.minLength(1))),
  weight: v.pipe(v.number(), v.integer(), v.minValue(-20), v.maxValue(20)),
  /** A complete sentence for people. */
  says: v.optional(TextSchema),
});

/**
 * A page's label where its lines weigh enough; the first entry whose hosts fit speaks, and one
 * without hosts fits everywhere.
 */
export const EvidenceVerdictSchema = v.object({
  id: IdSchema,
  hosts: v.optional(v.pipe(v.array(v.string()), v.minLength(1))),
  label: v.picklist(labels),
  atLeast: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
});

/**
 * Entries are checked one by one (read-evidence.ts), so that a later version's kind of evidence
 * never costs the rules.
 */
export const EvidenceSchema = v.object({
  verdicts: v.array(v.unknown()),
  lines: v.array(v.unknown()),
});

export interface EvidenceTable {
  readonly verdicts: readonly v.InferOutput<typeof EvidenceVerdictSchema>[];
  readonly lines: readonly EvidenceLine[];
}
export type EvidenceLine = v.InferOutput<typeof EvidenceLineSchema>;
