// The key that signs the CRX and thereby fixes the extension's id forever. Never stored in the
// repository.
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { join, relative, isAbsolute } from 'node:path';

interface SigningKey {
  readonly key: KeyObject;
  readonly isThrowAway: boolean;
}

const root = join(import.meta.dirname, '..', '..');

/**
 * From `--key FILE`, else from the environment (`CRX_KEY`: PEM text), else a throw-away key. Throws
 * a readable error if a named key can't be used.
 */
export function signingKey(file: string | undefined, environment: NodeJS.ProcessEnv): SigningKey {
  let pem = environment['CRX_KEY'];
  if (file !== undefined) {
    const inside = relative(root, realpathSync(file));
    if (!inside.startsWith('..') && !isAbsolute(inside))
      throw new Error(`${file} lies inside the repository; keep the signing key outside of it`);
    pem = readFileSync(file, 'utf8');
  }
  if (pem === undefined)
    return {
      key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
      isThrowAway: true,
    };
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (cause) {
    throw new Error(`${file ?? 'CRX_KEY'} holds no private key in PEM`, { cause });
  }
  if (key.asymmetricKeyType !== 'rsa')
    throw new Error(
      `${file ?? 'CRX_KEY'} holds a key of the type ${key.asymmetricKeyType}; a CRX needs RSA`,
    );
  return { key, isThrowAway: false };
}
