// Shared state of our scripts in a document's isolated world, which pages can't see.
import type { PageFacts } from '../messages.ts';
import { isConnected, type ask, type complain } from '../platform/content/worker-client.ts';
import type { addStyle, element, home, isArriving } from './element.ts';
import type { onDomSettled } from './on-dom-settled.ts';
import type { page, unshadowed } from './unshadowed.ts';

/** Marks beside links, and what becomes of them. */
export interface LinkMarks {
  readonly label: string;
  /** Ask the worker again; keep the old marks until it replies. */
  readonly askAgain: () => void;
  readonly stop: () => void;
}

/**
 * What the first file lends the second, so that no byte is brought twice; by place, since names are
 * bytes too.
 */
export type Lent = readonly [
  page: typeof page,
  ask: typeof ask,
  element: typeof element,
  addStyle: typeof addStyle,
  home: typeof home,
  isArriving: typeof isArriving,
  isConnected: typeof isConnected,
  onDomSettled: typeof onDomSettled,
  complain: typeof complain,
  unshadowed: typeof unshadowed,
];

/** The second file: what only some pages need. */
export interface PageReader {
  readonly read: () => PageFacts;
  readonly markLinks: (label: string, language: string) => LinkMarks;
}

export interface World {
  /** Set by the running script; dies with its version of the extension. */
  isAdvisoryAlive?: () => boolean;
  /** Where the second file hands itself to the script that runs here. */
  takeReader?: (make: (lent: Lent) => PageReader) => void;
}

export const world: World = globalThis as World;

/**
 * Whether this is the first living script here. The browser may run it twice: from the manifest,
 * and after a click on the icon.
 */
export function isFirstInstance(): boolean {
  // `hasOwn`, because an element of the page may have this name.
  if (Object.hasOwn(world, 'isAdvisoryAlive') && world.isAdvisoryAlive?.()) return false;
  world.isAdvisoryAlive = isConnected;
  return true;
}
