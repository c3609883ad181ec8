// Chooses between the packaged and the stored version: the newest one signed by keys still trusted.
import type { Baseline } from './accept.ts';
import { isStillTrusted, signersOf, type Root } from './trust.ts';

/** A version accepted earlier and stored. */
export interface StoredVersion extends Baseline {
  readonly signedBy: readonly string[];
}

/**
 * The stored document if currently trusted keys signed it and it is newer than the packaged one.
 */
export function newestTrusted<Document extends StoredVersion>(
  root: Root,
  packaged: Baseline,
  accepted: Document | null,
): Document | null {
  if (accepted === null || accepted.version <= packaged.version) return null;
  return isStillTrusted(accepted.signedBy, signersOf(root, 'advisory')) ? accepted : null;
}
