// `publish DIR`: a folder that any static web server can serve. Checked as a client checks it before a byte is written.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseAdvisory } from '../../src/core/advisory/parse.ts';
import { parseEnvelope } from '../../src/core/update/envelope.ts';
import { CommandError, given, readBytes, wrongUse } from './command.ts';
import { advisoryPage } from './page.ts';
import { refusalWords } from './signed-file.ts';
import { acceptNow, lastRoot } from './verify.ts';

const usage = `Usage: npm run -s advisory -- publish DIR --advisory SIGNED --root SIGNED_ROOT …

  --advisory   the signed advisory
  --root       every signed root from the first to the newest, in order

Writes advisory.json, root/N.json, copies by version, document.json, index.html and SHA256SUMS.`;

async function publishedVersion(file: string): Promise<number> {
  if (!existsSync(file)) return 0;
  const envelope = parseEnvelope(await readBytes(file), 'advisory');
  const parsed = envelope.ok ? parseAdvisory(envelope.value.payload) : envelope;
  return parsed.ok ? parsed.value.version : 0;
}

/** The lines that sha256sum -c reads. */
function checksums(files: ReadonlyMap<string, Uint8Array | string>): string {
  return [...files].map(([path, content]) => `${createHash('sha256').update(content).digest('hex')}  ${path}\n`).sort().join('');
}

export async function publish(args: string[]): Promise<number> {
  const line = given(args, { usage, options: { advisory: { type: 'string' }, root: { type: 'string', multiple: true } } });
  const [folder, ...others] = line.positionals;
  const [signedFile, rootFiles] = [line.one('advisory'), line.all('root')];
  if (folder === undefined || others.length > 0 || signedFile === null || rootFiles.length === 0) throw wrongUse(usage);

  const root = await lastRoot(rootFiles);
  const signed = await readBytes(signedFile);
  const accepted = await acceptNow(signed, root);
  if (!accepted.ok) throw new CommandError(`${signedFile}: not published, since clients would refuse it: ${refusalWords(accepted.error)}`);
  const { content: advisory, digest } = accepted.value;
  const latest = join(folder, 'advisory.json');
  const before = await publishedVersion(latest);
  const isOtherBytes = before === advisory.version && Buffer.compare(await readFile(latest), signed) !== 0;
  if (advisory.version < before) throw new CommandError(`${folder} serves version ${String(before)} already; clients would refuse ${String(advisory.version)} as a rollback.`);

  const envelope = parseEnvelope(signed, 'advisory');
  const files = new Map<string, Uint8Array | string>([
    [`advisory/${String(advisory.version)}.json`, signed],
    ['document.json', envelope.ok ? envelope.value.payload : ''],
    ['index.html', advisoryPage(advisory, { digest, signedBy: accepted.value.signedBy, root })],
  ]);
  const firstRoot = root.version - rootFiles.length + 1;
  for (const [index, file] of rootFiles.entries()) files.set(`root/${String(firstRoot + index)}.json`, await readBytes(file));
  files.set('root.json', files.get(`root/${String(root.version)}.json`) ?? '');
  // Last, so that a client that asks meanwhile never finds a document whose root isn't there yet.
  files.set('advisory.json', signed);
  for (const [path, content] of [...files, ['SHA256SUMS', checksums(files)] as const]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  console.log(`${folder}: ${advisory.id} version ${String(advisory.version)}, root ${String(root.version)}, ${String(files.size + 1)} files.`);
  if (isOtherBytes) console.error('The version is the one that was published already, with other signatures; clients that have it keep it.');
  return 0;
}
