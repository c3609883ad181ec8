// Which key signed these bytes: jose over WebCrypto, Ed25519 and nothing else.
import { flattenedVerify, importJWK, errors } from 'jose';
import { signatureAlgorithm } from '../core/update/envelope.ts';
import { toBase64url } from '../core/update/base64url.ts';
import type { Cryptography } from '../core/update/accept.ts';

export const cryptography: Cryptography = {
  async check({ protectedText, payloadText, signatureText }, publicKey) {
    try {
      const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: publicKey }, signatureAlgorithm);
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
