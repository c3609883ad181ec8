// Hashes and Ed25519 signatures with WebCrypto. core/update/envelope.ts parses the envelope; a JWS
// library would parse it again and double the time for a large advisory.
import type { Cryptography } from '../core/update/accept.ts';
import { fromBase64url, toBase64url } from '../core/update/base64url.ts';
import { signatureAlgorithm } from '../core/update/envelope.ts';

export const cryptography: Cryptography = {
  async check({ input, signature }, publicKey) {
    try {
      const key = await crypto.subtle.importKey(
        'raw',
        fromBase64url(publicKey) ?? new Uint8Array(),
        signatureAlgorithm,
        false,
        ['verify'],
      );
      return await crypto.subtle.verify(signatureAlgorithm, key, signature, input());
    } catch (cause) {
      // An invalid curve point means a bad key; anything else is a bug.
      if (cause instanceof DOMException) return false;
      throw cause;
    }
  },
  async digest(bytes) {
    return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  },
};

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
