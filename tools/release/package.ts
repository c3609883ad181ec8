// `npm run package`: the release folder, made from the two builds.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { filesOf } from '../build/budgets.ts';
import { firefoxId } from '../build/manifest.ts';
import { folderFiles, zip } from './archive.ts';
import { idsOf } from './browsers.ts';
import { crx, extensionId } from './crx.ts';
import { policyFolder } from './policy-folder.ts';
import { signingKey } from './signing-key.ts';
import { updatesJson, updateXml, type Release } from './update-manifests.ts';

const root = join(import.meta.dirname, '..', '..');

interface Options {
  readonly out: string;
  /** Where the release will be served; ends with a slash. */
  readonly baseUrl: string;
  readonly keyFile?: string | undefined;
  readonly edgeId?: string | undefined;
}

function manifestOf(target: string): { version: string; minimum_chrome_version?: string; browser_specific_settings?: { gecko: { strict_min_version: string } } } {
  return JSON.parse(readFileSync(join(root, 'dist', target, 'manifest.json'), 'utf8'));
}

/** The Firefox build for self-hosting: the store refuses `update_url`, so only this flavour has one. */
function selfHostedFirefox(baseUrl: string): Map<string, Uint8Array> {
  const files = folderFiles(join(root, 'dist', 'firefox'));
  const manifest = JSON.parse(readFileSync(join(root, 'dist', 'firefox', 'manifest.json'), 'utf8'));
  // Firefox takes updates over https alone.
  if (baseUrl.startsWith('https:')) manifest.browser_specific_settings.gecko.update_url = new URL('updates.json', baseUrl).href;
  files.set('manifest.json', Buffer.from(JSON.stringify(manifest, null, 2)));
  return files;
}

function selfHostedChromium(baseUrl: string): Map<string, Uint8Array> {
  const files = folderFiles(join(root, 'dist', 'chrome'));
  const manifest = JSON.parse(readFileSync(join(root, 'dist', 'chrome', 'manifest.json'), 'utf8'));
  files.set('manifest.json', Buffer.from(JSON.stringify({ ...manifest, update_url: new URL('update.xml', baseUrl).href }, null, 2)));
  return files;
}

/** What a store's reviewer needs to build the same package: every file that git knows. */
function sourceFiles(): Map<string, Uint8Array> {
  const names = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter((name) => name !== '');
  return new Map(names.filter((name) => existsSync(join(root, name))).map((name) => [name, readFileSync(join(root, name))]));
}

function billOfMaterials(): string {
  const program = join(root, 'node_modules', '.bin', 'cyclonedx-npm');
  return execFileSync(program, ['--package-lock-only', '--omit', 'dev', '--output-reproducible', '--output-format', 'JSON', '--output-file', '-'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Writes the release; answers with its file names and the Chromium id. Two builds of one commit with one key give the same bytes. */
export function packageRelease(options: Options): { readonly files: readonly string[]; readonly chromiumId: string; readonly isThrowAwayKey: boolean } {
  const { key, isThrowAway } = signingKey(options.keyFile, process.env);
  const chrome = manifestOf('chrome');
  const firefox = manifestOf('firefox');
  const name = `kaspersky-ban-advisory-${chrome.version}`;
  rmSync(options.out, { recursive: true, force: true });
  const write = (file: string, bytes: string | Uint8Array): void => {
    const path = join(options.out, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  };

  const xpi = zip(selfHostedFirefox(options.baseUrl));
  write(`${name}.xpi`, xpi);
  write(`${name}.crx`, crx(zip(selfHostedChromium(options.baseUrl)), key));
  write(`store/${name}-chrome-edge.zip`, zip(folderFiles(join(root, 'dist', 'chrome'))));
  write(`store/${name}-firefox.zip`, zip(folderFiles(join(root, 'dist', 'firefox'))));
  write(`store/${name}-source.zip`, zip(sourceFiles()));

  const chromiumId = extensionId(key);
  const release: Release = {
    version: chrome.version,
    chromiumId,
    firefoxId,
    minimumChrome: chrome.minimum_chrome_version ?? '137',
    minimumFirefox: firefox.browser_specific_settings?.gecko.strict_min_version ?? '140.0',
    baseUrl: options.baseUrl,
    crxName: `${name}.crx`,
    xpiName: `${name}.xpi`,
    xpiSha256: sha256(xpi),
  };
  write('update.xml', updateXml(release));
  write('updates.json', updatesJson(release));
  const addresses = { chromiumUpdate: new URL('update.xml', options.baseUrl).href, firefoxXpi: new URL(release.xpiName, options.baseUrl).href };
  for (const [file, content] of policyFolder(idsOf(chromiumId, options.edgeId), addresses)) write(`policy/${file}`, content);
  write('bom.cdx.json', billOfMaterials());
  const sums = filesOf(options.out).map((file) => `${sha256(readFileSync(join(options.out, file)))}  ${file}\n`);
  write('SHA256SUMS', sums.join(''));
  return { files: filesOf(options.out), chromiumId, isThrowAwayKey: isThrowAway };
}

/** The command; answers with the exit code. */
export function main(args: string[]): number {
  const { values } = parseArgs({
    args,
    options: { 'base-url': { type: 'string' }, key: { type: 'string' }, 'edge-id': { type: 'string' }, out: { type: 'string' } },
  });
  const baseUrl = values['base-url'] ?? 'https://extensions.example.com/kaspersky-ban-advisory/';
  if (!URL.canParse(baseUrl) || !baseUrl.endsWith('/')) {
    console.error('--base-url must be an address that ends with a slash, such as https://extensions.example.com/kba/');
    return 2;
  }
  try {
    const out = values.out ?? join(root, 'out', 'release');
    const made = packageRelease({ out, baseUrl, keyFile: values.key, edgeId: values['edge-id'] });
    console.log(made.files.join('\n'));
    console.log(`Extension id in Chromium: ${made.chromiumId}`);
    if (values['base-url'] === undefined) console.log('No --base-url was given: addresses in the release point to extensions.example.com.');
    if (made.isThrowAwayKey) console.log('Signed with a throw-away key, for trying only: the next release would have another id. Give --key FILE or CRX_KEY.');
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
