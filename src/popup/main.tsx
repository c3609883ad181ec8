// Small, so that it runs while the rest of the first screen is still being fetched: what is at hand is asked for meanwhile.
import { readAtHand } from '../platform/glance.ts';
import { placeFrom } from './place.ts';

const place = placeFrom(new URL(location.href));
// Other parts are drawn from the whole view only.
const atHand = place.part === 'page' && !place.panel ? readAtHand(place.tabId).catch(() => null) : Promise.resolve(null);
void import('./draw.tsx').then(({ draw }) => draw(place, atHand));
