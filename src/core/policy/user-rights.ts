// What a policy lets people do on their own.
import type { EffectiveSettings } from './effective.ts';
import { policyKeys, type PolicyKey, type PolicyName, type PolicyValues } from './keys.ts';

/**
 * Whether people may keep a held download or continue to a stopped page. Block mode means no,
 * unless the policy says otherwise.
 */
export function mayProceed(policy: PolicyValues, mode: EffectiveSettings['mode']): boolean {
  return policy.mayProceed ?? mode !== 'block';
}

/** Whether people may snooze a site. */
export function mayDismiss(policy: PolicyValues): boolean {
  return policy.mayDismiss ?? policyKeys.mayDismiss.whenUnset;
}

/** Value of a policy-only key that no policy sets; undefined if it has none. */
export function defaultWhenUnset(
  name: PolicyName,
  policy: PolicyValues,
  mode: EffectiveSettings['mode'],
): boolean | undefined {
  if (name === 'mayProceed') return mayProceed(policy, mode);
  const key: PolicyKey = policyKeys[name];
  return key.whenUnset;
}
