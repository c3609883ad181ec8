// The administrator's policy. The cached copy applies at once; the browser's own answer replaces it
// later.
import { isSame } from '../../core/base/equal.ts';
import { withoutHeaderValues } from '../../core/policy/header-values.ts';
import { readPolicy } from '../../core/policy/read.ts';
import type { PolicyValues } from '../../core/policy/keys.ts';
import type { Fault } from '../../core/base/result.ts';
import { now } from '../../platform/clock.ts';
import { readManaged } from '../../platform/worker/storage/managed-storage.ts';
import { state, type HeaderValues } from '../base/storage-items.ts';
import { read, write } from '../base/store.ts';

export interface Policy {
  readonly values: PolicyValues;
  readonly faults: readonly Fault[];
  /** As the browser delivered it; null if there is none. */
  readonly raw: unknown;
  /** RFC 3339 time of delivery by the browser. */
  readonly deliveredAt: string | null;
}

/** The policy as cached. Never waits for the browser. Header values have their own function. */
export async function policy(): Promise<Policy> {
  const cached = await read(state.policy);
  const { values, faults } = readPolicy(cached?.raw);
  return { values, faults, raw: cached?.raw ?? null, deliveredAt: cached?.deliveredAt ?? null };
}

/** Headers with their values. Null if the browser has not delivered the values in this session. */
export async function reportHeaders(): Promise<HeaderValues | null> {
  const names = Object.keys((await policy()).values.reportHeaders ?? {});
  return names.length === 0 ? {} : read(state.headerValues);
}

/** Caches the browser's current policy; true if it changed. A removed policy is deleted. */
export async function reconcilePolicy(): Promise<boolean> {
  const answer = await readManaged();
  const cached = await read(state.policy);
  if (answer.kind === 'none') {
    if (cached === null) return false;
    await write(state.policy, null);
    await write(state.headerValues, null);
    return true;
  }
  const raw = withoutHeaderValues(answer.values);
  const headers = readPolicy(answer.values).values.reportHeaders ?? {};
  const before = await read(state.headerValues);
  if (!isSame(before, headers)) await write(state.headerValues, headers);
  // After a start, the values are only new to us.
  const areSame = before === null || isSame(before, headers);
  if (cached !== null && areSame && isSame(cached.raw, raw)) return false;
  await write(state.policy, { raw, deliveredAt: new Date(now()).toISOString() });
  return true;
}
