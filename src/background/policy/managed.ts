// The administrator's policy. The cached copy applies at once; the browser's own answer replaces it
// later.
import { isSame } from '../../core/base/equal.ts';
import { readPolicy } from '../../core/policy/read.ts';
import type { PolicyValues } from '../../core/policy/keys.ts';
import type { Fault } from '../../core/base/result.ts';
import { now } from '../../platform/clock.ts';
import { readManaged } from '../../platform/worker/storage/managed-storage.ts';
import { state } from '../base/storage-items.ts';
import { read, write } from '../base/store.ts';

export interface Policy {
  readonly values: PolicyValues;
  readonly faults: readonly Fault[];
  /** As the browser delivered it; null if there is none. */
  readonly raw: unknown;
  /** RFC 3339 time of delivery by the browser. */
  readonly deliveredAt: string | null;
}

/** The policy as cached. Never waits for the browser. */
export async function policy(): Promise<Policy> {
  const cached = await read(state.policy);
  const { values, faults } = readPolicy(cached?.raw);
  return { values, faults, raw: cached?.raw ?? null, deliveredAt: cached?.deliveredAt ?? null };
}

/** Caches the browser's current policy; true if it changed. A removed policy is deleted. */
export async function reconcilePolicy(): Promise<boolean> {
  const answer = await readManaged();
  const cached = await read(state.policy);
  if (answer.kind === 'none') {
    if (cached === null) return false;
    await write(state.policy, null);
    return true;
  }
  if (cached !== null && isSame(cached.raw, answer.values)) return false;
  await write(state.policy, { raw: answer.values, deliveredAt: new Date(now()).toISOString() });
  return true;
}
