// One living script for each document, though the browser may run it twice: by the manifest, and after a click on the icon.
import { isConnected } from '../platform/page-messaging.ts';

interface Marked {
  /** Of the script that runs here; it dies with the version of the extension that it belongs to. */
  isAdvisoryAlive?: () => boolean;
}

/** Whether this is the first living script here; marks the document's isolated world, which pages can't see. */
export function isFirstHere(): boolean {
  const here = globalThis as Marked;
  if (here.isAdvisoryAlive?.()) return false;
  here.isAdvisoryAlive = isConnected;
  return true;
}
