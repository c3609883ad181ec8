// `sign FILE`: signs a document's exact bytes, or adds signatures to a signed one.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { parseOverlay } from '../../../src/core/advisory/overlay.ts';
import { parseAdvisory } from '../../../src/core/advisory/parse.ts';
import { checkAdvisory } from '../../../src/core/advisory/editorial/check.ts';
import { documentTypes } from '../../../src/core/brand.ts';
import { parseEnvelope, type DocumentType } from '../../../src/core/update/envelope.ts';
import { RootSchema } from '../../../src/core/update/trust.ts';
import { CommandError, given, readBytes, wrongUse } from '../command.ts';
import { addSignatures, signedEnvelope } from './envelope.ts';
import { readKey } from './key-file.ts';
import { passphraseFor } from './passphrase.ts';
import { payloadOf } from './signed-file.ts';

const usage = `Usage: npm run -s advisory -- sign FILE --key KEYFILE … --out SIGNED [--type advisory|overlay|root]

FILE is the document itself, or the signed file of another keeper, to which your signature is added.
  --key KEYFILE   a secret key as keygen writes it; repeat for several
  --type          what is signed (default: advisory)`;

const options = {
  key: { type: 'string', multiple: true },
  out: { type: 'string' },
  type: { type: 'string' },
} as const;

/** Never sign what clients would refuse. */
function faultOf(bytes: Uint8Array, type: DocumentType): string | null {
  const said = ({ path, message }: { path: string; message: string }) =>
    `${path || 'the document'}: ${message}`;
  if (type === 'advisory') {
    const parsed = parseAdvisory(bytes);
    const [fault] = parsed.ok ? checkAdvisory(parsed.value) : parsed.error;
    return fault ? said(fault) : null;
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    return `is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
  if (type === 'overlay') {
    const parsed = parseOverlay(value);
    return parsed.ok || !parsed.error[0] ? null : said(parsed.error[0]);
  }
  const parsed = v.safeParse(RootSchema, value);
  return parsed.success
    ? null
    : said({ path: v.getDotPath(parsed.issues[0]) ?? '', message: parsed.issues[0].message });
}

function isType(word: string): word is DocumentType {
  return Object.hasOwn(documentTypes, word);
}

export async function sign(args: string[]): Promise<number> {
  const line = given(args, { usage, options });
  const [file, ...others] = line.positionals;
  const [out, type, keyFiles] = [line.one('out'), line.one('type') ?? 'advisory', line.all('key')];
  if (
    file === undefined ||
    others.length > 0 ||
    out === null ||
    keyFiles.length === 0 ||
    !isType(type)
  )
    throw wrongUse(usage);
  const bytes = await readBytes(file);
  const isSigned = parseEnvelope(bytes, type).ok;
  const fault = faultOf(isSigned ? await payloadOf(file, type) : bytes, type);
  if (fault !== null) throw new CommandError(`${file}: not signed: ${fault}`);
  const keys = [];
  for (const keyFile of keyFiles) keys.push(await readKey(keyFile, () => passphraseFor(keyFile)));
  // Policies name an organization's keys by the key itself.
  const kidOf = (key: { kid: string; x: string }) => (type === 'overlay' ? key.x : key.kid);
  const envelope = isSigned
    ? await addSignatures(bytes, type, keys, kidOf)
    : await signedEnvelope(bytes, type, keys, kidOf);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, envelope);
  console.log(`${out}: signed as ${type} by ${keys.map(kidOf).join(', ')}.`);
  return 0;
}
