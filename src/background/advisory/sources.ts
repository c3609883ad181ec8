// Where documents may come from: the build's own feed and an organization's. No fetched document
// can change this.
import packagedPin from '../../data/trust.json';
import { policy } from '../policy/managed.ts';
import { state } from '../base/storage-items.ts';
import { read } from '../base/store.ts';

/** Whether this build is pinned to a feed. */
export const isPinned: boolean = (packagedPin as unknown) !== null;

export interface OrganizationFeed {
  readonly address: string;
  readonly keys: readonly string[];
  readonly origin: 'policy' | 'person';
}

/** The organization's feed: the administrator's, else the one the person added. */
export async function organizationFeed(): Promise<OrganizationFeed | null> {
  const [
    {
      values: { feedAddress, feedKeys },
    },
    own,
  ] = await Promise.all([policy(), read(state.ownFeed)]);
  if (feedAddress !== undefined && feedKeys !== undefined)
    return { address: feedAddress, keys: feedKeys, origin: 'policy' };
  return own && { address: own.address, keys: [own.key], origin: 'person' };
}

/** Whether policy allows network checks at all. */
export async function mayCheck(): Promise<boolean> {
  return (await policy()).values.checkForUpdates !== false;
}
