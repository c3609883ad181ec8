// The advisory's table of weighed signs: what speaks for or against an offer on a host that no list
// names.
import * as v from 'valibot';
import { IdSchema, TextSchema } from '../../i18n/text.ts';
import { labels } from '../model/labels.ts';

/** Where a sign is looked for (sources.ts). With `has`: one of the words must be there. */
const inWords = [
  'beside-name',
  'with-name',
  'anywhere',
  'title',
  'folder',
  'folder-word',
  'any-folder',
  'maker-shelf',
  'whole-address',
  'whole-title',
  'after-name',
] as const;
const elsewhere = ['host', 'host-end', 'subdomain', 'address', 'price'] as const;
const withWords = [...inWords, ...elsewhere] as const;
const withoutWords = [
  'product',
  'own-shelf',
  'name-last',
  'quantity',
  'number-and-word',
  'nothing-else',
  'other-words',
  'item-number',
  'version',
  'colon-after-name',
  'question',
  'below-name',
] as const;
const signSources = [...withWords, ...withoutWords] as const;
export type SignSource = (typeof signSources)[number];

const maxWordLength = 100;
const needsWords = (from: SignSource): boolean =>
  (withWords as readonly SignSource[]).includes(from);

/** Whether such a sign holds only where a word of its list is in the path or the title. */
export const asksWords = (from: SignSource): boolean =>
  (inWords as readonly SignSource[]).includes(from);

/** Checked as a whole: there are a thousand and a half of them. */
const WordListSchema = v.pipe(
  v.array(v.string()),
  v.check(
    (words) => words.every((word) => word.length > 0 && word.length <= maxWordLength),
    'must be words of at most 100 letters',
  ),
);

/** Strict: a field that this version does not know would change what the line means. */
const SignLineSchema = v.pipe(
  v.strictObject({
    id: IdSchema,
    from: v.picklist(signSources),
    has: v.optional(v.pipe(WordListSchema, v.minLength(1))),
    /** For what is counted. */
    atLeast: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)), 1),
    /** Speaks for this offer alone; for all without it. */
    label: v.optional(v.picklist(labels)),
    weight: v.pipe(v.number(), v.integer(), v.minValue(-50), v.maxValue(50)),
    /** A complete sentence for people. */
    says: TextSchema,
    /** For editors. */
    note: v.optional(v.string()),
  }),
  v.check(
    ({ from, has }) => (has !== undefined) === needsWords(from),
    'must have "has" exactly where its source takes words',
  ),
);
export type SignLine = v.InferOutput<typeof SignLineSchema>;

/**
 * A label that a page gets where its signs weigh enough; of several the one that weighs most, of
 * equals the first.
 */
const OfferSchema = v.strictObject({
  id: IdSchema,
  label: v.picklist(labels),
  atLeast: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
});
export type Offer = v.InferOutput<typeof OfferSchema>;

/** Vocabulary for reading a name and the words around it. */
const SignWordsSchema = v.strictObject({
  /** The subject's name in every script; a misspelling needs a product next to it. */
  names: v.pipe(WordListSchema, v.minLength(1)),
  otherNames: WordListSchema,
  /** Variants that people write; these and their misspellings need a product next to them. */
  misspellings: WordListSchema,
  /** Products that are known without the subject's name. */
  tools: WordListSchema,
  /** What may stand between the name and a product, such as `lab`. */
  makers: WordListSchema,
  products: v.pipe(WordListSchema, v.minLength(1)),
  /** Products that stand before the name, as in "antivirus kaspersky". */
  productsBefore: WordListSchema,
  /** What only looks like a product after the name, such as its reports. */
  notProducts: WordListSchema,
  /** Units of time and devices. */
  units: WordListSchema,
  /** Words that say nothing beyond the product and its sale. */
  plainWords: WordListSchema,
  /** What a host's word may be joined to, as in "softshop". */
  hostWords: WordListSchema,
});
export type SignWords = v.InferOutput<typeof SignWordsSchema>;

/**
 * Read as a whole after each `@name` is replaced (read.ts): one part that this version can't use
 * puts all of it out of use.
 */
export const SignTableSchema = v.strictObject({
  /** Signs speak where no rule of a higher rank does. */
  rank: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)),
  words: SignWordsSchema,
  offers: v.pipe(v.array(OfferSchema), v.minLength(1)),
  lines: v.pipe(v.array(SignLineSchema), v.minLength(1), v.maxLength(58)),
});
export type SignTable = v.InferOutput<typeof SignTableSchema>;
