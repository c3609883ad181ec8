// A feed's accepted document as stored: one record, so that one write replaces it whole.
import * as v from 'valibot';
import { ChangeSchema, type Change } from '../advisory/diff.ts';
import type { Accepted, DocumentMeta } from './accept.ts';
import { RootSchema, type Root } from './trust.ts';

const StoredDocumentSchema = v.object({
  document: v.unknown(),
  version: v.pipe(v.number(), v.safeInteger()),
  issued: v.string(),
  digest: v.string(),
  signedBy: v.array(v.string()),
  storedAt: v.string(),
  /** Changes since the version before, as shown to people. */
  changes: v.array(ChangeSchema),
});
export type StoredDocument = v.InferOutput<typeof StoredDocumentSchema>;

/** The document is null while only the root has been updated. */
export const StoredAdvisorySchema = v.object({
  root: RootSchema,
  accepted: v.nullable(StoredDocumentSchema),
});
export type StoredAdvisory = v.InferOutput<typeof StoredAdvisorySchema>;

export const StoredOverlaySchema = v.object({
  address: v.string(),
  accepted: StoredDocumentSchema,
});
export type StoredOverlay = v.InferOutput<typeof StoredOverlaySchema>;

/** More changes than this amount to a rewrite; a list wouldn't help. */
const keptChanges = 60;

export function storedDocument(
  accepted: Accepted<DocumentMeta>,
  changes: readonly Change[],
  now: number,
): StoredDocument {
  const { content, document, digest, signedBy } = accepted;
  return {
    document,
    version: content.version,
    issued: content.issued,
    digest,
    signedBy: [...signedBy],
    storedAt: new Date(now).toISOString(),
    changes: changes.slice(0, keptChanges),
  };
}

/** The root to trust: the stored one if it is newer than the build's. */
export function currentRoot(pinned: Root, stored: StoredAdvisory | null): Root {
  return stored && stored.root.feed === pinned.feed && stored.root.version > pinned.version
    ? stored.root
    : pinned;
}
