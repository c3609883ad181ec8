// What still counts of packaged and stored: the highest version that is signed by keys which are still trusted.
import type { Baseline } from './accept.ts';
import { isStillTrusted, signersOf, type Root } from './trust.ts';

/** Something that was accepted earlier and stored. */
export interface StoredVersion extends Baseline {
  readonly signedBy: readonly string[];
}

/** The stored document, where keys that are trusted now have signed it and it is newer than the packaged one. */
export function newestTrusted<Document extends StoredVersion>(
  root: Root,
  packaged: Baseline,
  accepted: Document | null,
): Document | null {
  if (accepted === null || accepted.version <= packaged.version) return null;
  return isStillTrusted(accepted.signedBy, signersOf(root, 'advisory')) ? accepted : null;
}
