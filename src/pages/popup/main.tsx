import { readSnapshot } from '../../platform/page/popup-snapshot.ts';
import { draw } from './draw.tsx';
import { routeFrom } from './route.ts';

const place = routeFrom(new URL(location.href));
// Other parts are drawn from the whole view only.
const atHand =
  place.part === 'now' && !place.panel
    ? readSnapshot(place.tabId).catch(() => null)
    : Promise.resolve(null);
void draw(place, atHand);
