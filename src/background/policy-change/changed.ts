// What follows when the browser delivers, changes or removes the policy.
import { invalidateAdvisory } from '../advisory/current.ts';
import { notifyContentScripts } from '../base/content-scripts.ts';
import { scheduleChecks } from '../feed/check.ts';
import { reconcileEverySite } from '../page/every-site.ts';
import { reconcilePolicy } from '../policy/managed.ts';
import { updateReporting } from './heartbeat.ts';
import { showWelcomeIfDue } from './welcome.ts';

/** The browser delivered a policy, changed it or took it away. */
export async function handlePolicyChange(): Promise<void> {
  if (!(await reconcilePolicy())) return;
  await showWelcomeIfDue();
  invalidateAdvisory();
  await scheduleChecks();
  // What a browser refuses here must not keep the rest from following the policy.
  await reconcileEverySite().catch((cause: unknown) =>
    console.error('Scripts for every site could not be set.', cause),
  );
  await notifyContentScripts();
  await updateReporting();
}
