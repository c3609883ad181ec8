// Makes a signed document: the exact bytes of a file, with one signature for each key.
import { GeneralSign, importJWK } from 'jose';
import { documentTypes, signatureAlgorithm, type DocumentType } from '../../src/core/update/envelope.ts';
import type { SigningKey } from './key-file.ts';

export async function signedEnvelope(payload: Uint8Array, type: DocumentType, keys: readonly SigningKey[], kidOf: (key: SigningKey) => string = (key) => key.kid): Promise<string> {
  const sign = new GeneralSign(payload);
  for (const key of keys) {
    const privateKey = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: key.x, d: key.d }, signatureAlgorithm);
    sign.addSignature(privateKey).setProtectedHeader({ alg: signatureAlgorithm, kid: kidOf(key), typ: documentTypes[type] });
  }
  const { payload: text, signatures } = await sign.sign();
  return `${JSON.stringify({ payload: text, signatures: signatures.map(({ protected: header, signature }) => ({ protected: header, signature })) })}\n`;
}
