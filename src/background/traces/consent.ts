// Who lets us look: a person by a press, for a while or until they say otherwise, or their organization by policy.
import { areas, permissionsOf, type Area } from '../../core/traces/areas.ts';
import { wantedAreas } from '../../core/traces/build-view.ts';
import type { TraceConsent } from '../../core/traces/consent.ts';
import { tracePolicy } from '../../core/policy/effective.ts';
import { now } from '../../platform/clock.ts';
import {
  holdsPermissions,
  offeredPermissions,
} from '../../platform/worker/access/optional-permissions.ts';
import { policy } from '../policy/managed.ts';
import { state } from '../base/storage-items.ts';
import { read } from '../base/store.ts';

export interface TraceAccess {
  readonly consent: TraceConsent;
  readonly order: ReturnType<typeof tracePolicy>;
  /** What this build can be given, what it has, and where it is to look now. */
  readonly offered: readonly Area[];
  readonly allowed: readonly Area[];
  readonly active: readonly Area[];
  readonly watched: readonly Area[];
}

export function isLookActive({ look }: TraceConsent): boolean {
  return look !== null && Date.parse(look.until) > now();
}

/** Asked anew each time: people give and take permissions in the browser's own settings too. */
export async function traceAccess(): Promise<TraceAccess> {
  const [consent, { values }] = await Promise.all([read(state.traceConsent), policy()]);
  const order = tracePolicy(values);
  const known = offeredPermissions();
  const offered = areas.filter((area) => permissionsOf(area, known) !== null);
  const isHeld = await Promise.all(
    offered.map((area) =>
      holdsPermissions(permissionsOf(area, known) ?? { permissions: [], origins: [] }),
    ),
  );
  const allowed = offered.filter((_, index) => isHeld[index]);
  const watched = wantedAreas({ consent, order, offered });
  const looked = order !== 'off' && isLookActive(consent) ? (consent.look?.areas ?? []) : [];
  const active = allowed.filter((area) => watched.includes(area) || looked.includes(area));
  return { consent, order, offered, allowed, active, watched };
}
