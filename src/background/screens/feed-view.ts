// What the options page says of the feeds.
import type { Change } from '../../core/advisory/diff.ts';
import type { FeedView, OptionsView, OrganisationFeedView } from '../../core/view/options.ts';
import { feedStateAt, type FeedState } from '../../core/update/feed-state.ts';
import { now } from '../../platform/clock.ts';
import { knowledge } from '../advisory/current.ts';
import { mayCheck, organisationFeed, pinnedFeed, type OrganisationFeed } from '../advisory/sources.ts';
import { state } from '../base/storage-items.ts';
import { read } from '../base/store.ts';

function feedView(address: string, stored: FeedState | null, areAllowed: boolean): FeedView {
  const { checkedAt, verifiedAt, copy, nextCheckAt, refusal } = feedStateAt(address, stored);
  return { address, checkedAt, verifiedAt, verifiedBy: copy?.signedBy ?? [], nextCheckAt: nextCheckAt === null || !areAllowed ? null : new Date(nextCheckAt).toISOString(), refusal };
}

async function organisationView({ address, keys, origin }: OrganisationFeed, areAllowed: boolean): Promise<OrganisationFeedView> {
  const { overlay } = await knowledge();
  const document = overlay && { id: overlay.id, version: overlay.version, issued: overlay.issued, isExpired: Date.parse(overlay.expires) <= now() };
  return { ...feedView(address, await read(state.overlayFeed), areAllowed), origin, keys, document };
}

export async function updatesView(): Promise<OptionsView['updates']> {
  const [pin, organisation, areAllowed] = [pinnedFeed(), await organisationFeed(), await mayCheck()];
  return {
    areAllowed,
    feed: pin && feedView(pin.address, await read(state.advisoryFeed), areAllowed),
    organisation: organisation && (await organisationView(organisation, areAllowed)),
  };
}

/** What the last update changed, while the fetched advisory is the one that counts. */
export async function changesShown(): Promise<readonly Change[]> {
  const [stored, { advisory }] = [await read(state.advisory), await knowledge()];
  return stored?.accepted?.version === advisory.version ? stored.accepted.changes : [];
}
