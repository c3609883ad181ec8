// `keygen FILE`: creates a signing key. FILE is secret and stays outside the repository; FILE.pub
// is public.
import { writeFile } from 'node:fs/promises';
import { resolve, relative, isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError, given, wrongUse } from '../command.ts';
import { newKey, writeKey } from './key-file.ts';
import { newPassphrase } from './passphrase.ts';

const usage = `Usage: npm run -s advisory -- keygen FILE [--plain]

Writes a new Ed25519 key to FILE (mode 600, encrypted by a passphrase) and its public half to FILE.pub.
  --plain   without a passphrase, for a key that a machine signs with`;

const repository = fileURLToPath(new URL('../../../', import.meta.url));

function isInRepository(file: string): boolean {
  const path = relative(repository, resolve(file));
  return !path.startsWith('..') && !isAbsolute(path);
}

export async function keygen(args: string[]): Promise<number> {
  const { positionals, has } = given(args, { usage, options: { plain: { type: 'boolean' } } });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw wrongUse(usage);
  if (isInRepository(file))
    throw new CommandError(`${file}: lies in the repository; a key is kept outside it.`);
  const key = await newKey();
  await writeKey(file, key, has('plain') ? null : await newPassphrase(file));
  await writeFile(`${file}.pub`, `${JSON.stringify({ kid: key.kid, x: key.x })}\n`);
  console.log(
    `${file}: the secret key${has('plain') ? ', not encrypted' : ', encrypted'}. Keep a copy offline.`,
  );
  console.log(`${file}.pub: the public key.`);
  console.log(`key id      ${key.kid}`);
  console.log(`public key  ${key.x}`);
  return 0;
}
