// An administrator's policy: the cached copy counts at once, the browser's own word replaces it whenever it comes.
import { readPolicy } from '../../core/policy/read.ts';
import type { PolicyValues } from '../../core/policy/keys.ts';
import type { Fault } from '../../core/base/result.ts';
import { now } from '../../platform/clock.ts';
import { readManaged } from '../../platform/worker/managed-storage.ts';
import { state } from '../base/storage-items.ts';
import { read, write } from '../base/store.ts';

export interface Policy {
  readonly values: PolicyValues;
  readonly faults: readonly Fault[];
  /** As the browser delivered it; null where there is none. */
  readonly raw: unknown;
  /** RFC 3339; when the browser delivered it. */
  readonly deliveredAt: string | null;
}

/** The policy as far as it is known now. Never waits for the browser. */
export async function policy(): Promise<Policy> {
  const cached = await read(state.policy);
  const { values, faults } = readPolicy(cached?.raw);
  return { values, faults, raw: cached?.raw ?? null, deliveredAt: cached?.deliveredAt ?? null };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Takes over what the browser says; true where that differs from what counted until now. A policy that is gone is forgotten. */
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
