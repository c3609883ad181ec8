// "Watch every site": registered while the browser grants it and no policy forbids it, and gone from open pages once that ends.
import { everySiteOrder } from '../../core/policy/effective.ts';
import { isMatched } from '../../core/base/match-pattern.ts';
import type { RequestOf } from '../../messages.ts';
import { isEverySiteAllowed, isEverySiteRegistered, namedSites, registerEverySite, runInTab, unregisterEverySite } from '../../platform/worker/site-scripts.ts';
import { allTabs, tellTab } from '../../platform/worker/tabs.ts';
import { createTurns } from '../base/mutex.ts';
import { policy } from '../policy/managed.ts';
import type { KnownSender } from '../base/sender.ts';

const inTurn = createTurns();

async function reconcile(): Promise<void> {
  const [isGranted, isRegistered, { values }] = await Promise.all([isEverySiteAllowed(), isEverySiteRegistered(), policy()]);
  const isAllowed = isGranted && everySiteOrder(values) !== 'off';
  if (isAllowed === isRegistered) return;
  const tabs = await allTabs();
  if (isAllowed) {
    await registerEverySite();
    // Pages that are open already; the browser's own refuse, which is all this can fail with.
    await Promise.allSettled(tabs.map(({ id }) => runInTab(id)));
  } else {
    await unregisterEverySite();
    await Promise.allSettled(tabs.map(({ id }) => tellTab(id, 'every-site-ended')));
  }
}

/** Makes what is registered follow what is allowed; called at each start and after each change. */
export function reconcileEverySite(): Promise<void> {
  return inTurn(reconcile);
}

/** Whether a script is on a site that the manifest names, or was there by the leave that ended. */
export async function stayAsked(_: RequestOf<'may-stay'>, { url }: KnownSender): Promise<boolean> {
  return namedSites().some((pattern) => isMatched(pattern, url));
}
