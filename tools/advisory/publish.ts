// `publish DIR`: a folder for any static web server. Checked as a client would before anything is
// written.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseAdvisory } from '../../src/core/advisory/parse.ts';
import { parseEnvelope } from '../../src/core/update/envelope.ts';
import { CommandError, given, readBytes, wrongUse } from './command.ts';
import { advisoryPage } from './page.ts';
import { refusalWords } from './signing/signed-file.ts';
import { acceptNow, acceptOverlayNow, lastRoot } from './signing/verify.ts';

const usage = `Usage: npm run -s advisory -- publish DIR --advisory SIGNED --root SIGNED_ROOT …
       npm run -s advisory -- publish DIR --overlay SIGNED --public-key KEY …

  --advisory   the signed advisory
  --root       every signed root from the first to the newest, in order
  --overlay    an organization's signed document, in place of an advisory
  --public-key the keys that its policy names

Writes advisory.json, root/N.json, copies by version, document.json, index.html and SHA256SUMS.`;

type Files = ReadonlyMap<string, Uint8Array | string>;

async function publishedVersion(file: string): Promise<number> {
  if (!existsSync(file)) return 0;
  const envelope = parseEnvelope(await readBytes(file), 'advisory');
  const parsed = envelope.ok ? parseAdvisory(envelope.value.payload) : envelope;
  return parsed.ok ? parsed.value.version : 0;
}

/** Lines that `sha256sum -c` reads. */
function checksums(files: Files): string {
  return [...files]
    .map(([path, content]) => `${createHash('sha256').update(content).digest('hex')}  ${path}\n`)
    .sort()
    .join('');
}

/** In the map's order, checksums last. */
async function write(folder: string, files: Files): Promise<void> {
  for (const [path, content] of [...files, ['SHA256SUMS', checksums(files)] as const]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

async function publishOverlay(
  folder: string,
  file: string,
  publicKeys: readonly string[],
): Promise<number> {
  if (publicKeys.length === 0) throw wrongUse(usage);
  const signed = await readBytes(file);
  const accepted = await acceptOverlayNow(signed, publicKeys);
  if (!accepted.ok)
    throw new CommandError(
      `${file}: not published, since clients would refuse it: ${refusalWords(accepted.error)}`,
    );
  const { id, version } = accepted.value.content;
  await write(
    folder,
    new Map([
      [`overlay/${String(version)}.json`, signed],
      ['overlay.json', signed],
    ]),
  );
  console.log(
    `${folder}: ${id} version ${String(version)}. The server has to send "Access-Control-Allow-Origin: *" with it.`,
  );
  return 0;
}

export async function publish(args: string[]): Promise<number> {
  const options = {
    advisory: { type: 'string' },
    root: { type: 'string', multiple: true },
    overlay: { type: 'string' },
    'public-key': { type: 'string', multiple: true },
  } as const;
  const line = given(args, { usage, options });
  const [folder, ...others] = line.positionals;
  const [signedFile, rootFiles, overlayFile] = [
    line.one('advisory'),
    line.all('root'),
    line.one('overlay'),
  ];
  if (folder !== undefined && others.length === 0 && overlayFile !== null && signedFile === null)
    return publishOverlay(folder, overlayFile, line.all('public-key'));
  if (folder === undefined || others.length > 0 || signedFile === null || rootFiles.length === 0)
    throw wrongUse(usage);

  const root = await lastRoot(rootFiles);
  const signed = await readBytes(signedFile);
  const accepted = await acceptNow(signed, root);
  if (!accepted.ok)
    throw new CommandError(
      `${signedFile}: not published, since clients would refuse it: ${refusalWords(accepted.error)}`,
    );
  const { content: advisory, digest } = accepted.value;
  const latest = join(folder, 'advisory.json');
  const before = await publishedVersion(latest);
  const isOtherBytes =
    before === advisory.version && Buffer.compare(await readFile(latest), signed) !== 0;
  if (advisory.version < before)
    throw new CommandError(
      `${folder} serves version ${String(before)} already; clients would refuse ${String(advisory.version)} as a rollback.`,
    );

  const envelope = parseEnvelope(signed, 'advisory');
  const files = new Map<string, Uint8Array | string>([
    [`advisory/${String(advisory.version)}.json`, signed],
    ['document.json', envelope.ok ? envelope.value.payload : ''],
    ['index.html', advisoryPage(advisory, { digest, signedBy: accepted.value.signedBy, root })],
  ]);
  const firstRoot = root.version - rootFiles.length + 1;
  for (const [index, file] of rootFiles.entries())
    files.set(`root/${String(firstRoot + index)}.json`, await readBytes(file));
  files.set('root.json', files.get(`root/${String(root.version)}.json`) ?? '');
  // Last, so that clients never find a document before its root.
  files.set('advisory.json', signed);
  await write(folder, files);
  console.log(
    `${folder}: ${advisory.id} version ${String(advisory.version)}, root ${String(root.version)}, ${String(files.size + 1)} files.`,
  );
  if (isOtherBytes)
    console.error(
      'The version is the one that was published already, with other signatures; clients that have it keep it.',
    );
  return 0;
}
