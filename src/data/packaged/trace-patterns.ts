// What a worker may be woken for: it must listen before it can read anything.
import { patternsOf } from '../../core/traces/request-patterns.ts';
import { readTraces } from '../../core/traces/schema.ts';
import { parts } from './document.ts';

const { traces } = readTraces(parts.rest.traces);

export const tracePatterns = {
  chromium: patternsOf(traces, 'chromium'),
  firefox: patternsOf(traces, 'firefox'),
};
