// The second file: reads what a page says of itself and marks its links, for the script that is
// there. It comes only where that is wanted, keeps nothing of the page, and which version of it is
// asked is the version that the script there sent for.
import { markLinks } from './links/link-marks.ts';
import { pageFacts } from './page-facts.ts';
import type { World } from './single-instance.ts';

const world: World = globalThis as World;
// `hasOwn`, because an element of the page may have this name.
if (Object.hasOwn(world, 'takeReader'))
  world.takeReader?.((lent) => ({
    read: () => pageFacts(lent[0], lent[9]),
    markLinks: (label, language) => markLinks(lent, label, language),
  }));
