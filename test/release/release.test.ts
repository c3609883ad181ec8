import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import project from '../../package.json' with { type: 'json' };
import { filesOf } from '../../tools/build/budgets.ts';
import { printed, runPrinted } from '../harness/printed.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'advisory-release-'));
const keyFile = join(folder, 'kba.pem');
const baseUrl = 'https://extensions.example.com/kba/';

/** Another place, another clock's zone, another language: what a build may not depend on. */
const elsewhere = {
  ...process.env,
  TZ: 'Pacific/Kiritimati',
  LC_ALL: 'C',
  LANG: 'C',
  USER: 'somebody',
  npm_config_cache: join(folder, 'npm'),
};

function packaged(from: string, out: string, environment: NodeJS.ProcessEnv = process.env): string {
  execFileSync(
    join(from, 'node_modules', '.bin', 'tsx'),
    ['tools/release/main.ts', '--key', keyFile, '--base-url', baseUrl, '--out', out],
    { cwd: from, env: environment, stdio: 'pipe' },
  );
  return out;
}

/** Unpacks the source archive of a release into an empty folder and makes the release again from it. */
function builtAgain(release: string, copy: string, environment: NodeJS.ProcessEnv): string {
  const archive = unzipSync(
    readFileSync(join(release, 'store', `kaspersky-ban-advisory-${project.version}-source.zip`)),
  );
  for (const [name, content] of Object.entries(archive)) {
    mkdirSync(dirname(join(copy, name)), { recursive: true });
    writeFileSync(join(copy, name), content);
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const run = (...command: readonly string[]) =>
    execFileSync(process.execPath, [...command], {
      cwd: copy,
      env: { ...environment, NODE_ENV: 'production' },
      stdio: 'pipe',
    });
  run('node_modules/tsx/dist/cli.mjs', 'tools/icons.ts');
  for (const target of ['chrome', 'firefox'])
    run('node_modules/vite/bin/vite.js', 'build', '--mode', target, '--logLevel', 'error');
  return packaged(copy, join(copy, 'out', 'release'), environment);
}

const digests = (release: string) =>
  Object.fromEntries(
    filesOf(release).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(release, file)))
        .digest('hex'),
    ]),
  );
const first = join(folder, 'first');
const text = (file: string) => readFileSync(join(first, file), 'utf8');
const zipped = (file: string) => unzipSync(readFileSync(join(first, file)));

beforeAll(() => {
  writeFileSync(
    keyFile,
    generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    }),
  );
  packaged(root, first);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('A release', () => {
  it('comes out byte for byte the same from its own source archive, in any folder and any time zone', () => {
    const one = builtAgain(first, join(folder, 'one'), process.env);
    const other = builtAgain(first, join(folder, 'a longer name', 'other'), elsewhere);
    expect(digests(one)).toEqual(digests(first));
    expect(digests(other)).toEqual(digests(first));
  }, 300_000);

  it('says nothing of the computer that made it', () => {
    for (const file of filesOf(first)) {
      const isZip = /\.(zip|xpi|crx)$/.test(file) && !file.endsWith('-source.zip');
      const contents =
        isZip && !file.endsWith('.crx')
          ? Object.values(zipped(file)).map((bytes) => strFromU8(bytes, true))
          : [readFileSync(join(first, file), 'latin1')];
      for (const content of contents)
        expect([file, content.includes(root), content.includes(tmpdir() + '/')]).toEqual([
          file,
          false,
          false,
        ]);
    }
  });

  it('is whole by its own list of sums, to sha256sum too', () => {
    const listed = text('SHA256SUMS')
      .trim()
      .split('\n')
      .map((line) => line.split('  ')[1]);
    expect(listed).toEqual(filesOf(first).filter((file) => file !== 'SHA256SUMS'));
    const { status, stdout } = runPrinted('sha256sum -c SHA256SUMS', first);
    expect([status, stdout.match(/: OK$/gm)?.length]).toEqual([0, listed.length]);
  });

  it('is whole again after the printed steps for an XPI that came back signed, and not before', () => {
    const served = join(folder, 'served');
    cpSync(first, served, { recursive: true });
    const xpi = join(served, 'kaspersky-ban-advisory.xpi');
    const signed = { ...unzipSync(readFileSync(xpi)), 'META-INF/mozilla.rsa': new Uint8Array(99) };
    writeFileSync(xpi, zipSync(signed));
    expect(runPrinted('sha256sum -c SHA256SUMS', served).status).toBe(1);
    const steps = runPrinted(printed('README', 'sh', 'updates.json'), served);
    expect([steps.status, steps.stderr]).toEqual([0, '']);
    expect(steps.stdout).not.toMatch(/FAILED/);
    const sum = createHash('sha256').update(readFileSync(xpi)).digest('hex');
    expect(readFileSync(join(served, 'updates.json'), 'utf8')).toContain(`sha256:${sum}`);
  });

  it('carries a bill of materials that CycloneDX’ strict schema takes, with every package inside and its license', async () => {
    const bill = text('bom.cdx.json');
    expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(bill)).toBeNull();
    const { components, dependencies, metadata } = JSON.parse(bill) as {
      dependencies: { ref: string; dependsOn?: string[] }[];
      components: { name: string; licenses: unknown[] }[];
      metadata: { component: { name: string; version: string } };
    };
    expect(metadata.component).toMatchObject({ name: project.name, version: project.version });
    expect(components.map(({ name }) => name).sort()).toEqual(
      Object.keys(project.dependencies).sort(),
    );
    // The schema wants it of none, but cdxgen's own check (12.8.4, strict) wants it of all.
    expect(dependencies.length).toBe(components.length + 1);
    for (const { ref, dependsOn } of dependencies)
      expect([ref, Array.isArray(dependsOn)]).toEqual([ref, true]);
    for (const { name, licenses } of components) expect([name, licenses.length]).toEqual([name, 1]);
    // Neither may differ from one build to the next.
    expect(bill).not.toMatch(/"(timestamp|serialNumber)"/);
  });

  it('tells browsers where its packages are, and nothing of that to the stores', () => {
    const version = project.version;
    const { gupdate } = new XMLParser({ ignoreAttributes: false }).parse(text('update.xml'));
    expect(gupdate.app.updatecheck).toMatchObject({
      '@_codebase': `${baseUrl}kaspersky-ban-advisory-${version}.crx`,
      '@_version': version,
    });
    const { addons } = JSON.parse(text('updates.json'));
    const [{ updates }] = Object.values(addons) as [
      { updates: { update_link: string; update_hash: string }[] },
    ];
    const sum = digests(first)['kaspersky-ban-advisory.xpi'];
    expect(updates).toMatchObject([
      {
        version,
        update_link: `${baseUrl}kaspersky-ban-advisory.xpi`,
        update_hash: `sha256:${sum}`,
      },
    ]);
    const manifest = (zip: string) =>
      JSON.parse(strFromU8(zipped(zip)['manifest.json'] ?? new Uint8Array()));
    expect(manifest('kaspersky-ban-advisory.xpi').browser_specific_settings.gecko.update_url).toBe(
      `${baseUrl}updates.json`,
    );
    for (const store of ['chrome-edge', 'firefox'])
      expect(
        JSON.stringify(manifest(`store/kaspersky-ban-advisory-${version}-${store}.zip`)),
      ).not.toContain('update_url');
  });

  it('is signed with a throw-away key where none is given, and says so; a key inside the repository is refused', () => {
    const run = (args: readonly string[], environment: NodeJS.ProcessEnv) =>
      spawnSync(
        'node_modules/.bin/tsx',
        ['tools/release/main.ts', '--out', join(folder, 'tried'), ...args],
        { cwd: root, env: environment, encoding: 'utf8' },
      );
    const { CRX_KEY: _, ...keyless } = process.env;
    const thrownAway = run([], keyless);
    expect(thrownAway.stdout).toMatch(/throw-away key, for trying only/);
    expect(thrownAway.stdout).toMatch(/No --base-url was given/);
    const own = run(['--base-url', baseUrl], {
      ...keyless,
      CRX_KEY: readFileSync(keyFile, 'utf8'),
    });
    expect(own.stdout).not.toMatch(/throw-away/);
    const id = /Extension id in Chromium: (\w+)/.exec(own.stdout)?.[1] ?? 'none';
    expect(text('update.xml')).toContain(`appid="${id}"`);

    const inside = join(root, 'out', 'key-inside.pem');
    mkdirSync(dirname(inside), { recursive: true });
    writeFileSync(inside, readFileSync(keyFile));
    const refused = run(['--key', inside], keyless);
    rmSync(inside);
    expect([refused.status, refused.stderr]).toEqual([
      1,
      expect.stringMatching(/lies inside the repository/),
    ]);
    expect(run(['--base-url', 'https://extensions.example.com/kba'], keyless).status).toBe(2);
  }, 120_000);
});
