import { tagPatterns } from './detectors/page-injection.ts';
import { requestPatterns } from './detectors/scanner-requests.ts';
import type { Family } from './detectors/trace.ts';
import { tracesFor, type Trace } from './schema.ts';

/** Addresses whose requests tell of a trace, or of a page that may have one. */
export function patternsOf(traces: readonly Trace[], family: Family): string[] {
  const patterns = [
    ...tracesFor(traces, 'scanner-requests', family).flatMap(requestPatterns),
    ...tracesFor(traces, 'page-injection', family).flatMap(tagPatterns),
  ];
  return [...new Set(patterns)];
}
