// The policy files of a release in administrators' own tools, and the commands that docs/admin prints,
// each run as it stands.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { families, idsOf } from '../../tools/release/browsers.ts';
import { forceInstalled } from '../../tools/release/policies/json-policies.ts';
import { regFile } from '../../tools/release/policies/reg-file.ts';
import { policyFolder, sampleValues } from '../../tools/release/policies/policy-folder.ts';
import { hasProgram, printed, printedBlocks, runPrinted } from '../harness/printed.ts';

const folder = mkdtempSync(join(tmpdir(), 'advisory-admin-'));
const ids = idsOf('abcdefghijklmnopabcdefghijklmnop');
const addresses = {
  chromiumUpdate: 'https://extensions.example.com/kba/update.xml',
  firefoxXpi: 'https://extensions.example.com/kba/kaspersky-ban-advisory.xpi',
};
const files = policyFolder(ids, addresses);
const docs = new URL('../../docs/admin/', import.meta.url);
const pages = readdirSync(docs).map((file) => file.replace(/\.md$/, ''));
const pageOf = (name: string) => readFileSync(new URL(`${name}.md`, docs), 'utf8');
for (const [name, content] of files) {
  const path = join(folder, 'policy', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const named = (...endings: readonly string[]) =>
  [...files.keys()].filter((name) => endings.some((ending) => name.endsWith(ending)));

function run(program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: join(folder, 'policy'),
    encoding: 'utf8',
  });
  expect([program, ...args, status, stderr]).toEqual([program, ...args, 0, '']);
  return stdout;
}

/** Says so where a program is missing. */
function withProgram(program: string, title: string, test: () => void): void {
  const isThere = hasProgram(program);
  if (!isThere) console.error(`NOT PROVED, for want of ${program}: ${title}.`);
  it.runIf(isThere)(title, test);
}

describe('The policy files of a release', () => {
  withProgram('xmllint', 'are well-formed XML to libxml2', () => {
    const xml = named('.admx', '.adml', '.mobileconfig');
    expect(xml.length).toBe(9);
    run('xmllint', '--nonet', '--noout', ...xml);
  });

  withProgram('plistutil', 'are profiles to libplist', () => {
    // It ends with 0 on a broken one, too, and says so in words (findings/plist-tool-exit-status.sh).
    const check = (name: string) => run('plistutil', '-i', name, '-o', '/dev/null');
    for (const name of named('.mobileconfig')) expect([name, check(name)]).toEqual([name, '']);
    writeFileSync(join(folder, 'policy', 'cut.plist'), '<plist><dict><key>mode</key></plist>');
    expect(check('cut.plist')).not.toBe('');
  });

  withProgram('python3', 'are profiles to Python, with the sample’s values at their place', () => {
    const [name = ''] = named('chrome.mobileconfig');
    const [settings] = JSON.parse(
      run(
        'python3',
        '-c',
        'import json, plistlib, sys; print(json.dumps(plistlib.load(open(sys.argv[1], "rb"))["PayloadContent"]))',
        name,
      ),
    ) as readonly Record<string, unknown>[];
    expect(settings).toMatchObject(sampleValues);
  });

  withProgram('jq', 'are JSON to jq, and each has the sample’s mode at its place', () => {
    const json = named('.json');
    expect(json.length).toBeGreaterThan(7);
    run('jq', '-e', '.', ...json);
    const mode = (place: string, file: string) => run('jq', '-r', place, file).trim();
    const id = ids.chrome;
    expect([
      mode(`.["3rdparty"].extensions.${id}.mode`, 'linux/chrome-and-chromium.json'),
      mode(`.policies["3rdparty"].Extensions["${ids.firefox}"].mode`, 'firefox/policies.json'),
      mode('.mode.Value', 'google-admin.json'),
    ]).toEqual(Array(3).fill(sampleValues.mode));
  });

  withProgram('python3', 'pass the check that the page on Linux prints', () => {
    const check = 'python3 -m json.tool';
    expect(pageOf('linux')).toContain(`\`${check} FILE\``);
    for (const name of ['linux/chrome-and-chromium.json', 'firefox/policies.json'])
      expect(runPrinted(`${check} 'policy/${name}'`, folder).status).toBe(0);
    writeFileSync(join(folder, 'comma.json'), '{"policies": {},}');
    expect(runPrinted(`${check} comma.json`, folder).status).toBe(1);
  });
});

describe('The JSON that docs/admin prints', () => {
  it.each(families)('is on the page for Windows what the release says to %s', (family) => {
    const printedIds = { ...ids, chrome: 'EXTENSION_ID', edge: 'EXTENSION_ID' };
    const entry = JSON.stringify(forceInstalled(family, printedIds, addresses));
    expect(pageOf('windows')).toContain(`\`${entry}\``);
  });

  it('is JSON', () => {
    const blocks = pages.flatMap((page) => printedBlocks(page, 'json'));
    expect(blocks.length).toBeGreaterThan(1);
    for (const block of blocks) expect(() => JSON.parse(block) as unknown, block).not.toThrow();
  });
});

describe('The commands that docs/admin prints', () => {
  const shell = pages.flatMap((page) =>
    printedBlocks(page, 'sh').map((block, index) => [page, index, block] as const),
  );

  it('are in more than one place', () => expect(shell.length).toBeGreaterThan(7));

  withProgram('shellcheck', 'have no fault that a shell checker knows', () => {
    for (const [page, index, block] of shell) {
      const file = join(folder, `${page}-${String(index)}.sh`);
      writeFileSync(file, block.startsWith('#!') ? block : `#!/bin/sh\n${block}`);
      // A script that an administrator sources nothing into, and words in braces that stay words.
      run('shellcheck', '--severity=warning', file);
    }
  });

  withProgram('grep', 'find the products’ names in a DNS log, and no reader of the website', () => {
    const log = [
      'query[A] dnl-01.geo.kaspersky.com from 192.0.2.7',
      'query[AAAA] ksn.kaspersky-labs.com from 192.0.2.7',
      '192.0.2.8 activation-v2.kaspersky.com A',
      'query[A] www.kaspersky.com from 192.0.2.9',
      'query[A] support.kaspersky.com from 192.0.2.9',
      'query[A] notgeo.kaspersky.com from 192.0.2.9',
    ];
    writeFileSync(join(folder, 'dns.log'), log.join('\n'));
    const { stdout } = runPrinted(printed('inventory', 'sh', 'dns.log'), folder);
    expect(stdout.trim().split('\n')).toEqual(log.slice(0, 3));
  });

  it('say for Jamf that nothing was found where nothing is', () => {
    const scripts = shell.filter(([, , block]) => block.includes('<result>'));
    expect(scripts.length).toBe(2);
    for (const [, , block] of scripts)
      expect(runPrinted(block, folder).stdout.trim()).toBe('<result>not found</result>');
  });
});

// Debian's package has the 64-bit program outside the search path.
const wine = ['/usr/lib/wine/wine64', 'wine64', 'wine'].find(hasProgram);
if (wine === undefined)
  console.error('NOT PROVED, for want of wine64: the registry commands for a trial on Windows.');

describe.runIf(wine !== undefined)('A trial on Windows', () => {
  const environment = { ...process.env, WINEPREFIX: join(folder, 'wine'), WINEDEBUG: '-all' };
  const [importIt = [], query = [], remove = []] = printed('windows', 'bat', 'reg import')
    .replaceAll('EXTENSION_ID', ids.chrome)
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  const reg = (command: readonly string[]) =>
    spawnSync(wine ?? '', command, { cwd: folder, encoding: 'utf8', env: environment });
  const values = () =>
    [...reg(query).stdout.matchAll(/^ {4}(\S+) +REG_(\S+) +(.*?)\r?$/gm)].map(([, ...of]) => of);

  it('takes an entry off that the file no longer has, and ends without a trace', () => {
    expect(reg(importIt).status).toBe(0);
    const first = values();
    expect(first).toContainEqual(['mode', 'SZ', 'warn']);
    expect(first).toContainEqual(['firstRunPage', 'DWORD', '0x0']);
    expect(first).toContainEqual(['2', 'SZ', '*.kaspersky.example']);
    const fewer = { ...sampleValues, exceptions: ['research.example.com'] };
    const sample = join(folder, ...(importIt.at(-1) ?? '').split('\\'));
    writeFileSync(sample, Buffer.from(`\ufeff${regFile('chrome', ids, fewer)}`, 'utf16le'));
    expect(reg(importIt).status).toBe(0);
    expect(values()).toEqual(first.filter(([, , text]) => text !== '*.kaspersky.example'));
    expect(reg(remove).status).toBe(0);
    expect(reg(query).status).toBe(1);
    // Its server ends with the last program, after a while; the folder goes at once.
    spawnSync('/usr/lib/wine/wineserver64', ['-k'], { env: environment });
  }, 300_000);
});
