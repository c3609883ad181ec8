// The project's own detection cases, and how an answer is judged.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { classify, type Classified } from '../../src/core/detection/classify.ts';
import { labels, type Label } from '../../src/core/detection/model/labels.ts';
import { compileRules, type RuleIndex } from '../../src/core/detection/engine/rule-index.ts';
import { DetectionSchema, type Detection } from '../../src/core/detection/model/rule-schema.ts';

const LabelSchema = v.picklist(labels);

const CaseSchema = v.object({
  type: v.picklist(['url', 'download', 'filename', 'domain']),
  url: v.string(),
  filename: v.optional(v.string(), ''),
  referrer: v.optional(v.string(), ''),
  title: v.optional(v.string(), ''),
  label: LabelSchema,
  alt: v.optional(v.array(LabelSchema), []),
  /** What makes it hard, where it is one of several of its kind. */
  kind: v.optional(v.string()),
  source: v.string(),
});

export type DetectionCase = v.InferOutput<typeof CaseSchema>;

const linesOf = (file: string): string[] => readFileSync(file, 'utf8').split('\n').filter(Boolean);

export const readCases = (file: string): DetectionCase[] =>
  linesOf(file).map((line) => v.parse(CaseSchema, JSON.parse(line)));

export const ownCases = (): DetectionCase[] =>
  readCases(fileURLToPath(new URL('./detection.jsonl', import.meta.url)));

/** Addresses that rules erred on, and ones collected and labeled before any rule was tried on them. */
export const kindCases = (name: 'field' | 'fresh'): DetectionCase[] =>
  readCases(fileURLToPath(new URL(`./${name}.jsonl`, import.meta.url)));

const TitleSchema = v.object({ title: v.string(), source: v.pipe(v.string(), v.nonEmpty()) });
const HeadlineSchema = v.object({
  ...TitleSchema.entries,
  language: v.string(),
  /** A word such as download, free, buy, key, price or trial. */
  hasOfferWord: v.boolean(),
});

const readTitles = <Schema extends v.GenericSchema>(name: string, schema: Schema) =>
  linesOf(fileURLToPath(new URL(`./${name}.jsonl`, import.meta.url))).map((line) =>
    v.parse(schema, JSON.parse(line)),
  );

/** Headlines about the vendor, which offer nothing. */
export const headlines = (): v.InferOutput<typeof HeadlineSchema>[] =>
  readTitles('headlines', HeadlineSchema);

/** Titles of shops' pages that sell the software. */
export const shopTitles = (): v.InferOutput<typeof TitleSchema>[] =>
  readTitles('shop-titles', TitleSchema);

const CoverageSchema = v.object({
  url: v.pipe(v.string(), v.url()),
  title: v.optional(v.string(), ''),
  category: v.picklist(['news', 'encyclopedia', 'forum', 'review', 'official', 'blog']),
  about: v.picklist(['ban', 'software']),
  source: v.pipe(v.string(), v.nonEmpty()),
});

/** Pages that speak of the ban or the software: news, law firms, authorities, encyclopedias, forums, reviews. None offers anything. */
export const coverage = (): v.InferOutput<typeof CoverageSchema>[] =>
  linesOf(fileURLToPath(new URL('./coverage.jsonl', import.meta.url))).map((line) =>
    v.parse(CoverageSchema, JSON.parse(line)),
  );

/** The packaged advisory's rules. */
export function packagedDetection(): Detection {
  const text = readFileSync(new URL('../../src/data/advisory.json', import.meta.url), 'utf8');
  return v.parse(v.object({ detection: DetectionSchema }), JSON.parse(text)).detection;
}

export const packagedIndex = (): RuleIndex => compileRules(packagedDetection()).index;

const alarms: readonly Label[] = ['product-download', 'store-listing', 'vendor-site', 'lookalike'];

/** Whether a person or a download would be stopped by this label. */
export const isAlarm = (label: Label, type: DetectionCase['type']): boolean =>
  alarms.includes(label) || (label === 'component' && type === 'download');

export interface Score {
  readonly accuracy: number;
  /** Cases that only silence suits, and that were alarmed. */
  readonly falseAlarms: readonly string[];
  /** Share of the cases that only an alarm suits, and that stayed silent. */
  readonly missRate: number;
  readonly wrong: readonly string[];
}

export function score(index: RuleIndex, cases: readonly DetectionCase[]): Score {
  const falseAlarms: string[] = [];
  const wrong: string[] = [];
  let mustAlarm = 0;
  let missed = 0;
  for (const { label, alt, ...input } of cases) {
    const classified: Classified = input;
    const verdict = classify(index, classified);
    const accepted = [label, ...alt];
    const said = `${input.url || input.filename} ${input.title}: ${verdict.label} by ${verdict.rule}, not ${accepted.join(' or ')}`;
    if (!accepted.includes(verdict.label)) wrong.push(said);
    if (accepted.every((one) => !isAlarm(one, input.type)) && isAlarm(verdict.label, input.type))
      falseAlarms.push(said);
    if (accepted.every((one) => alarms.includes(one))) {
      mustAlarm += 1;
      if (!isAlarm(verdict.label, input.type)) missed += 1;
    }
  }
  return {
    accuracy: 1 - wrong.length / cases.length,
    falseAlarms,
    missRate: mustAlarm > 0 ? missed / mustAlarm : 0,
    wrong,
  };
}
