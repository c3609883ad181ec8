// Where documents may come from: the build's own feed, and an organization's. No fetched document has a say in it.
import packagedPin from '../../data/trust.json';
import { parsePin, type Pin } from '../../core/update/pin.ts';
import { policy } from '../policy/managed.ts';
import { state } from '../base/storage-items.ts';
import { read } from '../base/store.ts';

/** The feed that this build is pinned to; null for a build without one. */
export function pinnedFeed(): Pin | null {
  const pin = parsePin(packagedPin);
  // The build refuses a pin that fails; this can't be met by a person.
  if (!pin.ok) throw new Error(`The packaged trust file is invalid: ${pin.error}`);
  return pin.value;
}

export interface OrganizationFeed {
  readonly address: string;
  readonly keys: readonly string[];
  readonly origin: 'policy' | 'person';
}

/** The organization's feed: the administrator's where there is one, else the one that the person added. */
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

/** Whether the network may be asked at all. */
export async function mayCheck(): Promise<boolean> {
  return (await policy()).values.checkForUpdates !== false;
}
