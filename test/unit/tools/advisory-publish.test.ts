// The publisher's way from a key to a folder that clients can be pinned to, by the commands themselves.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { diff } from '../../../tools/advisory/diff.ts';
import { keygen } from '../../../tools/advisory/signing/keygen.ts';
import { readKey } from '../../../tools/advisory/signing/key-file.ts';
import { pin } from '../../../tools/advisory/signing/pin.ts';
import { publish } from '../../../tools/advisory/publish.ts';
import { root } from '../../../tools/advisory/signing/root.ts';
import { sign } from '../../../tools/advisory/signing/sign.ts';
import { readPin } from '../../../tools/advisory/signing/trust-file.ts';
import { verify } from '../../../tools/advisory/signing/verify.ts';
import { sampleAdvisory } from '../../cases/advisory/sample-advisory.ts';

const folder = mkdtempSync(join(tmpdir(), 'advisory-publisher-'));
const at = (name: string) => join(folder, name);
const key = (name: string) => ['--key', at(name)];
const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();

function advisory(
  name: string,
  version: number,
  change: (draft: ReturnType<typeof sampleAdvisory>) => void = () => undefined,
): string {
  const draft = { ...sampleAdvisory(), version, issued: days(-1), expires: days(90) };
  change(draft);
  writeFileSync(at(name), JSON.stringify(draft));
  return at(name);
}

let printed = '';
beforeAll(async () => {
  const silence = {
    log: (line: string) => void (printed += `${line}\n`),
    error: (line: string) => void (printed += `${line}\n`),
  };
  vi.spyOn(console, 'log').mockImplementation(silence.log);
  vi.spyOn(console, 'error').mockImplementation(silence.error);
  for (const name of ['one', 'two', 'three', 'issuer', 'next-issuer'])
    await keygen([at(name), '--plain']);
  await root([
    at('1.draft'),
    ...['one', 'two', 'three'].flatMap((name) => ['--root-key', at(`${name}.pub`)]),
    '--advisory-key',
    at('issuer.pub'),
    '--feed',
    'sample',
  ]);
  await sign([
    at('1.draft'),
    '--type',
    'root',
    ...key('one'),
    ...key('two'),
    '--out',
    at('1.json'),
  ]);
  await sign([advisory('v2.json', 2), ...key('issuer'), '--out', at('v2.signed')]);
});
afterEach(() => void (printed = ''));
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe('A key', () => {
  it('is readable by its owner only, is never overwritten, and never lies in the repository', async () => {
    expect(statSync(at('one')).mode & 0o777).toBe(0o600);
    await expect(keygen([at('one'), '--plain'])).rejects.toThrow(/never overwritten/);
    await expect(keygen(['my-key', '--plain'])).rejects.toThrow(/outside/);
    chmodSync(at('three'), 0o644);
    await expect(readKey(at('three'), () => Promise.resolve(''))).rejects.toThrow(/chmod 600/);
    chmodSync(at('three'), 0o600);
  });

  it('that is encrypted opens with its passphrase and with no other', async () => {
    vi.stubEnv('ADVISORY_PASSPHRASE', 'correct horse battery');
    await keygen([at('locked')]);
    vi.unstubAllEnvs();
    expect(readFileSync(at('locked'), 'utf8')).not.toContain('"d"');
    expect(
      (await readKey(at('locked'), () => Promise.resolve('correct horse battery'))).x,
    ).toHaveLength(43);
    await expect(
      readKey(at('locked'), () => Promise.resolve('wrong horse battery')),
    ).rejects.toThrow(/passphrase/);
  });
});

describe('Publishing', () => {
  it('makes a folder with document, roots, a page with sources, and checksums that are right', async () => {
    await publish([at('www'), '--advisory', at('v2.signed'), '--root', at('1.json')]);
    for (const line of readFileSync(at('www/SHA256SUMS'), 'utf8').trim().split('\n')) {
      const [sum, path = ''] = line.split('  ');
      expect(
        createHash('sha256')
          .update(readFileSync(at(`www/${path}`)))
          .digest('hex'),
        path,
      ).toBe(sum);
    }
    const page = readFileSync(at('www/index.html'), 'utf8');
    expect(page).toContain('https://authority.example/order');
    expect(page).not.toMatch(/<script/);
    expect(readFileSync(at('www/document.json'))).toEqual(readFileSync(at('v2.json')));
    expect(await verify([at('www/advisory.json'), '--root', at('www/root/1.json')])).toBe(0);
  });

  it('refuses a document that clients would refuse: a stranger’s signature, an older version', async () => {
    await sign([at('v2.json'), ...key('three'), '--out', at('strange')]);
    await expect(
      publish([at('new'), '--advisory', at('strange'), '--root', at('1.json')]),
    ).rejects.toThrow(/unknown-key/);
    expect(existsSync(at('new'))).toBe(false);
    await sign([advisory('v1.json', 1), ...key('issuer'), '--out', at('v1.signed')]);
    await expect(
      publish([at('www'), '--advisory', at('v1.signed'), '--root', at('1.json')]),
    ).rejects.toThrow(/rollback/);
  });

  it('escapes what stands in the document', async () => {
    advisory(
      'odd.json',
      3,
      (draft) =>
        void (draft.questions = draft.questions.map((one) => ({
          ...one,
          answer: { en: '<script>alert(1)</script>' },
        }))),
    );
    await sign([at('odd.json'), ...key('issuer'), '--out', at('odd.signed')]);
    await publish([at('odd'), '--advisory', at('odd.signed'), '--root', at('1.json')]);
    expect(readFileSync(at('odd/index.html'), 'utf8')).toContain('&lt;script&gt;');
  });

  it('goes on after a rotation of the key that issues, with every root in the folder', async () => {
    await root([
      at('2.draft'),
      '--previous',
      at('1.json'),
      '--advisory-key',
      at('next-issuer.pub'),
    ]);
    await sign([at('2.draft'), '--type', 'root', ...key('two'), '--out', at('2.json')]);
    await expect(
      publish([
        at('www'),
        '--advisory',
        at('v2.signed'),
        '--root',
        at('1.json'),
        '--root',
        at('2.json'),
      ]),
    ).rejects.toThrow(/too-few/);
    await sign([at('2.json'), '--type', 'root', ...key('three'), '--out', at('2.json')]);
    await sign([advisory('v3.json', 3), ...key('next-issuer'), '--out', at('v3.signed')]);
    await publish([
      at('www'),
      '--advisory',
      at('v3.signed'),
      '--root',
      at('1.json'),
      '--root',
      at('2.json'),
    ]);
    expect(readFileSync(at('www/root/2.json'))).toEqual(readFileSync(at('www/root.json')));
  });

  it('serves an organization’s document by the keys that its policy names, and by no other', async () => {
    writeFileSync(
      at('own.json'),
      JSON.stringify({ format: 1, id: 'own', version: 1, issued: days(-1), expires: days(60) }),
    );
    await sign([at('own.json'), '--type', 'overlay', ...key('issuer'), '--out', at('own.signed')]);
    const publicKey = (name: string) =>
      (JSON.parse(readFileSync(at(`${name}.pub`), 'utf8')) as { x: string }).x;
    await expect(
      publish([at('own'), '--overlay', at('own.signed'), `--public-key=${publicKey('one')}`]),
    ).rejects.toThrow(/unknown-key/);
    await publish([
      at('own'),
      '--overlay',
      at('own.signed'),
      `--public-key=${publicKey('issuer')}`,
    ]);
    expect(readFileSync(at('own/overlay.json'))).toEqual(readFileSync(at('own.signed')));
    expect(await verify([at('own/overlay.json'), `--public-key=${publicKey('issuer')}`])).toBe(0);
  });

  it('signs nothing that has a fault', async () => {
    advisory('bad.json', 4, (draft) => void (draft.sources = []));
    await expect(
      sign([at('bad.json'), ...key('issuer'), '--out', at('bad.signed')]),
    ).rejects.toThrow(/not signed: sources/);
  });
});

describe('Pinning', () => {
  it('writes one file, and takes the feed away again', async () => {
    await pin(['https://feed.example/advisory/', at('1.json'), '--trust', at('trust.json')]);
    expect(await readPin(at('trust.json'))).toMatchObject({
      address: 'https://feed.example/advisory/',
      root: { version: 1, feed: 'sample' },
    });
    await pin(['--none', '--trust', at('trust.json')]);
    expect(await readPin(at('trust.json'))).toBeNull();
  });

  it('refuses plain http, and a root that its own keys have not signed often enough', async () => {
    await expect(
      pin(['http://feed.example/', at('1.json'), '--trust', at('trust.json')]),
    ).rejects.toThrow(/https/);
    await sign([at('1.draft'), '--type', 'root', ...key('one'), '--out', at('half.json')]);
    await expect(
      pin(['https://feed.example/', at('half.json'), '--trust', at('trust.json')]),
    ).rejects.toThrow(/too-few/);
  });
});

describe('The difference between two advisories', () => {
  it('is said in plain words, what concerns people first', async () => {
    advisory('later.json', 5, (draft) => {
      const [deadline] = draft.deadlines;
      if (deadline) draft.deadlines = [{ ...deadline, at: '2024-12-01T00:00:00-05:00' }];
      draft.detection.watchedHosts = ['*.vendor.example', 'mirror.example'];
      draft.questions = [];
      draft.questions.push({
        id: 'how',
        question: { en: 'How?' },
        answer: { en: 'So.' },
        sources: ['order'],
      });
    });
    await diff([at('v2.signed'), at('later.json')]);
    const lines = printed.split('\n').map((line) => line.trim());
    expect(lines).toContain('Updates end: now 2024-12-01 00:00 (was 2024-09-29 00:00)');
    expect(lines).toContain('New: mirror.example');
    expect(lines).toContain('New: How?');
    expect(lines).toContain('Removed: Why?');
    expect(lines.indexOf('Dates')).toBeLessThan(lines.indexOf('Sites'));
    await diff([at('v2.json'), at('v2.json')]);
    expect(printed).toContain('Nothing changed for people.');
  });
});
