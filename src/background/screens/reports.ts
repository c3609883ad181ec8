// Reports on the options page: where they go, and how delivery is doing.
import type { ReportsView } from '../../core/view/options.ts';
import { reportCounts } from '../../platform/worker/storage/report-queue.ts';
import { policy } from '../policy/managed.ts';
import { deliveryStatus } from '../report/delivery.ts';
import { policyHash } from '../policy-change/heartbeat.ts';
import { reportTarget } from '../report/target.ts';

export async function reportsView(): Promise<ReportsView | null> {
  const target = await reportTarget();
  if (!target) return null;
  const [{ values }, { queued, delivered, dropped }, status] = await Promise.all([
    policy(),
    reportCounts(),
    deliveryStatus(),
  ]);
  return {
    organization: values.organizationName ?? '',
    host: new URL(target.address).host,
    queued,
    delivered,
    dropped,
    deliveredAt: status.deliveredAt,
    failure: status.failure,
    nextAttemptAt:
      queued > 0 && status.nextAttemptAt > 0 ? new Date(status.nextAttemptAt).toISOString() : null,
    policyHash: await policyHash(),
  };
}
