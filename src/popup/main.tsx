import { readAtHand } from '../platform/glance.ts';
import { draw } from './draw.tsx';
import { placeFrom } from './place.ts';

const place = placeFrom(new URL(location.href));
// Other parts are drawn from the whole view only.
const atHand = place.part === 'page' && !place.panel ? readAtHand(place.tabId).catch(() => null) : Promise.resolve(null);
void draw(place, atHand);
