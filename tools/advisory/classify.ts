// `classify`: reads JSON Lines and prints one verdict per line, in order.
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { parseJson } from '../../src/core/advisory/strict-json.ts';
import { maxAdvisoryBytes } from '../../src/core/advisory/parse.ts';
import { explain, type Classified, type Explained } from '../../src/core/detection/classify.ts';
import { compileRules, type RuleIndex } from '../../src/core/detection/engine/rule-index.ts';
import { DetectionSchema, type Detection } from '../../src/core/detection/model/rule-schema.ts';
import { failure, success, type Fault, type Result } from '../../src/core/base/result.ts';
import { readBytes, saidFault } from './command.ts';

/** Reads only the detection part, so that editors can try rules before the rest is right. */
const DetectingSchema = v.object({ format: v.literal(1, 'must be 1'), detection: DetectionSchema });

const optionalText = v.optional(v.string());
const LineSchema = v.variant(
  'type',
  [
    v.object({
      id: v.optional(v.unknown()),
      type: v.literal('url'),
      url: v.string(),
      title: optionalText,
    }),
    v.object({ id: v.optional(v.unknown()), type: v.literal('domain'), url: v.string() }),
    v.object({
      id: v.optional(v.unknown()),
      type: v.literal('download'),
      url: v.string(),
      filename: optionalText,
      referrer: optionalText,
    }),
    v.object({ id: v.optional(v.unknown()), type: v.literal('filename'), filename: v.string() }),
  ],
  'type: must be "url", "download", "filename" or "domain"',
);

/** Verdict or error for one line; `number` counts from 1. */
export function answerLine(
  line: string,
  number: number,
  index: RuleIndex,
  isExplained = false,
): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    return {
      error: `line ${String(number)} is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`,
    };
  }
  const id = typeof value === 'object' && value !== null && 'id' in value ? { id: value.id } : {};
  const parsed = v.safeParse(LineSchema, value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = v.getDotPath(issue);
    return {
      ...id,
      error: `line ${String(number)}: ${path === null || path === 'type' ? '' : `${path}: `}${issue.message}`,
    };
  }
  const input: Classified = parsed.output;
  const { verdict, weighed } = explain(index, input);
  const { label, rule, reason } = verdict;
  const work = isExplained ? { weighed: weighed && workOf(weighed) } : {};
  return { ...id, label, rule, reason: reason.en, ...work };
}

/** The signs with their weights, the sum, what an offer takes, and what would tip it. */
function workOf({ offer, sum, signs, tips }: NonNullable<Explained['weighed']>) {
  const said = ({ id, weight, says }: (typeof signs)[number]) => ({ id, weight, says: says.en });
  return {
    for: offer.label,
    sum,
    needed: offer.atLeast,
    signs: signs.map(said),
    [sum >= offer.atLeast ? 'silencedBy' : 'offeredBy']: tips.map(said),
  };
}

/** The detection part of an advisory's bytes. */
export function parseDetection(bytes: Uint8Array): Result<Detection, Fault[]> {
  if (bytes.byteLength > maxAdvisoryBytes)
    return failure([{ path: '', message: `is larger than ${String(maxAdvisoryBytes)} bytes` }]);
  const json = parseJson(bytes);
  if (!json.ok) return json;
  const parsed = v.safeParse(DetectingSchema, json.value);
  if (parsed.success) return success(parsed.output.detection);
  return failure(
    parsed.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', message: issue.message })),
  );
}

export async function classify(args: string[]): Promise<number> {
  const isExplained = args.includes('--explain');
  const [option, named, ...others] = args.filter((argument) => argument !== '--explain');
  const isWrong = option !== undefined && (option !== '--advisory' || named === undefined);
  if (isWrong || others.length > 0) {
    console.error(
      'Usage: npm run -s advisory -- classify [--explain] [--advisory FILE] < lines.jsonl\n' +
        'A line: {"type":"url","url":"https://www.example.org/","title":"Its title"}',
    );
    return option === '--help' ? 0 : 2;
  }
  const file = named ?? 'src/data/advisory.json';
  const detection = parseDetection(await readBytes(file));
  if (!detection.ok) {
    for (const fault of detection.error) console.error(saidFault(file, fault));
    return 1;
  }
  const { index, skipped } = compileRules(detection.value);
  for (const { path, message } of skipped)
    console.error(`${file}: ${path}: ${message}; this rule is left out`);
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    const answer = `${JSON.stringify(answerLine(line, number, index, isExplained))}\n`;
    if (!process.stdout.write(answer))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  return 0;
}
