import { readAtHand } from '../../platform/page/popup-snapshot.ts';
import { draw } from './draw.tsx';
import { placeFrom } from './route.ts';

const place = placeFrom(new URL(location.href));
// Other parts are drawn from the whole view only.
const atHand = place.part === 'page' && !place.panel ? readAtHand(place.tabId).catch(() => null) : Promise.resolve(null);
void draw(place, atHand);
