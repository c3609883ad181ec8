// `verify SIGNED`: what a client would do with a signed document, using the same code.
import { readFile } from 'node:fs/promises';
import { parseOverlay } from '../../../src/core/advisory/overlay.ts';
import { parseAdvisoryValue } from '../../../src/core/advisory/parse.ts';
import {
  acceptDocument,
  type Accepted,
  type DocumentMeta,
} from '../../../src/core/update/accept.ts';
import type { Refusal } from '../../../src/core/update/refusal.ts';
import type { Result } from '../../../src/core/base/result.ts';
import {
  acceptRoot,
  organizationSigners,
  signersOf,
  type Root,
} from '../../../src/core/update/trust.ts';
import { cryptography } from '../../../src/platform/crypto.ts';
import { CommandError, given, readBytes, wrongUse } from '../command.ts';
import { readSelfSignedRoot, refusalWords } from './signed-file.ts';
import { readPin, trustPath } from './trust-file.ts';

const usage = `Usage: npm run -s advisory -- verify SIGNED [--root SIGNED_ROOT …]     (default: the root of src/data/trust.json)
       npm run -s advisory -- verify SIGNED_OVERLAY --public-key KEY …

  --root         the roots from the first that you trust to the newest, in order
  --public-key   for an organization's overlay: its keys as they stand in the policy (43 characters each)`;

/** The last of a chain of roots; each must follow from the one before it. */
export async function lastRoot(files: readonly string[]): Promise<Root> {
  const [first, ...rest] = files;
  if (first === undefined) throw new CommandError('No root is given.', 2);
  let root = await readSelfSignedRoot(first);
  for (const file of rest) {
    const next = await acceptRoot(new Uint8Array(await readFile(file)), root, cryptography.check);
    if (!next.ok)
      throw new CommandError(`${file}: clients would refuse it: ${refusalWords(next.error)}`);
    root = next.value;
  }
  return root;
}

async function pinnedRoot(): Promise<Root> {
  const pinned = await readPin(trustPath);
  if (!pinned) throw new CommandError('No feed is pinned; name the roots with --root.');
  return pinned.root;
}

export function acceptNow(bytes: Uint8Array, root: Root) {
  const expected = {
    type: 'advisory',
    signers: signersOf(root, 'advisory'),
    id: root.feed,
    parse: parseAdvisoryValue,
    held: null,
    now: Date.now(),
  } as const;
  return acceptDocument(bytes, expected, cryptography);
}

export function acceptOverlayNow(bytes: Uint8Array, publicKeys: readonly string[]) {
  const expected = {
    type: 'overlay',
    signers: organizationSigners(publicKeys),
    id: null,
    parse: parseOverlay,
    held: null,
    now: Date.now(),
  } as const;
  return acceptDocument(bytes, expected, cryptography);
}

export async function verify(args: string[]): Promise<number> {
  const line = given(args, {
    usage,
    options: {
      root: { type: 'string', multiple: true },
      'public-key': { type: 'string', multiple: true },
    },
  });
  const [file, ...others] = line.positionals;
  const [roots, publicKeys] = [line.all('root'), line.all('public-key')];
  if (file === undefined || others.length > 0 || (roots.length > 0 && publicKeys.length > 0))
    throw wrongUse(usage);
  const bytes = await readBytes(file);
  let result: Result<Accepted<DocumentMeta>, Refusal>;
  if (publicKeys.length > 0) {
    result = await acceptOverlayNow(bytes, publicKeys);
  } else {
    const root = roots.length > 0 ? await lastRoot(roots) : await pinnedRoot();
    result = await acceptNow(bytes, root);
    if (Date.parse(root.expires) <= Date.now())
      throw new CommandError(
        `Root ${String(root.version)} expired on ${root.expires}; clients would refuse every document until the next root is published.`,
      );
  }
  if (!result.ok)
    throw new CommandError(`${file}: clients would refuse it: ${refusalWords(result.error)}`);
  const { content, signedBy, digest } = result.value;
  console.log(
    `${file}: ${content.id} version ${String(content.version)}, issued ${content.issued}, expires ${content.expires}.`,
  );
  console.log(`Signed by ${signedBy.join(', ')}. SHA-256 of the document: ${digest}.`);
  return 0;
}
