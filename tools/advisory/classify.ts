// `classify`: JSON Lines in, verdicts as JSON Lines out, one for one, in order.
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { parseAdvisory } from '../../src/core/advisory/parse.ts';
import { classify as verdictOf, type Classified } from '../../src/core/detection/classify.ts';
import { compileRules, type RuleIndex } from '../../src/core/detection/rules.ts';

const optionalText = v.optional(v.string());
const LineSchema = v.variant(
  'type',
  [
    v.object({ id: v.optional(v.unknown()), type: v.literal('url'), url: v.string(), title: optionalText }),
    v.object({ id: v.optional(v.unknown()), type: v.literal('domain'), url: v.string() }),
    v.object({ id: v.optional(v.unknown()), type: v.literal('download'), url: v.string(), filename: optionalText, referrer: optionalText }),
    v.object({ id: v.optional(v.unknown()), type: v.literal('filename'), filename: v.string() }),
  ],
  'type: must be "url", "download", "filename" or "domain"',
);

/** The answer to one line: a verdict, or what is wrong with the line. `number` counts from 1. */
export function answerLine(line: string, number: number, index: RuleIndex): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    return { error: `line ${String(number)} is not JSON: ${cause instanceof Error ? cause.message : String(cause)}` };
  }
  const id = typeof value === 'object' && value !== null && 'id' in value ? { id: value.id } : {};
  const parsed = v.safeParse(LineSchema, value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = v.getDotPath(issue);
    return { ...id, error: `line ${String(number)}: ${path === null || path === 'type' ? '' : `${path}: `}${issue.message}` };
  }
  const input: Classified = parsed.output;
  const { label, rule, reason } = verdictOf(index, input);
  return { ...id, label, rule, reason: reason.en };
}

export async function classify(args: string[]): Promise<number> {
  const [option, named] = args;
  if (args.length > 0 && (option !== '--advisory' || named === undefined || args.length > 2)) {
    console.error('Usage: npm run -s advisory -- classify [--advisory FILE] < lines.jsonl');
    return option === '--help' ? 0 : 2;
  }
  const file = named ?? 'src/data/advisory.json';
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    console.error(`${file}: cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
    return 2;
  }
  const advisory = parseAdvisory(bytes);
  if (!advisory.ok) {
    for (const { path, message } of advisory.error) console.error(`${file}: ${path}: ${message}`);
    return 1;
  }
  const { index, skipped } = compileRules(advisory.value.detection);
  for (const { path, message } of skipped) console.error(`${file}: ${path}: ${message}; this rule is left out`);
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    const answer = `${JSON.stringify(answerLine(line, number, index))}\n`;
    if (!process.stdout.write(answer)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  return 0;
}
