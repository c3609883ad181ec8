// Takes the values of report headers out of a policy as delivered. They may be secrets, which have no
// business on disk; all else stays as it is, so that the same faults are found in it.
import { isRecord } from '../base/records.ts';
import { checkHeaderValue } from '../settings/validators.ts';
import { unwrapJson } from './unwrap-json.ts';

/** A value that is refused like the one it replaces. */
const refused = '\n';

function emptied(value: unknown): unknown {
  if (typeof value !== 'string') return null;
  return checkHeaderValue(value).ok ? '' : refused;
}

export function withoutHeaderValues(raw: unknown): unknown {
  if (!isRecord(raw) || raw['reportHeaders'] === undefined) return raw;
  const headers = unwrapJson(raw['reportHeaders'], '{');
  const reportHeaders =
    isRecord(headers) && !Array.isArray(headers)
      ? Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, emptied(value)]))
      : null;
  return { ...raw, reportHeaders };
}
