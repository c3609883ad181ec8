// `npm run package`: creates the release folder from the two builds.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { filesOf } from '../build/budgets.ts';
import { folderFiles, zip } from './archive.ts';
import { billOfMaterials } from './bill-of-materials.ts';
import { idsOf } from './browsers.ts';
import { buildsIn, installables } from './installables.ts';
import { policyFolder } from './policies/policy-folder.ts';
import { signingKey } from './signing-key.ts';

const root = join(import.meta.dirname, '..', '..');

interface Options {
  readonly out: string;
  /** Where the release will be served; ends with a slash. */
  readonly baseUrl: string;
  readonly keyFile?: string | undefined;
  readonly edgeId?: string | undefined;
}

const madeHere = /^(node_modules|dist|out|coverage|\.git)(\/|$)/;

/**
 * What a store's reviewer needs to build the same package: all files tracked by git, or all of an
 * unpacked source archive.
 */
function sourceFiles(): Map<string, Uint8Array> {
  if (!existsSync(join(root, '.git'))) return folderFiles(root, (name) => !madeHere.test(name));
  const names = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((name) => name !== '');
  return new Map(
    names
      .filter((name) => existsSync(join(root, name)))
      .map((name) => [name, readFileSync(join(root, name))]),
  );
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Writes the release and returns its file names and the Chromium id. Reproducible for the same
 * commit and key.
 */
function packageRelease(options: Options): {
  readonly files: readonly string[];
  readonly chromiumId: string;
  readonly isThrowAwayKey: boolean;
} {
  const { key, isThrowAway } = signingKey(options.keyFile, process.env);
  const builds = buildsIn(root);
  const { version, chromiumId, addresses, files } = installables(builds, key, options.baseUrl);
  const name = `kaspersky-ban-advisory-${version}`;
  rmSync(options.out, { recursive: true, force: true });
  const write = (file: string, bytes: string | Uint8Array): void => {
    const path = join(options.out, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  };

  for (const [file, content] of files) write(file, content);
  write(`store/${name}-chrome-edge.zip`, zip(builds.chrome));
  write(`store/${name}-firefox.zip`, zip(builds.firefox));
  write(`store/${name}-source.zip`, zip(sourceFiles()));
  for (const [file, content] of policyFolder(idsOf(chromiumId, options.edgeId), addresses))
    write(`policy/${file}`, content);
  write('bom.cdx.json', billOfMaterials(root));
  const sums = filesOf(options.out).map(
    (file) => `${sha256(readFileSync(join(options.out, file)))}  ${file}\n`,
  );
  write('SHA256SUMS', sums.join(''));
  return { files: filesOf(options.out), chromiumId, isThrowAwayKey: isThrowAway };
}

/** The command; returns the exit code. */
export function main(args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      'base-url': { type: 'string' },
      key: { type: 'string' },
      'edge-id': { type: 'string' },
      out: { type: 'string' },
    },
  });
  const baseUrl = values['base-url'] ?? 'https://extensions.example.com/kaspersky-ban-advisory/';
  if (!URL.canParse(baseUrl) || !baseUrl.endsWith('/')) {
    console.error(
      '--base-url must be an address that ends with a slash, such as https://extensions.example.com/kba/',
    );
    return 2;
  }
  try {
    const out = values.out ?? join(root, 'out', 'release');
    const made = packageRelease({ out, baseUrl, keyFile: values.key, edgeId: values['edge-id'] });
    console.log(made.files.join('\n'));
    console.log(`Extension id in Chromium: ${made.chromiumId}`);
    if (values['base-url'] === undefined)
      console.log(
        'No --base-url was given: addresses in the release point to extensions.example.com.',
      );
    if (made.isThrowAwayKey)
      console.log(
        'Signed with a throw-away key, for trying only: the next release would have another id. Give --key FILE or CRX_KEY.',
      );
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
