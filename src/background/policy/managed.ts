// The administrator's policy. The cached copy applies at once; the browser's own answer replaces it
// later.
import type { PolicyValues } from '../../core/policy/keys.ts';
import type { Fault } from '../../core/base/result.ts';
import { state, type CachedPolicy, type HeaderValues } from '../base/storage-items.ts';
import { read } from '../base/store.ts';

export interface Policy {
  readonly values: PolicyValues;
  readonly faults: readonly Fault[];
  /** As the browser delivered it; null if there is none. */
  readonly raw: unknown;
  /** RFC 3339 time of delivery by the browser. */
  readonly deliveredAt: string | null;
}

const noPolicy: Policy = { values: {}, faults: [], raw: null, deliveredAt: null };

// Of the stored policy that it was read from: the same one is checked once.
let checked: { readonly of: CachedPolicy; readonly policy: Promise<Policy> } | undefined;

async function check({ raw, deliveredAt }: CachedPolicy): Promise<Policy> {
  const { readPolicy } = await import('../../core/policy/read.ts');
  return { ...readPolicy(raw), raw: raw ?? null, deliveredAt };
}

/** The policy as cached. Never waits for the browser. Header values have their own function. */
export async function policy(): Promise<Policy> {
  const cached = await read(state.policy);
  if (cached === null) return noPolicy;
  if (checked?.of !== cached) checked = { of: cached, policy: check(cached) };
  return checked.policy;
}

/** Headers with their values. Null if the browser has not delivered the values in this session. */
export async function reportHeaders(): Promise<HeaderValues | null> {
  const names = Object.keys((await policy()).values.reportHeaders ?? {});
  return names.length === 0 ? {} : read(state.headerValues);
}
