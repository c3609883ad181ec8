import { isRecord } from '../base/records.ts';
import type { PolicyValues } from './keys.ts';

function sorted(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, element]) => [key, sorted(element)]),
  );
}

/**
 * Serializes the valid values in a fixed order, for hashing. Omits header values: they may be
 * secrets.
 */
export function policyFingerprint({ reportHeaders, ...values }: PolicyValues): string {
  return JSON.stringify(
    sorted({
      ...values,
      ...(reportHeaders ? { reportHeaders: Object.keys(reportHeaders).sort() } : {}),
    }),
  );
}
