import { reconcileBlocking } from '../block/rules.ts';
import { reconcileEverySite } from '../page/every-site.ts';
import { refreshTroubles } from '../page/troubles.ts';
import { followTracePermissions } from '../traces/look.ts';

/** A permission came or went. */
export async function followPermission(): Promise<void> {
  await reconcileEverySite();
  await reconcileBlocking();
  await followTracePermissions();
  await refreshTroubles();
}
