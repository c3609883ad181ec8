// Which key signed these bytes: jose over WebCrypto, Ed25519 and nothing else.
import { errors } from 'jose';
import { flattenedVerify } from 'jose/jws/flattened/verify';
import type { Cryptography } from '../core/update/accept.ts';
import { fromBase64url, toBase64url } from '../core/update/base64url.ts';
import { signatureAlgorithm } from '../core/update/envelope.ts';

export const cryptography: Cryptography = {
  async check({ protectedText, payloadText, signatureText }, publicKey) {
    try {
      const key = await crypto.subtle.importKey('raw', fromBase64url(publicKey) ?? new Uint8Array(), signatureAlgorithm, false, ['verify']);
      await flattenedVerify({ protected: protectedText, payload: payloadText, signature: signatureText }, key, { algorithms: [signatureAlgorithm] });
      return true;
    } catch (cause) {
      // A key that is no point of the curve, and whatever jose finds wrong, is no signature; anything else is a bug.
      if (cause instanceof errors.JOSEError || cause instanceof DOMException) return false;
      throw cause;
    }
  },
  async digest(bytes) {
    return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  },
};
