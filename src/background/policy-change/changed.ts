// What happens when the browser delivers, changes or removes the policy.
import { invalidateAdvisory } from '../advisory/current.ts';
import { createMutex } from '../base/mutex.ts';
import { notifyContentScripts } from '../base/content-scripts.ts';
import { scheduleChecks } from '../feed/check.ts';
import { reconcileEverySite } from '../page/every-site.ts';
import { reconcilePolicy } from '../policy/delivered.ts';
import { reconcileTraces } from '../traces/watch.ts';
import { updateReporting } from './heartbeat.ts';
import { noteInstallation, showWelcomeIfDue } from './welcome.ts';

const inTurn = createMutex();

/** Everything that depends on the policy follows it. */
export function followChangedPolicy(): Promise<void> {
  return inTurn(async () => {
    invalidateAdvisory();
    const steps = [
      showWelcomeIfDue,
      scheduleChecks,
      reconcileEverySite,
      reconcileTraces,
      notifyContentScripts,
      updateReporting,
    ];
    // If the browser refuses one step, the rest must still follow the policy.
    for (const follow of steps)
      await follow().catch((cause: unknown) =>
        console.error('Not all could follow the policy.', cause),
      );
  });
}

/** The browser delivered, changed or removed the policy. */
export async function handlePolicyChange(): Promise<void> {
  if (await reconcilePolicy()) await followChangedPolicy();
}

/** The policy may arrive before, during or after the installation. */
export async function handleInstall(): Promise<void> {
  await noteInstallation();
  await handlePolicyChange();
  await showWelcomeIfDue();
}
