// Which key signed these bytes: WebCrypto, Ed25519 and nothing else. The envelope around them is read in core/update/envelope.ts;
// a library that reads it once more would double the time that a large advisory takes.
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
      // A key that is no point of the curve signs nothing; anything else is a bug.
      if (cause instanceof DOMException) return false;
      throw cause;
    }
  },
  async digest(bytes) {
    return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  },
};
