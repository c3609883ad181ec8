import * as v from 'valibot';
import { isRecord } from '../../base/records.ts';
import { failure, success, type Fault, type Result } from '../../base/result.ts';
import { filledIn, missingList } from './named-lists.ts';
import { RuleSchema, type Detection, type Rule } from './rule-schema.ts';

/** Parses one rule of the advisory and replaces each `@name` with that list's entries. */
export function parseRule(
  raw: unknown,
  place: number,
  lists: Detection['lists'],
): Result<Rule, Fault> {
  const path = `detection.rules.${String(place)}`;
  if (!isRecord(raw)) return failure({ path, message: 'is not an object' });
  const filled: Record<string, unknown> = {};
  for (const [field, entries] of Object.entries(raw)) {
    if (!Array.isArray(entries)) {
      filled[field] = entries;
      continue;
    }
    const message = missingList(entries, lists);
    if (message !== undefined) return failure({ path, message });
    filled[field] = filledIn(entries, lists);
  }
  const parsed = v.safeParse(RuleSchema, filled);
  if (parsed.success) return success(parsed.output);
  const [issue] = parsed.issues;
  return failure({
    path: [path, v.getDotPath(issue)].filter(Boolean).join('.'),
    message: issue.message,
  });
}
