// What happens when the browser delivers, changes or removes the policy.
import { invalidateAdvisory } from '../advisory/current.ts';
import { notifyContentScripts } from '../base/content-scripts.ts';
import { scheduleChecks } from '../feed/check.ts';
import { reconcileEverySite } from '../page/every-site.ts';
import { reconcilePolicy } from '../policy/managed.ts';
import { reconcileTraces } from '../traces/watch.ts';
import { updateReporting } from './heartbeat.ts';
import { showWelcomeIfDue } from './welcome.ts';

/** The browser delivered, changed or removed the policy. */
export async function handlePolicyChange(): Promise<void> {
  if (!(await reconcilePolicy())) return;
  await showWelcomeIfDue();
  invalidateAdvisory();
  await scheduleChecks();
  // If the browser refuses this, the rest must still follow the policy.
  await reconcileEverySite().catch((cause: unknown) =>
    console.error('Scripts for every site could not be set.', cause),
  );
  await reconcileTraces().catch((cause: unknown) =>
    console.error('Looking for traces could not follow the policy.', cause),
  );
  await notifyContentScripts();
  await updateReporting();
}
