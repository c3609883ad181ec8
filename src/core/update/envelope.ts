// A signed document: JWS in general JSON serialization (RFC 7515, 7.2.1), only in its strictest
// form. Anything the signature check doesn't need is refused, so nothing unsigned gets in.
import * as v from 'valibot';
import { documentTypes } from '../brand.ts';
import { parseJson, utf8Text } from '../advisory/strict-json.ts';
import { failure, success, type Result } from '../base/result.ts';
import { fromBase64url } from './base64url.ts';
import { clipped, type Refusal } from './refusal.ts';

export type DocumentType = keyof typeof documentTypes;

/** The fully specified name of RFC 9864; `EdDSA` would leave the curve to the key. */
export const signatureAlgorithm = 'Ed25519';

const maxSignatures = 16;

const SignaturesSchema = v.strictObject({
  signatures: v.pipe(
    v.array(
      v.strictObject({
        protected: v.pipe(v.string(), v.maxLength(1000)),
        signature: v.pipe(v.string(), v.length(86)),
      }),
    ),
    v.minLength(1),
    v.maxLength(maxSignatures),
  ),
});

const HeaderSchema = v.strictObject({
  alg: v.literal(signatureAlgorithm, `the algorithm must be ${signatureAlgorithm}`),
  kid: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'the key id must be base64url')),
  typ: v.string(),
});

/** One signature, not yet verified. */
export interface SignedPart {
  readonly kid: string;
  readonly signature: Uint8Array<ArrayBuffer>;
  /** The signed bytes: header, dot, payload, each in base64url (RFC 7515, 5.1). */
  readonly input: () => Uint8Array<ArrayBuffer>;
}

interface Envelope {
  readonly payload: Uint8Array<ArrayBuffer>;
  readonly parts: readonly SignedPart[];
}

function issueText(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return clipped(path === null ? issue.message : `${path}: ${issue.message}`);
}

const opening = '{"payload":"';

interface Halves {
  readonly payloadText: string;
  readonly signatures: v.InferOutput<typeof SignaturesSchema>['signatures'];
}

/**
 * Cuts out the payload and parses only the rest, because it may be a megabyte. A document has
 * exactly one spelling: no spaces, no escapes, no line break, so that any change in transit is
 * noticed.
 */
function halves(bytes: Uint8Array): Result<Halves, Refusal> {
  const text = utf8Text(bytes);
  if (!text.ok) return failure({ reason: 'envelope', message: text.error });
  const end = text.value.indexOf('"', opening.length);
  if (!text.value.startsWith(opening) || text.value[end + 1] !== ',')
    return failure({ reason: 'envelope', message: 'does not begin with its payload' });
  const rest = `{${text.value.slice(end + 2)}`;
  const json = parseJson(new TextEncoder().encode(rest));
  if (!json.ok)
    return failure({ reason: 'envelope', message: clipped(json.error[0]?.message ?? '') });
  const parsed = v.safeParse(SignaturesSchema, json.value);
  if (!parsed.success) return failure({ reason: 'envelope', message: issueText(parsed.issues[0]) });
  if (JSON.stringify(parsed.output) !== rest)
    return failure({ reason: 'envelope', message: 'is not written in its shortest form' });
  return success({
    payloadText: text.value.slice(opening.length, end),
    signatures: parsed.output.signatures,
  });
}

/** Takes an envelope apart without reading its payload. */
export function parseEnvelope(bytes: Uint8Array, type: DocumentType): Result<Envelope, Refusal> {
  const read = halves(bytes);
  if (!read.ok) return read;
  const { payloadText, signatures } = read.value;
  const payload = fromBase64url(payloadText);
  if (!payload) return failure({ reason: 'envelope', message: 'payload: is not base64url' });
  const payloadBytes = bytes.subarray(opening.length, opening.length + payloadText.length);

  const parts: SignedPart[] = [];
  for (const { protected: protectedText, signature: signatureText } of signatures) {
    const signature = fromBase64url(signatureText);
    if (!signature) return failure({ reason: 'envelope', message: 'signature: is not base64url' });
    const header = fromBase64url(protectedText);
    const headerJson = header && parseJson(header);
    if (!headerJson?.ok) return failure({ reason: 'header', message: 'is not JSON in base64url' });
    const parsed = v.safeParse(HeaderSchema, headerJson.value);
    if (!parsed.success) return failure({ reason: 'header', message: issueText(parsed.issues[0]) });
    const { kid, typ } = parsed.output;
    if (typ !== documentTypes[type])
      return failure({
        reason: 'header',
        message: clipped(`typ: is ${typ}, not ${documentTypes[type]}`),
      });
    const input = () => {
      const before = new TextEncoder().encode(`${protectedText}.`);
      const whole = new Uint8Array(before.length + payloadBytes.length);
      whole.set(before);
      whole.set(payloadBytes, before.length);
      return whole;
    };
    parts.push({ kid, signature, input });
  }
  return success({ payload, parts });
}
