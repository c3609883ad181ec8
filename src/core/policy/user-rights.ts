// What people may do on their own where a policy has a say.
import type { EffectiveSettings } from './effective.ts';
import { policyKeys, type PolicyKey, type PolicyName, type PolicyValues } from './keys.ts';

/** Whether the way on is offered at all: to keep a held download, to go on to a stopped page. Blocking means no, unless the policy says otherwise. */
export function mayProceed(policy: PolicyValues, mode: EffectiveSettings['mode']): boolean {
  return policy.mayProceed ?? mode !== 'block';
}

/** Whether a site may be silenced for some days. */
export function mayDismiss(policy: PolicyValues): boolean {
  return policy.mayDismiss ?? policyKeys.mayDismiss.whenUnset;
}

/** What holds for a key that only a policy sets, where it doesn't; undefined where there is nothing to hold. */
export function defaultWhenUnset(
  name: PolicyName,
  policy: PolicyValues,
  mode: EffectiveSettings['mode'],
): boolean | undefined {
  if (name === 'mayProceed') return mayProceed(policy, mode);
  const key: PolicyKey = policyKeys[name];
  return key.whenUnset;
}
