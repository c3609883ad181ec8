// `root OUT`: drafts the next root. Each holder of a root key then adds a signature with `sign
// --type root`.
import { writeFile } from 'node:fs/promises';
import * as v from 'valibot';
import { RootSchema, type Root } from '../../../src/core/update/trust.ts';
import { CommandError, given, wrongUse, type Given } from '../command.ts';
import { readPublicKey } from './public-key.ts';
import { readSelfSignedRoot } from './signed-file.ts';

const usage = `Usage: npm run -s advisory -- root OUT --root-key FILE.pub … --advisory-key FILE.pub … [options]

  --root-key FILE.pub        a key that may sign roots; repeat for each
  --root-threshold N         how many of them must (default: more than half)
  --advisory-key FILE.pub    a key that may sign advisories; repeat for each
  --advisory-threshold N     how many of them must (default: 1)
  --previous SIGNED_ROOT     the root before this one: version, feed, keys and thresholds are taken from it unless given
  --feed ID                  id of the advisory (default: kaspersky-ban-advisory)
  --days N                   valid for so many days from now (default: 730)

Then: sign OUT --type root --key FILE … --out root/VERSION.json`;

const text = { type: 'string' } as const;
const options = {
  'root-key': { type: 'string', multiple: true },
  'advisory-key': { type: 'string', multiple: true },
  'root-threshold': text,
  'advisory-threshold': text,
  previous: text,
  feed: text,
  days: text,
} as const;

function count(given_: Given, name: string): number | null {
  const word = given_.one(name);
  if (word === null) return null;
  if (!/^[1-9]\d{0,4}$/.test(word))
    throw new CommandError(`--${name}: must be a whole number from 1`, 2);
  return Number(word);
}

export async function root(args: string[]): Promise<number> {
  const line = given(args, { usage, options });
  const [out, ...others] = line.positionals;
  if (out === undefined || others.length > 0) throw wrongUse(usage);
  const previousFile = line.one('previous');
  const previous = previousFile === null ? null : await readSelfSignedRoot(previousFile);
  const keysOf = async (role: 'root' | 'advisory') => {
    const named = await Promise.all(line.all(`${role}-key`).map(readPublicKey));
    return named.length > 0 || !previous
      ? named
      : previous.keys.filter(({ kid }) => previous[role].keys.includes(kid));
  };
  const [rootKeys, advisoryKeys] = [await keysOf('root'), await keysOf('advisory')];
  const kept = (role: 'root' | 'advisory') =>
    line.all(`${role}-key`).length === 0 ? previous?.[role].threshold : undefined;
  const draft: Root = {
    format: 1,
    feed: line.one('feed') ?? previous?.feed ?? 'kaspersky-ban-advisory',
    version: (previous?.version ?? 0) + 1,
    expires: new Date(Date.now() + (count(line, 'days') ?? 730) * 86_400_000).toISOString(),
    keys: [...new Map([...rootKeys, ...advisoryKeys].map((key) => [key.kid, key])).values()],
    root: {
      keys: rootKeys.map(({ kid }) => kid),
      threshold:
        count(line, 'root-threshold') ?? kept('root') ?? Math.floor(rootKeys.length / 2) + 1,
    },
    advisory: {
      keys: advisoryKeys.map(({ kid }) => kid),
      threshold: count(line, 'advisory-threshold') ?? kept('advisory') ?? 1,
    },
  };
  const checked = v.safeParse(RootSchema, draft);
  if (!checked.success)
    throw new CommandError(
      `This root can't be: ${v.getDotPath(checked.issues[0]) ?? 'the document'}: ${checked.issues[0].message}`,
    );
  await writeFile(out, `${JSON.stringify(draft, null, 2)}\n`);
  console.log(
    `${out}: root ${String(draft.version)} of ${draft.feed}, valid until ${draft.expires}, still to be signed by ${String(draft.root.threshold)} of its ${String(rootKeys.length)} root keys${previous ? ` and by ${String(previous.root.threshold)} of root ${String(previous.version)}` : ''}.`,
  );
  return 0;
}
