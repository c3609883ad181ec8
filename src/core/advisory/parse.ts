// Turns untrusted bytes or values into an Advisory, or lists every fault with its path.
import * as v from 'valibot';
import { isRecord } from '../base/records.ts';
import { failure, type Fault, type Result } from '../base/result.ts';
import { parseJson } from './strict-json.ts';
import { AdvisorySchema, type Advisory } from './schema.ts';
import { parseTolerantly } from './unknown-values.ts';

/** Larger documents are refused before parsing. */
export const maxAdvisoryBytes = 1024 * 1024;

/** Enough to fix a document; a completely wrong one would list thousands. */
const maxFaults = 100;

const FormatSchema = v.object({ format: v.literal(1) });

/** `dropped` lists the entries that use values this version doesn't know. */
export type ParsedAdvisory =
  | { readonly ok: true; readonly value: Advisory; readonly dropped: readonly Fault[] }
  | { readonly ok: false; readonly error: Fault[] };

const refused = (...error: Fault[]): ParsedAdvisory => ({ ok: false, error });

/**
 * Parses a JSON value, as clients do. Ignores unknown fields, drops entries with unknown values,
 * and refuses other formats.
 */
export function parseAdvisoryValue(value: unknown): ParsedAdvisory {
  if (!v.is(FormatSchema, value)) {
    if (!isRecord(value)) return refused({ path: '', message: 'is not a JSON object' });
    return refused({
      path: 'format',
      message: 'must be 1: another format is not known to this version of the extension',
    });
  }
  const result = parseTolerantly(value, (document) => v.safeParse(AdvisorySchema, document));
  if (result.ok) return result;
  return refused(
    ...result.issues
      .slice(0, maxFaults)
      .map((issue) => ({ path: v.getDotPath(issue) ?? '', message: issue.message })),
  );
}

/**
 * Parses a document's bytes, as publishers do: size, UTF-8, strict JSON, format, schema, in this
 * order. Unknown values, which clients drop, are faults here.
 */
export function parseAdvisory(bytes: Uint8Array): Result<Advisory, Fault[]> {
  if (bytes.byteLength > maxAdvisoryBytes) {
    return failure([
      {
        path: '',
        message: `is ${String(bytes.byteLength)} bytes; at most ${String(maxAdvisoryBytes)} are allowed`,
      },
    ]);
  }
  const json = parseJson(bytes);
  if (!json.ok) return json;
  const parsed = parseAdvisoryValue(json.value);
  return parsed.ok && parsed.dropped.length > 0 ? failure([...parsed.dropped]) : parsed;
}
