import packagedPin from '../../data/trust.json';
import { parsePin, type Pin } from '../../core/update/pin.ts';

/** The feed pinned in this build; null for a build without one. */
export function pinnedFeed(): Pin | null {
  const pin = parsePin(packagedPin);
  // The build refuses an invalid pin, so this never reaches people.
  if (!pin.ok) throw new Error(`The packaged trust file is invalid: ${pin.error}`);
  return pin.value;
}
