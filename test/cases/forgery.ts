// Envelopes that no honest publisher makes: any header, any signature, any bytes.
import { createPrivateKey, sign } from 'node:crypto';
import { documentTypes } from '../../src/core/brand.ts';
import type { SigningKey } from '../../tools/advisory/signing/key-file.ts';

export interface ForgedPart {
  readonly header: unknown;
  readonly signature: (input: Buffer) => Buffer;
}

const base64url = (content: string | Uint8Array) => Buffer.from(content).toString('base64url');

export function forged(payload: string | Uint8Array, parts: readonly ForgedPart[]): string {
  const text = base64url(payload);
  return JSON.stringify({
    payload: text,
    signatures: parts.map(({ header, signature }) => {
      const protectedText = base64url(typeof header === 'string' ? header : JSON.stringify(header));
      return {
        protected: protectedText,
        signature: base64url(signature(Buffer.from(`${protectedText}.${text}`))),
      };
    }),
  });
}

/** A right Ed25519 signature by this key. */
export function signatureOf({ x, d }: SigningKey): (input: Buffer) => Buffer {
  const key = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', x, d }, format: 'jwk' });
  return (input) => sign(null, input, key);
}

export const header = (kid: string, change: Record<string, unknown> = {}) => ({
  alg: 'Ed25519',
  kid,
  typ: documentTypes.advisory,
  ...change,
});
