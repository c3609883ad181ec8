// Decides whether to accept a fetched document. All checks use one instant; nothing is parsed
// before it is verified.
//
//   size -> envelope -> header -> keys -> signatures -> threshold -> JSON -> format -> schema ->
// feed -> version -> dates
import { dayMs } from '../base/time.ts';
import type { Fault } from '../base/result.ts';
import { failure, success, type Result } from '../base/result.ts';
import { parseJson } from '../advisory/strict-json.ts';
import { parseEnvelope, type DocumentType } from './envelope.ts';
import { clipped, type Refusal } from './refusal.ts';
import { checkSigned, type CheckSignature, type Signers } from './trust.ts';

/** Larger envelopes are refused while streaming. */
export const maxEnvelopeBytes = 1024 * 1024;

/** How far a document's issue date may be ahead of this computer's clock. */
const clockToleranceMs = dayMs;

/** A document with a longer validity could be replayed for years. */
const maxValidityDays = 400;

/** Fields that every kind of document has. */
export interface DocumentMeta {
  readonly id: string;
  readonly version: number;
  readonly issued: string;
  readonly expires: string;
}

/** The version in use; `digest` is set if it came from a feed. */
export interface Baseline {
  readonly version: number;
  readonly issued: string;
  readonly digest: string | null;
}

export interface Expected<Content extends DocumentMeta> {
  readonly type: DocumentType;
  readonly signers: Signers;
  /** The required document id; null for any. */
  readonly id: string | null;
  readonly parse: (value: unknown) => Result<Content, Fault[]>;
  readonly held: Baseline | null;
  /** Milliseconds since 1970: one instant for all checks of an update. */
  readonly now: number;
}

export interface Cryptography {
  readonly check: CheckSignature;
  /** SHA-256 in base64url. */
  readonly digest: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
}

export interface Accepted<Content> {
  /** False if it is the version already in use. */
  readonly isNew: boolean;
  readonly content: Content;
  /** The payload's JSON, for storing. */
  readonly document: unknown;
  readonly signedBy: readonly string[];
  readonly digest: string;
}

export function dateRefusal(
  { issued, expires }: Pick<DocumentMeta, 'issued' | 'expires'>,
  held: Baseline | null,
  now: number,
): Refusal | null {
  // If the clock was set back, use the newest date we trust.
  const reference = Math.max(now, held ? Date.parse(held.issued) : 0);
  if (Date.parse(issued) > reference + clockToleranceMs) return { reason: 'far-future', issued };
  if (Date.parse(expires) <= reference) return { reason: 'expired', expires };
  if (Date.parse(expires) > Date.parse(issued) + maxValidityDays * dayMs)
    return { reason: 'valid-too-long', expires, days: maxValidityDays };
  return null;
}

function contentRefusal([fault]: readonly Fault[]): Refusal {
  if (fault?.path === 'format') return { reason: 'unknown-format' };
  return {
    reason: 'schema',
    path: clipped(fault?.path ?? ''),
    message: clipped(fault?.message ?? ''),
  };
}

export async function acceptDocument<Content extends DocumentMeta>(
  bytes: Uint8Array,
  { type, signers, id, parse, held, now }: Expected<Content>,
  { check, digest }: Cryptography,
): Promise<Result<Accepted<Content>, Refusal>> {
  if (bytes.byteLength > maxEnvelopeBytes)
    return failure({ reason: 'too-large', limitBytes: maxEnvelopeBytes });
  const envelope = parseEnvelope(bytes, type);
  if (!envelope.ok) return envelope;
  const { payload, parts } = envelope.value;
  // Runs in parallel with the signature checks.
  const digesting = digest(payload);
  const signed = await checkSigned(parts, signers, check);
  if (!signed.ok) return signed;

  const json = parseJson(payload);
  if (!json.ok)
    return failure({ reason: 'not-json', message: clipped(json.error[0]?.message ?? '') });
  const parsed = parse(json.value);
  if (!parsed.ok) return failure(contentRefusal(parsed.error));
  const content = parsed.value;
  if (id !== null && content.id !== id)
    return failure({ reason: 'other-feed', id: clipped(content.id) });

  const ownDigest = await digesting;
  if (held && content.version < held.version)
    return failure({ reason: 'rollback', version: content.version, have: held.version });
  const isSame = held !== null && content.version === held.version;
  if (isSame && held.digest !== null && held.digest !== ownDigest)
    return failure({ reason: 'equivocation', version: content.version });
  const refusal = dateRefusal(content, held, now);
  if (refusal) return failure(refusal);
  return success({
    isNew: !isSame,
    content,
    document: json.value,
    signedBy: signed.value,
    digest: ownDigest,
  });
}
