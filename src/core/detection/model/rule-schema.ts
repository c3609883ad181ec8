// The part of the advisory that detects. Declarative only: hosts, paths, file names, title words.
import * as v from 'valibot';
import { IdSchema, TextSchema } from '../../i18n/text.ts';
import { EvidenceSchema } from './evidence-schema.ts';
import { labels } from './labels.ts';
import { RelaysSchema } from './relay-schema.ts';

/** `example.com` is that host alone; `*.example.com` is it and every host below it. */
export const HostNameSchema = v.pipe(
  v.string(),
  v.regex(
    /^(\*\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}$/,
    'must be a host name or *.host name, in lower-case ASCII',
  ),
);

/**
 * A host name as above, or a part of such a site: `www.example.com/download/` and what lies below.
 */
const WatchedSiteSchema = v.pipe(
  v.string(),
  v.regex(
    /^(\*\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}(\/[a-z0-9._/-]+)?$/,
    'must be a host name, *.host name, or one with the beginning of a path, in lower-case ASCII',
  ),
);

/**
 * A host name whose last part may be `{tld}`: `com`, a country's domain, or a country's second
 * level such as `co.uk`.
 */
const HostPatternSchema = v.pipe(
  v.string(),
  v.regex(
    /^(\*\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+([a-z0-9-]{2,63}|\{tld\})$/,
    'must be a host name, *.host name or name.{tld}, in lower-case ASCII',
  ),
);

const WordsSchema = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.maxLength(100),
  v.check((text) => text === text.toLowerCase(), 'must be in lower case'),
);

/** `*` stands for any characters, `#` for one digit; compared without case. */
const GlobSchema = v.pipe(
  WordsSchema,
  v.check((glob) => glob.split('*').length <= 6, 'may hold at most five *'),
);

/** Checked after each `@name` has been replaced by the list of that name (rules.ts). */
const oneOrMore = <Schema extends v.GenericSchema<string>>(schema: Schema) =>
  v.pipe(v.array(schema), v.minLength(1));

export const contexts = ['page', 'download', 'filename'] as const;
export type Context = (typeof contexts)[number];

/** What a rule applies to by default. */
export const usualContexts: readonly Context[] = ['page', 'download'];

/**
 * All conditions must hold; within one, any entry is enough. Strict: a condition that this version
 * doesn't know would otherwise be taken as met, and the rule match what it must not.
 */
export const RuleSchema = v.strictObject({
  id: IdSchema,
  label: v.picklist(labels),
  reason: TextSchema,
  /** For editors. */
  note: v.optional(v.string()),
  /**
   * The highest rank wins, then the more specific host, then the id; the order in the table never
   * counts.
   */
  rank: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)), 0),
  on: v.optional(v.pipe(v.array(v.picklist(contexts)), v.minLength(1)), [...usualContexts]),
  hosts: v.optional(oneOrMore(HostPatternSchema)),
  /** Parts of the host's name, such as a product's subdomain at a portal. */
  hostHas: v.optional(oneOrMore(WordsSchema)),
  /** Ends of the host, as `.edu`; `.` alone is the end of a name without a dot. */
  hostEnds: v.optional(oneOrMore(WordsSchema)),
  /** A second thing that the host must hold too. */
  hostAlsoHas: v.optional(oneOrMore(WordsSchema)),
  /** Parts of what stands before the registered domain, such as a product's name at a portal. */
  subdomainHas: v.optional(oneOrMore(WordsSchema)),
  /** Globs over the whole path. */
  path: v.optional(oneOrMore(GlobSchema)),
  /** Parts of the path, which is taken to end in a slash: `/kis/` is a folder or the last part. */
  pathHas: v.optional(oneOrMore(WordsSchema)),
  /** A second thing that the path must hold too. */
  pathAlsoHas: v.optional(oneOrMore(WordsSchema)),
  pathHasNot: v.optional(oneOrMore(WordsSchema)),
  /** Host, path or title. */
  anyHas: v.optional(oneOrMore(WordsSchema)),
  queryHas: v.optional(oneOrMore(WordsSchema)),
  titleHas: v.optional(oneOrMore(WordsSchema)),
  /** A second thing that the title must hold too. */
  titleAlsoHas: v.optional(oneOrMore(WordsSchema)),
  titleHasNot: v.optional(oneOrMore(WordsSchema)),
  /**
   * Whole words: `word`, `wor*` for its beginning, `two words` in a row; whatever stands between
   * words.
   */
  hostHasWord: v.optional(oneOrMore(WordsSchema)),
  hostHasNoWord: v.optional(oneOrMore(WordsSchema)),
  pathHasWord: v.optional(oneOrMore(WordsSchema)),
  pathHasNoWord: v.optional(oneOrMore(WordsSchema)),
  titleHasWord: v.optional(oneOrMore(WordsSchema)),
  titleHasNoWord: v.optional(oneOrMore(WordsSchema)),
  /** Labels of the page that the download was started from. */
  referrerIs: v.optional(v.pipe(v.array(v.picklist(labels)), v.minLength(1))),
  /** Globs over the MIME type that the browser tells of a download. */
  mimeIs: v.optional(oneOrMore(GlobSchema)),
  /** Globs over the file's name. */
  files: v.optional(oneOrMore(GlobSchema)),
  fileHas: v.optional(oneOrMore(WordsSchema)),
  /** A second thing that the file's name must hold too. */
  fileAlsoHas: v.optional(oneOrMore(WordsSchema)),
  /** The host contains a name that can be confused with the subject's (`lookalike` below). */
  hasLookalikeHost: v.optional(v.literal(true)),
  /** The subject's name is a word of this part, whole or one slip away. */
  bearsNameIn: v.optional(v.pipe(v.array(v.picklist(['path', 'file'])), v.minLength(1))),
});

export type Rule = v.InferOutput<typeof RuleSchema>;

const LookalikeSchema = v.object({
  names: v.pipe(v.array(WordsSchema), v.minLength(1)),
  /** Names of people, places and firms that are near and mean something else. */
  otherNames: v.array(WordsSchema),
  /** Letters that look like another one. */
  confusables: v.record(v.string(), v.string()),
});

export const DetectionSchema = v.object({
  /** Where content scripts run; everywhere else not one byte is injected. */
  watchedHosts: v.array(WatchedSiteSchema),
  /** The reason given if no rule matches. */
  noRule: TextSchema,
  /** Lists that several rules share, by name without `@`. */
  lists: v.optional(v.record(v.string(), v.array(v.string())), {}),
  lookalike: v.optional(LookalikeSchema, { names: ['\u0000'], otherNames: [], confusables: {} }),
  /**
   * Names, in lower case, of the parameters under which redirectors carry the address that they
   * lead to.
   */
  redirectParameters: v.optional(v.array(WordsSchema), []),
  /** Hosts that show other sites from their own address. */
  relays: v.optional(RelaysSchema),
  /** What a page's own data weighs. */
  evidence: v.optional(EvidenceSchema, { verdicts: [], lines: [] }),
  /**
   * What words weigh on hosts that no list names; read as a whole (signs/read.ts), and passed over
   * by versions without it.
   */
  signs: v.optional(v.unknown()),
  /**
   * Checked and compiled one by one (rule-index.ts), so that a bad rule never takes the others
   * down.
   */
  rules: v.array(v.unknown()),
});

export type Detection = v.InferOutput<typeof DetectionSchema>;
