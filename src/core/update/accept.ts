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
import { maxEnvelopeBytes } from './stored/limits.ts';
import { clipped, type Refusal } from './refusal.ts';
import { checkSigned, checkStillSigned, type CheckSignature, type Signers } from './trust.ts';

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

type Parsed<Content> =
  | { readonly ok: true; readonly value: Content; readonly dropped?: readonly Fault[] }
  | { readonly ok: false; readonly error: readonly Fault[] };

/** What a document must be, whenever it is read. */
export interface Form<Content extends DocumentMeta> {
  readonly type: DocumentType;
  readonly signers: Signers;
  /** The required document id; null for any. */
  readonly id: string | null;
  readonly parse: (value: unknown) => Parsed<Content>;
}

export interface Expected<Content extends DocumentMeta> extends Form<Content> {
  readonly held: Baseline | null;
  /** Milliseconds since 1970: one instant for all checks of an update. */
  readonly now: number;
}

export interface Cryptography {
  readonly check: CheckSignature;
  /** SHA-256 in base64url. */
  readonly digest: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
}

export interface Verified<Content> {
  readonly content: Content;
  /** Entries that use values this version doesn't know. */
  readonly dropped: readonly Fault[];
  readonly signedBy: readonly string[];
  readonly digest: string;
}

export interface Accepted<Content> extends Verified<Content> {
  /** False if it is the document that we already have. */
  readonly isNew: boolean;
  /** The signed document as it came, for storage: it is verified again each time it is read. */
  readonly envelope: string;
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

/** Nothing of the content is read before its signatures are checked. */
async function verify<Content extends DocumentMeta>(
  bytes: Uint8Array,
  { type, signers, id, parse }: Form<Content>,
  { check, digest }: Cryptography,
  checkParts: typeof checkSigned,
): Promise<Result<Verified<Content>, Refusal>> {
  if (bytes.byteLength > maxEnvelopeBytes)
    return failure({ reason: 'too-large', limitBytes: maxEnvelopeBytes });
  const envelope = parseEnvelope(bytes, type);
  if (!envelope.ok) return envelope;
  const { payload, parts } = envelope.value;
  // In parallel with the signatures, which are checked on another thread.
  const digesting = digest(payload);
  const signed = await checkParts(parts, signers, check);
  if (!signed.ok) return signed;

  const json = parseJson(payload);
  if (!json.ok)
    return failure({ reason: 'not-json', message: clipped(json.error[0]?.message ?? '') });
  const parsed = parse(json.value);
  if (!parsed.ok) return failure(contentRefusal(parsed.error));
  const { value: content, dropped = [] } = parsed;
  if (id !== null && content.id !== id)
    return failure({ reason: 'other-feed', id: clipped(content.id) });
  return success({ content, dropped, signedBy: signed.value, digest: await digesting });
}

/** Reads a document that was accepted and stored: nothing in storage is believed unchecked. */
export function openStored<Content extends DocumentMeta>(
  envelope: string,
  form: Form<Content>,
  cryptography: Cryptography,
): Promise<Result<Verified<Content>, Refusal>> {
  return verify(new TextEncoder().encode(envelope), form, cryptography, checkStillSigned);
}

export async function acceptDocument<Content extends DocumentMeta>(
  bytes: Uint8Array,
  expected: Expected<Content>,
  cryptography: Cryptography,
): Promise<Result<Accepted<Content>, Refusal>> {
  const { held, now } = expected;
  const verified = await verify(bytes, expected, cryptography, checkSigned);
  if (!verified.ok) return verified;
  const { content, digest } = verified.value;
  if (held && content.version < held.version)
    return failure({ reason: 'rollback', version: content.version, have: held.version });
  const isSame = held !== null && content.version === held.version;
  if (isSame && held.digest !== null && held.digest !== digest)
    return failure({ reason: 'equivocation', version: content.version });
  const refusal = dateRefusal(content, held, now);
  if (refusal) return failure(refusal);
  return success({
    ...verified.value,
    isNew: !isSame,
    envelope: new TextDecoder().decode(bytes),
  });
}
