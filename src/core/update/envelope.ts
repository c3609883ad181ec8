// A signed document as it travels: JWS in general JSON serialisation (RFC 7515, 7.2.1), of which only the strictest form is read.
// Every byte counts: what isn't needed for checking a signature is refused, so nothing unsigned can be slipped in.
import * as v from 'valibot';
import { parseJson } from '../advisory/json.ts';
import { failure, success, type Result } from '../result.ts';
import { fromBase64url } from './base64url.ts';
import { clipped, type Refusal } from './refusal.ts';

/** Keeps a document of one kind from passing for another that the same keys may sign (domain separation). */
export const documentTypes = {
  root: 'kaspersky-ban-root+json',
  advisory: 'kaspersky-ban-advisory+json',
  overlay: 'kaspersky-ban-overlay+json',
} as const;
export type DocumentType = keyof typeof documentTypes;

/** The fully specified name of RFC 9864; `EdDSA` would leave the curve to the key. */
export const signatureAlgorithm = 'Ed25519';

export const maxSignatures = 16;

const EnvelopeSchema = v.strictObject({
  payload: v.string(),
  signatures: v.pipe(
    v.array(v.strictObject({ protected: v.pipe(v.string(), v.maxLength(1000)), signature: v.pipe(v.string(), v.length(86)) })),
    v.minLength(1),
    v.maxLength(maxSignatures),
  ),
});

const HeaderSchema = v.strictObject({
  alg: v.literal(signatureAlgorithm, `the algorithm must be ${signatureAlgorithm}`),
  kid: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'the key id must be base64url')),
  typ: v.string(),
});

/** One signature, still unchecked, in the text that was signed. */
export interface SignedPart {
  readonly kid: string;
  readonly protectedText: string;
  readonly payloadText: string;
  readonly signatureText: string;
}

export interface Envelope {
  readonly payload: Uint8Array<ArrayBuffer>;
  readonly parts: readonly SignedPart[];
}

function issueText(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return clipped(path === null ? issue.message : `${path}: ${issue.message}`);
}

/** Takes an envelope apart. Nothing of its payload is read here. */
export function parseEnvelope(bytes: Uint8Array, type: DocumentType): Result<Envelope, Refusal> {
  const json = parseJson(bytes);
  if (!json.ok) return failure({ reason: 'envelope', message: clipped(json.error[0]?.message ?? '') });
  const outer = v.safeParse(EnvelopeSchema, json.value);
  if (!outer.success) return failure({ reason: 'envelope', message: issueText(outer.issues[0]) });
  // One document has one spelling: no blanks, no escapes, not even a line's end.
  if (JSON.stringify(outer.output).length !== bytes.byteLength) return failure({ reason: 'envelope', message: 'is not written in its shortest form' });
  const { payload: payloadText, signatures } = outer.output;
  const payload = fromBase64url(payloadText);
  if (!payload) return failure({ reason: 'envelope', message: 'payload: is not base64url' });

  const parts: SignedPart[] = [];
  for (const { protected: protectedText, signature: signatureText } of signatures) {
    if (!fromBase64url(signatureText)) return failure({ reason: 'envelope', message: 'signature: is not base64url' });
    const header = fromBase64url(protectedText);
    const headerJson = header && parseJson(header);
    if (!headerJson?.ok) return failure({ reason: 'header', message: 'is not JSON in base64url' });
    const parsed = v.safeParse(HeaderSchema, headerJson.value);
    if (!parsed.success) return failure({ reason: 'header', message: issueText(parsed.issues[0]) });
    if (parsed.output.typ !== documentTypes[type]) return failure({ reason: 'header', message: clipped(`typ: is ${parsed.output.typ}, not ${documentTypes[type]}`) });
    parts.push({ kid: parsed.output.kid, protectedText, payloadText, signatureText });
  }
  return success({ payload, parts });
}
