// The public half of a key, as `keygen` writes it beside the secret one.
import * as v from 'valibot';
import { CommandError, readBytes } from '../command.ts';

const PublicKeySchema = v.object({ kid: v.string(), x: v.string() });
type PublicKey = v.InferOutput<typeof PublicKeySchema>;

export async function readPublicKey(file: string): Promise<PublicKey> {
  const text = new TextDecoder().decode(await readBytes(file));
  try {
    return v.parse(PublicKeySchema, JSON.parse(text));
  } catch (cause) {
    if (cause instanceof SyntaxError || v.isValiError(cause))
      throw new CommandError(`${file}: is not a public key as keygen writes it`);
    throw cause;
  }
}
