// What our files leave for each other in a document's isolated world, which pages can't see.
import type { PageFacts } from '../messages.ts';
import { isConnected } from '../platform/content/worker-client.ts';

interface World {
  /** Of the script that runs here; it dies with the version of the extension that it belongs to. */
  isAdvisoryAlive?: () => boolean;
  /** Where the file that reads pages hands its reading to the script that runs here. */
  takeReading?: (read: () => PageFacts) => void;
}

export const world: World = globalThis as World;

/** Whether this is the first living script here, though the browser may run it twice: by the manifest, and after a click on the icon. */
export function isFirstInstance(): boolean {
  if (world.isAdvisoryAlive?.()) return false;
  world.isAdvisoryAlive = isConnected;
  return true;
}
