// Where documents may come from: the build's own feed and an organization's. No fetched document
// can change this.
import packagedPin from '../../data/trust.json';
import { parsePin, type Pin } from '../../core/update/pin.ts';
import { policy } from '../policy/managed.ts';
import { state } from '../base/storage-items.ts';
import { read } from '../base/store.ts';

/** The feed pinned in this build; null for a build without one. */
export function pinnedFeed(): Pin | null {
  const pin = parsePin(packagedPin);
  // The build refuses an invalid pin, so this never reaches people.
  if (!pin.ok) throw new Error(`The packaged trust file is invalid: ${pin.error}`);
  return pin.value;
}

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
