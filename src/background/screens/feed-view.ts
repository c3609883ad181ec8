// The feeds on the options page.
import type { Change } from '../../core/advisory/changes/change.ts';
import type { FeedView, OptionsView, OrganizationFeedView } from '../../core/view/options.ts';
import { feedStateAt } from '../../core/update/feed-state.ts';
import type { FeedState } from '../../core/update/stored/feed-state-schema.ts';
import { now } from '../../platform/clock.ts';
import { currentAdvisory } from '../advisory/current.ts';
import { pinnedFeed } from '../advisory/pin.ts';
import { mayCheck, organizationFeed, type OrganizationFeed } from '../advisory/sources.ts';
import { state } from '../base/storage-items.ts';
import { feedItems } from '../advisory/feed-items.ts';
import { read } from '../base/store.ts';

function feedView(address: string, stored: FeedState | null, areAllowed: boolean): FeedView {
  const { checkedAt, verifiedAt, copy, nextCheckAt, refusal } = feedStateAt(address, stored);
  return {
    address,
    checkedAt,
    verifiedAt,
    verifiedBy: copy?.signedBy ?? [],
    nextCheckAt: nextCheckAt === null || !areAllowed ? null : new Date(nextCheckAt).toISOString(),
    refusal,
  };
}

async function organizationView(
  { address, keys, origin }: OrganizationFeed,
  areAllowed: boolean,
): Promise<OrganizationFeedView> {
  const { overlay } = await currentAdvisory();
  const document = overlay && {
    id: overlay.id,
    version: overlay.version,
    issued: overlay.issued,
    isExpired: Date.parse(overlay.expires) <= now(),
  };
  return {
    ...feedView(address, await read(feedItems.overlayFeed), areAllowed),
    origin,
    keys,
    document,
  };
}

export async function updatesView(): Promise<OptionsView['updates']> {
  const [pin, organization, areAllowed] = [
    pinnedFeed(),
    await organizationFeed(),
    await mayCheck(),
  ];
  return {
    areAllowed,
    feed: pin && feedView(pin.address, await read(feedItems.advisoryFeed), areAllowed),
    organization: organization && (await organizationView(organization, areAllowed)),
  };
}

/** The last update's changes, while its advisory is the current one. */
export async function changesShown(): Promise<readonly Change[]> {
  const [stored, { advisory }] = [await read(state.advisory), await currentAdvisory()];
  return stored?.accepted?.version === advisory.version ? stored.accepted.changes : [];
}
