// Reports a labeled page: once per page and tab within half an hour, however often it asks.
import type { Verdict } from '../../core/detection/model/verdict.ts';
import { addressAttributes, isReported, ruleAttributes } from '../../core/report/redact.ts';
import { now } from '../../platform/clock.ts';
import { report } from './report.ts';
import { reportTarget } from './target.ts';
import type { KnownSender } from '../base/sender.ts';
import { state } from '../base/storage-items.ts';
import { update } from '../base/store.ts';

const visitMs = 30 * 60_000;
const keptVisits = 200;
/** A page that keeps changing its address must not push other reports out of the queue. */
const mostOfSite = 60;

/** Records the visit; true if it wasn't reported yet. */
async function isNewVisit(tabId: number, page: string, label: string): Promise<boolean> {
  let isNew = false;
  await update(state.reportedVisits, (visits) => {
    const at = now();
    const recent = visits.filter((visit) => Math.abs(at - visit.at) < visitMs);
    isNew = !recent.some(
      (visit) => visit.tabId === tabId && visit.page === page && visit.label === label,
    );
    const site = (address: string) => new URL(address).host;
    isNew &&= recent.filter((visit) => site(visit.page) === site(page)).length < mostOfSite;
    return isNew ? [...recent, { tabId, page, label, at }].slice(-keptVisits) : visits;
  });
  return isNew;
}

export async function reportVisit(
  verdict: Verdict,
  { address: { href }, tabId, isPrivate }: KnownSender,
): Promise<void> {
  if (isPrivate || !isReported(verdict.label) || !(await reportTarget())) return;
  const address = addressAttributes(href);
  const page = `${address['url.scheme'] ?? ''}://${address['url.domain'] ?? ''}:${address['url.port'] ?? ''}${address['url.path'] ?? ''}`;
  if (!(await isNewVisit(tabId, page, verdict.label))) return;
  await report('page.labeled', { ...address, ...ruleAttributes(verdict) });
}
