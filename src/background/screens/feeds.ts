// Feed actions on the options page.
import type { OptionsView } from '../../core/view/options.ts';
import { fromBase64url } from '../../core/update/base64url.ts';
import { isFeedAddress } from '../../core/update/feed-address.ts';
import type { RequestOf } from '../../messages.ts';
import { invalidateAdvisory } from '../advisory/current.ts';
import { checkFeedsNow, scheduleChecks } from '../feed/check.ts';
import { organizationFeed } from '../advisory/sources.ts';
import { notifyContentScripts } from '../base/content-scripts.ts';
import { getOptionsView } from './options.ts';
import { state } from '../base/storage-items.ts';
import { feedItems } from '../advisory/feed-items.ts';
import { write } from '../base/store.ts';

export async function checkFeeds(): Promise<OptionsView> {
  await checkFeedsNow();
  return getOptionsView();
}

/** A feed's document is deleted with its address. */
export async function setOwnFeed({ feed }: RequestOf<'set-own-feed'>): Promise<OptionsView> {
  if ((await organizationFeed())?.origin === 'policy')
    throw new Error('The feed is set by policy.');
  if (feed && (!isFeedAddress(feed.address) || fromBase64url(feed.key)?.length !== 32))
    throw new Error('This is not a feed’s address and key.');
  await write(state.ownFeed, feed);
  await write(state.overlay, null);
  await write(feedItems.overlayFeed, null);
  invalidateAdvisory();
  await notifyContentScripts();
  // A removed feed must not leave an alarm behind.
  if (feed) await checkFeedsNow();
  else await scheduleChecks();
  return getOptionsView();
}
