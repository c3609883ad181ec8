// What a policy lets people do on their own.
import type { EffectiveSettings } from './effective.ts';
import type { PolicyValues } from './keys.ts';
import { mayDismissUnlessSet } from './unset.ts';

/**
 * Whether people may keep a held download or continue to a stopped page. Block mode means no,
 * unless the policy says otherwise.
 */
export function mayProceed(policy: PolicyValues, mode: EffectiveSettings['mode']): boolean {
  return policy.mayProceed ?? mode !== 'block';
}

/** Whether people may snooze a site. */
export function mayDismiss(policy: PolicyValues): boolean {
  return policy.mayDismiss ?? mayDismissUnlessSet;
}
