// The browser's own word on the policy replaces the cached copy.
import { isSame } from '../../core/base/equal.ts';
import { isRecord } from '../../core/base/records.ts';
import { withoutHeaderValues } from '../../core/policy/header-values.ts';
import { readPolicy } from '../../core/policy/read.ts';
import { now } from '../../platform/clock.ts';
import { readManaged } from '../../platform/worker/storage/managed-storage.ts';
import { createMutex } from '../base/mutex.ts';
import { state, type HeaderValues } from '../base/storage-items.ts';
import { read, write } from '../base/store.ts';

/** An installation and a delivery may run at the same time; the second must see the first's result. */
const inTurn = createMutex();

/** Caches the browser's current policy; true if it changed. A removed policy is deleted. */
export function reconcilePolicy(): Promise<boolean> {
  return inTurn(reconcile);
}

/** Those that were checked before are not checked again. */
async function headersIn(values: unknown, before: HeaderValues | null): Promise<HeaderValues> {
  const delivered = isRecord(values) ? (values['reportHeaders'] ?? {}) : {};
  if (before !== null && isSame(before, delivered)) return before;
  return readPolicy({ reportHeaders: delivered }).values.reportHeaders ?? {};
}

async function reconcile(): Promise<boolean> {
  const answer = await readManaged();
  const cached = await read(state.policy);
  if (answer.kind === 'none') {
    if (cached === null) return false;
    await write(state.policy, null);
    await write(state.headerValues, null);
    return true;
  }
  const raw = withoutHeaderValues(answer.values);
  const before = await read(state.headerValues);
  const headers = await headersIn(answer.values, before);
  if (!isSame(before, headers)) await write(state.headerValues, headers);
  // After a start, the values are only new to us.
  const areSame = before === null || isSame(before, headers);
  if (cached !== null && areSame && isSame(cached.raw, raw)) return false;
  await write(state.policy, { raw, deliveredAt: new Date(now()).toISOString() });
  return true;
}
