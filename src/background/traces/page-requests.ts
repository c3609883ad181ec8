// D2: pages that get the software's own files.
import { judgeRequest } from '../../core/traces/detectors/scanner-requests.ts';
import { patternsOf } from '../../core/traces/request-patterns.ts';
import { tracesFor } from '../../core/traces/schema.ts';
import { browserFamily } from '../../platform/worker/runtime.ts';
import { findTab } from '../../platform/worker/tabs.ts';
import type { PageRequest } from '../../platform/worker/web/page-requests.ts';
import { traceAccess } from './consent.ts';
import { hearRequests } from './listeners.ts';
import { knownTraces, record } from './record.ts';

/** Those that an update of the advisory added, too. */
export async function hearUpdatedRequests(listener: (request: PageRequest) => void): Promise<void> {
  hearRequests(patternsOf(await knownTraces(), browserFamily()), listener);
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
