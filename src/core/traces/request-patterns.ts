import { requestPatterns } from './detectors/scanner-requests.ts';
import type { Family } from './detectors/trace.ts';
import { tracesFor, type Trace } from './schema.ts';

/** Addresses whose requests tell of a trace. */
export function patternsOf(traces: readonly Trace[], family: Family): string[] {
  return tracesFor(traces, 'scanner-requests', family).flatMap(requestPatterns);
}
