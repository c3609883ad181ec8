// A private key in a file outside the repository: a JWK (RFC 7517), optionally encrypted with a
// passphrase (RFC 7518, 4.8).
import { readFile, stat, writeFile } from 'node:fs/promises';
import {
  CompactEncrypt,
  calculateJwkThumbprint,
  compactDecrypt,
  exportJWK,
  generateKeyPair,
} from 'jose';
import * as v from 'valibot';
import { CommandError } from '../command.ts';

const KeySchema = v.object({
  kty: v.literal('OKP'),
  crv: v.literal('Ed25519'),
  x: v.string(),
  d: v.string(),
});

export interface SigningKey {
  /** RFC 7638 thumbprint of the public key. */
  readonly kid: string;
  /** The public key in base64url. */
  readonly x: string;
  readonly d: string;
}

const algorithm = 'PBES2-HS512+A256KW';
/**
 * OWASP recommends 210,000 for PBKDF2 with HMAC-SHA-512; a key is opened only a few times a month.
 */
const iterations = 600_000;

const thumbprint = (x: string) => calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x });

export async function newKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('Ed25519', { extractable: true });
  const { x, d } = v.parse(KeySchema, await exportJWK(privateKey));
  return { kid: await thumbprint(x), x, d };
}

/** Writes a new file readable only by its owner. Never overwrites a file. */
export async function writeKey(
  file: string,
  { x, d, kid }: SigningKey,
  passphrase: string | null,
): Promise<void> {
  const jwk = JSON.stringify({ kty: 'OKP', crv: 'Ed25519', kid, x, d });
  const text =
    passphrase === null
      ? jwk
      : await new CompactEncrypt(new TextEncoder().encode(jwk))
          .setProtectedHeader({ alg: algorithm, enc: 'A256GCM', cty: 'jwk+json' })
          .setKeyManagementParameters({ p2c: iterations })
          .encrypt(new TextEncoder().encode(passphrase));
  try {
    await writeFile(file, `${text}\n`, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    const isThere = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    throw isThere
      ? new CommandError(`${file}: is there already; a key is never overwritten`)
      : cause;
  }
}

export async function readKey(
  file: string,
  passphrase: () => Promise<string>,
): Promise<SigningKey> {
  const text = await readFile(file, 'utf8').then(
    (read) => read.trim(),
    (cause: unknown) => {
      throw new CommandError(
        `${file}: cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      );
    },
  );
  if (process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0)
    throw new CommandError(`${file}: others may read it; run chmod 600 ${file}`);
  let jwk = text;
  if (!text.startsWith('{')) {
    const secret = new TextEncoder().encode(await passphrase());
    const opened = await compactDecrypt(text, secret, {
      keyManagementAlgorithms: [algorithm],
      maxPBES2Count: iterations,
    }).catch(() => null);
    if (!opened) throw new CommandError(`${file}: does not open with this passphrase`);
    jwk = new TextDecoder().decode(opened.plaintext);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(jwk);
  } catch {
    throw new CommandError(`${file}: is not a key file`);
  }
  const key = v.safeParse(KeySchema, parsed);
  if (!key.success) throw new CommandError(`${file}: is not an Ed25519 private key`);
  return { kid: await thumbprint(key.output.x), x: key.output.x, d: key.output.d };
}
