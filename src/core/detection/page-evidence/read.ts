// The advisory's table of evidence, with its lists filled in. One line that can't be read puts the whole table out of use:
// it may be one that speaks against an offer, and without it the others would raise false alarms.
import * as v from 'valibot';
import type { Fault } from '../../base/result.ts';
import {
  EvidenceLineSchema,
  EvidenceVerdictSchema,
  type EvidenceTable,
} from '../model/evidence-schema.ts';
import { filledIn, missingList, type NamedLists } from '../model/named-lists.ts';

interface Entry {
  readonly path: string;
  readonly raw: unknown;
}

const entriesOf = (name: string, list: readonly unknown[]): readonly Entry[] =>
  list.map((raw, place) => ({ raw, path: `detection.evidence.${name}.${String(place)}` }));

/** An entry with its lists filled in, or what is wrong with it. */
function read<Schema extends v.GenericSchema>(
  schema: Schema,
  { raw, path }: Entry,
  lists: NamedLists,
  faults: Fault[],
): v.InferOutput<Schema>[] {
  const fields = typeof raw === 'object' && raw !== null ? Object.entries(raw) : [];
  for (const [field, entries] of fields) {
    const message = Array.isArray(entries) ? missingList(entries, lists) : undefined;
    if (message === undefined) continue;
    faults.push({ path: `${path}.${field}`, message });
    return [];
  }
  const parsed = v.safeParse(
    schema,
    Object.fromEntries(
      fields.map(([field, entries]) => [
        field,
        Array.isArray(entries) ? filledIn(entries, lists) : entries,
      ]),
    ),
  );
  if (parsed.success) return [parsed.output];
  const [issue] = parsed.issues;
  faults.push({
    path: [path, v.getDotPath(issue)].filter(Boolean).join('.'),
    message: issue.message,
  });
  return [];
}

/** Never throws; with a fault, the table is empty. */
export function readEvidence(
  raw: { readonly verdicts: readonly unknown[]; readonly lines: readonly unknown[] },
  lists: NamedLists,
): { readonly table: EvidenceTable; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const verdicts = entriesOf('verdicts', raw.verdicts).flatMap((entry) =>
    read(EvidenceVerdictSchema, entry, lists, faults),
  );
  const lines = entriesOf('lines', raw.lines).flatMap((entry) =>
    read(EvidenceLineSchema, entry, lists, faults),
  );
  return { table: faults.length > 0 ? { verdicts: [], lines: [] } : { verdicts, lines }, faults };
}
