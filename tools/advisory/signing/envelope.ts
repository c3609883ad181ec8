// Creates a signed document: a file's exact bytes, with one signature per key.
import { documentTypes } from '../../../src/core/brand.ts';
import { GeneralSign, importJWK } from 'jose';
import * as v from 'valibot';
import { fromBase64url } from '../../../src/core/update/base64url.ts';
import { signatureAlgorithm, type DocumentType } from '../../../src/core/update/envelope.ts';
import type { SigningKey } from './key-file.ts';

type KidOf = (key: SigningKey) => string;

const SignedSchema = v.object({
  payload: v.string(),
  signatures: v.array(v.object({ protected: v.string(), signature: v.string() })),
});
type Signed = v.InferOutput<typeof SignedSchema>;

async function sign(
  payload: Uint8Array,
  type: DocumentType,
  keys: readonly SigningKey[],
  kidOf: KidOf,
): Promise<Signed> {
  const general = new GeneralSign(payload);
  for (const key of keys) {
    const privateKey = await importJWK(
      { kty: 'OKP', crv: 'Ed25519', x: key.x, d: key.d },
      signatureAlgorithm,
    );
    general
      .addSignature(privateKey)
      .setProtectedHeader({ alg: signatureAlgorithm, kid: kidOf(key), typ: documentTypes[type] });
  }
  const { payload: text, signatures } = await general.sign();
  return {
    payload: text,
    signatures: signatures.map(({ protected: header, signature }) => ({
      protected: header ?? '',
      signature,
    })),
  };
}

const written = (signed: Signed) => JSON.stringify(signed);

export async function signedEnvelope(
  payload: Uint8Array,
  type: DocumentType,
  keys: readonly SigningKey[],
  kidOf: KidOf = (key) => key.kid,
): Promise<string> {
  return written(await sign(payload, type, keys, kidOf));
}

/** Adds signatures to a document; a key that already signed gets its signature replaced. */
export async function addSignatures(
  envelope: Uint8Array,
  type: DocumentType,
  keys: readonly SigningKey[],
  kidOf: KidOf,
): Promise<string> {
  const old = v.parse(SignedSchema, JSON.parse(new TextDecoder().decode(envelope)));
  const added = await sign(fromBase64url(old.payload) ?? new Uint8Array(), type, keys, kidOf);
  const again = new Set(added.signatures.map((one) => one.protected));
  return written({
    payload: old.payload,
    signatures: [...old.signatures.filter((one) => !again.has(one.protected)), ...added.signatures],
  });
}
