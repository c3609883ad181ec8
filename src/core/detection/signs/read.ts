// The advisory's table of signs, with its lists filled in. One part that this version can't use
// puts the whole table out of use: it may be one that speaks against an offer, and without it the
// others would raise false alarms.
import { isRecord } from '../../base/records.ts';
import * as v from 'valibot';
import { failure, success, type Fault, type Result } from '../../base/result.ts';
import { filledIn, missingList, type NamedLists } from '../model/named-lists.ts';
import { wordsApart } from './words-apart.ts';
import { SignTableSchema, type SignTable } from './schema.ts';

const place = 'detection.signs';

type Fields = Readonly<Record<string, unknown>>;
/** The fields with each list of words written out; adds a fault where a list is missing. */
function filled(fields: Fields, path: string, lists: NamedLists, faults: Fault[]): Fields {
  const entries = Object.entries(fields).map(([name, value]): [string, unknown] => {
    if (!Array.isArray(value)) return [name, value];
    const message = missingList(value, lists);
    if (message !== undefined) faults.push({ path: `${path}.${name}`, message });
    return [name, wordsApart(filledIn(value, lists))];
  });
  return Object.fromEntries(entries);
}

export function readSigns(raw: unknown, lists: NamedLists): Result<SignTable, Fault> {
  if (!isRecord(raw)) return failure({ path: place, message: 'is not an object' });
  const faults: Fault[] = [];
  const { words, lines } = raw;
  const table = {
    ...raw,
    ...(isRecord(words) && { words: filled(words, `${place}.words`, lists, faults) }),
    ...(Array.isArray(lines) && {
      lines: lines.map((line: unknown, index) =>
        isRecord(line) ? filled(line, `${place}.lines.${String(index)}`, lists, faults) : line,
      ),
    }),
  };
  const [fault] = faults;
  if (fault) return failure(fault);
  const parsed = v.safeParse(SignTableSchema, table);
  if (parsed.success) return success(parsed.output);
  const [issue] = parsed.issues;
  return failure({
    path: [place, v.getDotPath(issue)].filter(Boolean).join('.'),
    message: issue.message,
  });
}
