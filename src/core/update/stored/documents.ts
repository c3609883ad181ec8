// The form of what is stored of a feed. Apart from its checks, since it is read at more starts than it is used at.
import * as v from 'valibot';
import { ChangeSchema } from '../../advisory/changes/change.ts';
import { maxEnvelopeBytes, maxRootBytes } from './limits.ts';

const StoredDocumentSchema = v.object({
  envelope: v.pipe(v.string(), v.maxLength(maxEnvelopeBytes)),
  /** For whoever looks into storage; the verified document says it itself. */
  version: v.number(),
  storedAt: v.string(),
  /** Changes since the previous version, for people. */
  changes: v.array(ChangeSchema),
});
export type StoredDocument = v.InferOutput<typeof StoredDocumentSchema>;

const maxRoots = 64;

export const StoredAdvisorySchema = v.object({
  /** The signed roots after the one that the build is pinned to, in order. */
  roots: v.pipe(v.array(v.pipe(v.string(), v.maxLength(maxRootBytes))), v.maxLength(maxRoots)),
  /** Null as long as only the root has changed. */
  accepted: v.nullable(StoredDocumentSchema),
});
export type StoredAdvisory = v.InferOutput<typeof StoredAdvisorySchema>;

export const StoredOverlaySchema = v.object({
  address: v.string(),
  accepted: StoredDocumentSchema,
});
export type StoredOverlay = v.InferOutput<typeof StoredOverlaySchema>;
