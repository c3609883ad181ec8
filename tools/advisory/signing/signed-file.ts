// Reads signed files to check or extend them. Explains why it refuses what clients would refuse.
import * as v from 'valibot';
import { parseEnvelope, type DocumentType } from '../../../src/core/update/envelope.ts';
import type { Refusal } from '../../../src/core/update/refusal.ts';
import { checkSigned, RootSchema, signersOf, type Root } from '../../../src/core/update/trust.ts';
import { cryptography } from '../../../src/platform/crypto.ts';
import { CommandError, readBytes } from '../command.ts';

export function refusalWords({ reason, ...data }: Refusal): string {
  const details = Object.entries(data).map(([name, value]) => `${name} ${String(value)}`);
  return details.length > 0 ? `${reason} (${details.join(', ')})` : reason;
}

/** An envelope's payload, without any check. */
export async function payloadOf(
  file: string,
  type: DocumentType,
): Promise<Uint8Array<ArrayBuffer>> {
  const envelope = parseEnvelope(await readBytes(file), type);
  if (!envelope.ok)
    throw new CommandError(`${file}: is not a signed ${type}: ${refusalWords(envelope.error)}`);
  return envelope.value.payload;
}

function parseRoot(file: string, bytes: Uint8Array): Root {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new CommandError(`${file}: is not JSON`);
  }
  const parsed = v.safeParse(RootSchema, value);
  if (!parsed.success)
    throw new CommandError(
      `${file}: is not a root: ${v.getDotPath(parsed.issues[0]) ?? 'the document'}: ${parsed.issues[0].message}`,
    );
  return parsed.output;
}

/** A root signed by enough of its own keys, so that it can be pinned. */
export async function readSelfSignedRoot(file: string): Promise<Root> {
  const bytes = await readBytes(file);
  const root = parseRoot(file, await payloadOf(file, 'root'));
  const envelope = parseEnvelope(bytes, 'root');
  if (!envelope.ok) throw new CommandError(`${file}: ${refusalWords(envelope.error)}`);
  // A later root is also signed by the previous keys; ignore those.
  const known = new Set(root.root.keys);
  const signed = await checkSigned(
    envelope.value.parts.filter(({ kid }) => known.has(kid)),
    signersOf(root, 'root'),
    cryptography.check,
  );
  if (!signed.ok)
    throw new CommandError(
      `${file}: is not signed by its own root keys: ${refusalWords(signed.error)}`,
    );
  return root;
}
