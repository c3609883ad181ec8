// Bytes or values from anywhere -> an Advisory, or every fault with its path in the document.
import * as v from 'valibot';
import { failure, success, type Fault, type Result } from '../base/result.ts';
import { parseJson } from './strict-json.ts';
import { AdvisorySchema, type Advisory } from './schema.ts';

/** Larger documents are refused before they are parsed. */
export const maxAdvisoryBytes = 1024 * 1024;

/** Enough to mend a document by; a wholly wrong one would list thousands. */
const maxFaults = 100;

const FormatSchema = v.object({ format: v.literal(1) });

/** Parses a value that is JSON already. Fields that format 1 doesn't know are ignored; another format is refused first. */
export function parseAdvisoryValue(value: unknown): Result<Advisory, Fault[]> {
  if (!v.is(FormatSchema, value)) {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject) return failure([{ path: '', message: 'is not a JSON object' }]);
    return failure([
      {
        path: 'format',
        message: 'must be 1: another format is not known to this version of the extension',
      },
    ]);
  }
  const result = v.safeParse(AdvisorySchema, value);
  if (result.success) return success(result.output);
  return failure(
    result.issues
      .slice(0, maxFaults)
      .map((issue) => ({ path: v.getDotPath(issue) ?? '', message: issue.message })),
  );
}

/** Parses a document's bytes: size, UTF-8, JSON without tricks, format, schema, in this order. */
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
  return json.ok ? parseAdvisoryValue(json.value) : json;
}
