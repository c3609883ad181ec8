// "Watch every site": registered while the browser grants it and no policy forbids it; removed from
// open pages when that ends.
import { everySitePolicy } from '../../core/policy/effective.ts';
import { isMatched } from '../../core/base/web-address.ts';
import type { RequestOf } from '../../messages.ts';
import {
  isEverySiteAllowed,
  isEverySiteRegistered,
  namedSites,
  registerEverySite,
  runInTab,
  unregisterEverySite,
} from '../../platform/worker/access/site-scripts.ts';
import { allTabs, sendToTab } from '../../platform/worker/tabs.ts';
import { createMutex } from '../base/mutex.ts';
import { policy } from '../policy/managed.ts';
import type { KnownSender } from '../base/sender.ts';

const inTurn = createMutex();

async function reconcile(): Promise<void> {
  const [isGranted, isRegistered, { values }] = await Promise.all([
    isEverySiteAllowed(),
    isEverySiteRegistered(),
    policy(),
  ]);
  const isAllowed = isGranted && everySitePolicy(values) !== 'off';
  if (isAllowed === isRegistered) return;
  const tabs = await allTabs();
  if (isAllowed) {
    await registerEverySite();
    // Includes pages already open. The browser's own pages refuse; nothing else can fail here.
    await Promise.allSettled(tabs.map(({ id }) => runInTab(id)));
  } else {
    await unregisterEverySite();
    await Promise.allSettled(tabs.map(({ id }) => sendToTab(id, 'every-site-ended')));
  }
}

/** Updates the registration; call at each start and after each change. */
export function reconcileEverySite(): Promise<void> {
  return inTurn(reconcile);
}

/**
 * Whether the manifest names the script's site; if not, it was there only by access that has ended.
 */
export async function isSiteNamed(
  _: RequestOf<'is-site-named'>,
  { address }: KnownSender,
): Promise<boolean> {
  return namedSites().some((pattern) => isMatched(pattern, address.href));
}
