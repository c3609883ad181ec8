// What follows when the browser delivers, changes or removes the policy.
import { forgetKnowledge } from '../advisory/current.ts';
import { tellPages } from '../base/content-scripts.ts';
import { scheduleChecks } from '../feed/check.ts';
import { reconcileEverySite } from '../page/every-site.ts';
import { reconcilePolicy } from '../policy/managed.ts';
import { followReporting } from './heartbeat.ts';
import { welcomeIfDue } from './welcome.ts';

/** The browser delivered a policy, changed it or took it away. */
export async function policyDelivered(): Promise<void> {
  if (!(await reconcilePolicy())) return;
  await welcomeIfDue();
  forgetKnowledge();
  await scheduleChecks();
  // What a browser refuses here must not keep the rest from following the policy.
  await reconcileEverySite().catch((cause: unknown) => console.error('Scripts for every site could not be set.', cause));
  await tellPages();
  await followReporting();
}
