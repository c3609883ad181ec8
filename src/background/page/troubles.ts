// Finds out what doesn't work here: because of storage, the browser, a person, or an administrator.
import { isSame } from '../../core/base/equal.ts';
import { hostOf, isMatched } from '../../core/base/web-address.ts';
import type { Trouble } from '../../core/view/trouble.ts';
import { areDownloadsTold } from '../../platform/worker/downloads/downloads.ts';
import { areNotificationsAllowed } from '../../platform/worker/notifications.ts';
import { missingHosts } from '../../platform/worker/access/host-access.ts';
import { namedSites, whyNotInTab } from '../../platform/worker/access/site-scripts.ts';
import { allTabs, type TabFacts } from '../../platform/worker/tabs.ts';
import { storageTrouble } from '../base/safe-storage.ts';
import { state } from '../base/storage-items.ts';
import { read, update, write } from '../base/store.ts';

const maxTabs = 50;
const maxHosts = 20;

/**
 * Host of a watched page where a policy blocks us; empty if the browser hides it; null for any other
 * tab. In both engines `permissions.contains` is true there: Chromium only tells in an error
 * message, Firefox by rejecting a script in a page whose address it shows us.
 */
async function withheldIn({ id, url, isPrivate }: TabFacts): Promise<string | null> {
  if (isPrivate) return null;
  if (url !== undefined && !namedSites().some((pattern) => isMatched(pattern, url))) return null;
  const why = await whyNotInTab(id);
  if (why === null) return null;
  if (/ExtensionsSettings policy/i.test(why)) return hostOf(url ?? '');
  const missing = await missingHosts();
  const isByPerson = missing.some((pattern) => url !== undefined && isMatched(pattern, url));
  return url !== undefined && !isByPerson && /missing host permission/i.test(why)
    ? hostOf(url)
    : null;
}

/** Checks open tabs. */
export async function findWithheld(tabs?: readonly TabFacts[]): Promise<void> {
  const looked = (tabs ?? (await allTabs())).slice(0, maxTabs);
  const found = (await Promise.all(looked.map(withheldIn))).filter((host) => host !== null);
  // Whoever shows the list asks again when it changes, and Firefox takes the same list for a change.
  if (found.length > 0)
    await update(state.withheldHosts, (known) => {
      const hosts = [...new Set([...known, ...found])].slice(0, maxHosts);
      return isSame(hosts, known) ? known : hosts;
    });
  await refreshTroubles();
}

async function gather(): Promise<Trouble[]> {
  const [storage, missing, withheld, areTold, isNotified] = await Promise.all([
    storageTrouble(),
    missingHosts(),
    read(state.withheldHosts),
    areNotificationsAllowed(),
    read(state.isNotified),
  ]);
  const hosts = withheld.filter(Boolean);
  const [first] = missing;
  const site = first?.replace(/^\*:\/\/(?:\*\.)?/, '').replace(/\/.*$/, '') ?? '';
  return [
    ...(storage ? [{ id: storage, values: [] }] : []),
    ...(areDownloadsTold() ? [] : [{ id: 'downloads' as const, values: [] }]),
    ...(areTold && isNotified ? [] : [{ id: 'notifications' as const, values: [] }]),
    ...(first ? [{ id: 'sites' as const, values: [String(missing.length), site] }] : []),
    ...(withheld.length === 0
      ? []
      : hosts.length > 0
        ? [{ id: 'policySites' as const, values: [hosts.join(', ')] }]
        : [{ id: 'policySite' as const, values: [] }]),
  ];
}

/** The current list. */
export async function refreshTroubles(): Promise<readonly Trouble[]> {
  const [before, after] = [await read(state.troubles), await gather()];
  if (isSame(before, after)) return before;
  return write(state.troubles, after);
}
