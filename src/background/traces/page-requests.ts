// Requests for the software's own files: a trace each (D2), and the reason to look at the page that
// made it (D1). Pages without any run no script of ours.
import { patternsOf } from '../../core/traces/request-patterns.ts';
import { judgeRequest } from '../../core/traces/detectors/scanner-requests.ts';
import { tracesFor } from '../../core/traces/schema.ts';
import { runTraceScript } from '../../platform/worker/access/trace-scripts.ts';
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

/** A page that asks for such files by the thousand must not tell by its own slowness that we look. */
const mostLooks = 3;
const mostPages = 100;

/** How often each page was looked at, and pages whose script has yet to run: it sees newer tags too. */
const looks = new Map<string, number>();
const waiting = new Set<string>();

async function lookAtPage({ tabId, documentId, initiator }: PageRequest): Promise<void> {
  const page = documentId ?? `${String(tabId)} ${initiator}`;
  const before = looks.get(page) ?? 0;
  if (waiting.has(page) || before >= mostLooks) return;
  looks.set(page, before + 1);
  const [oldest] = looks.keys();
  if (looks.size > mostPages && oldest !== undefined) looks.delete(oldest);
  waiting.add(page);
  // A tab that was closed or went on, or that shows what we may not touch.
  await runTraceScript(tabId, 'injected-tags', documentId).catch(() => undefined);
  waiting.delete(page);
}

export async function noteRequest(request: PageRequest): Promise<void> {
  const { active } = await traceAccess();
  if (!active.includes('pages')) return;
  const isPrivate = request.isPrivate ?? (await findTab(request.tabId))?.isPrivate ?? true;
  if (isPrivate) return;
  const family = browserFamily();
  const traces = await knownTraces();
  await record(
    tracesFor(traces, 'scanner-requests', family).flatMap((trace) =>
      judgeRequest(trace, request, family),
    ),
  );
  if (request.isOfTab && tracesFor(traces, 'page-injection', family).length > 0)
    await lookAtPage(request);
}
