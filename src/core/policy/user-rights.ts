// What people may do on their own where a policy has a say.
import type { EffectiveSettings } from './effective.ts';
import type { PolicyName, PolicyValues } from './keys.ts';

/** Whether the way on is offered at all: to keep a held download, to go on to a stopped page. Blocking means no, unless the policy says otherwise. */
export function mayProceed(policy: PolicyValues, mode: EffectiveSettings['mode']): boolean {
  return policy.mayProceed ?? mode !== 'block';
}

/** Whether a site may be silenced for some days. */
export function mayDismiss(policy: PolicyValues): boolean {
  return policy.mayDismiss ?? true;
}

/** What holds for a key that only a policy sets, where it doesn't; undefined where there is nothing to hold. */
export function defaultWhenUnset(
  name: PolicyName,
  policy: PolicyValues,
  mode: EffectiveSettings['mode'],
): boolean | undefined {
  switch (name) {
    case 'mayProceed':
      return mayProceed(policy, mode);
    case 'mayDismiss':
    case 'checkForUpdates':
      return true;
    case 'watchEverySite':
      return false;
    default:
      return undefined;
  }
}
