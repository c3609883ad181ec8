// The second file: reads what a page says of itself, for the script that is there. It comes only where that could change the verdict,
// keeps nothing, and speaks to nobody else; which version of it is asked is the version that the script there sent for.
import { pageFacts } from './page-facts.ts';
import { world } from './single-instance.ts';

world.takeReading?.(pageFacts);
