// D2: pages that get the software's own files.
import packagedDocument from '../../data/advisory.json';
import { judgeRequest, requestPatterns } from '../../core/traces/detectors/scanner-requests.ts';
import { readTraces, tracesFor, type Trace } from '../../core/traces/schema.ts';
import { browserFamily } from '../../platform/worker/runtime.ts';
import { findTab } from '../../platform/worker/tabs.ts';
import { onPageRequest, type PageRequest } from '../../platform/worker/web/page-requests.ts';
import { traceAccess } from './consent.ts';
import { knownTraces, record } from './record.ts';

const patternsOf = (traces: readonly Trace[]) =>
  tracesFor(traces, 'scanner-requests', browserFamily()).flatMap(requestPatterns);

/**
 * Requests that wake a sleeping worker. Listed in the package, because listeners must be registered
 * before anything is read.
 */
export function packagedPatterns(): string[] {
  return patternsOf(readTraces(packagedDocument.traces).traces);
}

let heard: ReadonlySet<string> = new Set();

export function hearRequests(
  patterns: readonly string[],
  listener: (request: PageRequest) => void,
): void {
  const fresh = patterns.filter((pattern) => !heard.has(pattern));
  heard = new Set([...heard, ...fresh]);
  onPageRequest(fresh, listener);
}

/** Those that an update of the advisory added, too. */
export async function hearUpdatedRequests(listener: (request: PageRequest) => void): Promise<void> {
  hearRequests(patternsOf(await knownTraces()), listener);
}

export async function noteRequest(request: PageRequest): Promise<void> {
  const { active } = await traceAccess();
  if (!active.includes('pages')) return;
  const isPrivate = request.isPrivate ?? (await findTab(request.tabId))?.isPrivate ?? true;
  const family = browserFamily();
  const traces = tracesFor(await knownTraces(), 'scanner-requests', family);
  await record(
    traces.flatMap((trace) => judgeRequest(trace, request, family)),
    isPrivate,
  );
}
