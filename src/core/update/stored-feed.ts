// The stored state of a feed: signed documents as they arrived. They are verified on every read,
// because storage may have been changed.
import type { Change } from '../advisory/changes/change.ts';
import type { Advisory } from '../advisory/schema.ts';
import { parseAdvisoryValue } from '../advisory/parse.ts';
import { parseOverlay, type Overlay } from '../advisory/overlay.ts';
import type { Result } from '../base/result.ts';
import {
  openStored,
  type Accepted,
  type Baseline,
  type Cryptography,
  type DocumentMeta,
  type Verified,
} from './accept.ts';
import type { Refusal } from './refusal.ts';
import type { StoredAdvisory, StoredDocument, StoredOverlay } from './stored/documents.ts';
import { acceptRoot, organizationSigners, signersOf, type Root } from './trust.ts';

/** More than this is a rewrite; a list of changes would help nobody. */
const keptChanges = 60;

export function storedDocument(
  { content, envelope }: Accepted<DocumentMeta>,
  changes: readonly Change[],
  now: number,
): StoredDocument {
  return {
    envelope,
    version: content.version,
    storedAt: new Date(now).toISOString(),
    changes: changes.slice(0, keptChanges),
  };
}

/** Follows the stored roots from the pinned one as far as each is signed by the one before it. */
async function openRoots(
  pinned: Root,
  stored: readonly string[],
  { check }: Cryptography,
): Promise<{ root: Root; roots: string[] }> {
  let root = pinned;
  const roots: string[] = [];
  for (const text of stored) {
    // A newer build is pinned to a newer root; those before it no longer fit and are dropped.
    const next = await acceptRoot(new TextEncoder().encode(text), root, check);
    if (!next.ok) continue;
    root = next.value;
    roots.push(text);
  }
  return { root, roots };
}

export interface OpenedFeed {
  readonly root: Root;
  /** The stored roots that count. */
  readonly roots: readonly string[];
  /**
   * The stored document, if it is in force: newer than the packaged one and signed by today's keys.
   */
  readonly accepted: Verified<Advisory> | null;
  readonly refusal: Refusal | null;
}

export async function openAdvisory(
  pinned: Root,
  packaged: Pick<Baseline, 'version'>,
  stored: StoredAdvisory | null,
  cryptography: Cryptography,
): Promise<OpenedFeed> {
  const { root, roots } = await openRoots(pinned, stored?.roots ?? [], cryptography);
  if (!stored?.accepted) return { root, roots, accepted: null, refusal: null };
  const signers = signersOf(root, 'advisory');
  const form = { type: 'advisory', signers, id: root.feed, parse: parseAdvisoryValue } as const;
  const opened = await openStored(stored.accepted.envelope, form, cryptography);
  if (!opened.ok) return { root, roots, accepted: null, refusal: opened.error };
  const isNewer = opened.value.content.version > packaged.version;
  return { root, roots, accepted: isNewer ? opened.value : null, refusal: null };
}

export function openOverlay(
  { accepted }: StoredOverlay,
  keys: readonly string[],
  cryptography: Cryptography,
): Promise<Result<Verified<Overlay>, Refusal>> {
  const signers = organizationSigners(keys);
  const form = { type: 'overlay', signers, id: null, parse: parseOverlay } as const;
  return openStored(accepted.envelope, form, cryptography);
}
