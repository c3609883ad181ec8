// When nothing is reported, and what never is.
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressAttributes, fileAttributes } from '../../../src/core/report/redact.ts';
import { isWholeRun } from '../../harness/extent.ts';
import { startCollector, type RunningCollector } from '../../harness/servers/collector.ts';
import { startClient, type Client } from './client.ts';

const minuteMs = 60_000;
let collector: RunningCollector;

beforeAll(async () => {
  collector = await startCollector();
});
beforeEach(() => {
  collector.clear();
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => collector.stop());

const start = (more: Record<string, unknown> = {}) =>
  startClient({ policy: { reportAddress: collector.address, ...more } });
const download = {
  id: 1,
  url: 'https://products.s.kaspersky-labs.com/homeuser/kis2015/15.0.1.415/english-415/kis15.0.1.415en_6872.exe',
  filename: '/home/jane.doe/Downloads/kis15.0.1.415en_6872.exe',
  referrer: 'https://intranet.example/jane',
};

async function databases(): Promise<string[]> {
  return (await indexedDB.databases()).map(({ name = '' }) => name);
}

/** How many events the disk holds. */
async function eventsOnDisk(): Promise<number> {
  const opened = indexedDB.open('reports');
  await new Promise((resolve) => (opened.onsuccess = resolve));
  const counted = opened.result.transaction('events').objectStore('events').count();
  await new Promise((resolve) => (counted.onsuccess = resolve));
  opened.result.close();
  return counted.result;
}

describe('Nothing is reported', () => {
  it('without a policy: no request, no queue, no alarm, no id', async () => {
    const client = await startClient({ policy: null });
    await client.visit('https://www.kaspersky.com/');
    await client.download(download);
    await client.pass(25 * 60 * minuteMs);
    expect(collector.requests).toEqual([]);
    expect(await databases()).toEqual([]);
    expect([...client.alarms.keys()].filter((name) => name.startsWith('report'))).toEqual([]);
    expect(client.disk.has('reportClient')).toBe(false);
    expect((await client.optionsView()).reports).toBeNull();
    expect((await client.popupView()).reports).toBeNull();
  });

  it.each([
    'http://collector.example.com/v1/logs',
    'ftp://collector.example.com/',
    '',
    'collector',
    'https://user:word@collector.example.com/',
  ])('to %j, which is no address that may be', async (reportAddress) => {
    const client = await startClient({ policy: { reportAddress } });
    await client.visit('https://www.kaspersky.com/');
    await client.pass(minuteMs);
    expect(await databases()).toEqual([]);
  });

  it('of private windows: nothing is sent, and nothing is on the disk', async () => {
    const client = await start();
    await client.pass(minuteMs);
    const before = collector.received.length;
    const isPrivate = { isPrivate: true };
    await client.visit('https://www.kaspersky.com/', isPrivate);
    await client.fromPage('https://www.kaspersky.com/', 'snooze-site', {}, isPrivate);
    await client.visit(
      'https://www.softpedia.com/get/Antivirus/Kaspersky-Rescue-Disk.shtml',
      isPrivate,
    );
    await client.fromPage(
      'https://www.softpedia.com/get/Antivirus/Kaspersky-Rescue-Disk.shtml',
      'notice-hidden',
      {},
      isPrivate,
    );
    await client.fromPage(
      'https://www.softpedia.com/',
      'link-followed',
      { url: download.url },
      isPrivate,
    );
    await client.download({ ...download, incognito: true });
    for (const { id } of (await client.ask<{ questions: { id: string }[] }>('questions-view'))
      .questions)
      await client.ask('answer-question', { id, answer: 'cancel' });
    expect((await client.optionsView()).reports?.queued).toBe(0);
    await client.pass(minuteMs);
    expect(collector.received).toHaveLength(before);
    expect(JSON.stringify([...client.disk])).not.toContain('softpedia');
  });

  it.each([
    'https://www.reuters.com/technology/kaspersky-ban',
    'https://en.wikipedia.org/wiki/Kaspersky_Lab',
    'https://intranet.example/',
    'https://securelist.com/',
  ])('of a page without a label that concerns anybody: %s', async (url) => {
    const client = await start();
    await client.pass(minuteMs);
    const before = collector.received.length;
    await client.visit(url);
    await client.fromPage(url, 'snooze-site', {});
    await client.fromPage(url, 'notice-hidden', {});
    await client.pass(minuteMs);
    expect(collector.received).toHaveLength(before);
    expect(JSON.stringify(collector.requests)).not.toContain(new URL(url).hostname);
  });

  it('of a host that the policy excepts', async () => {
    const client = await start({ exceptions: ['www.kaspersky.com'] });
    await client.visit('https://www.kaspersky.com/');
    await client.pass(minuteMs);
    expect(collector.received.map(({ name }) => name)).toEqual(['policy.changed', 'heartbeat']);
  });

  it('once the policy is gone: what waits is forgotten, with the id and the alarms', async () => {
    const client = await start();
    await client.pass(minuteMs);
    await collector.stop();
    await client.visit('https://www.kaspersky.com/');
    const [before] = collector.received;
    expect(await eventsOnDisk()).toBe(1);
    await client.deliverPolicy(null);
    expect(await eventsOnDisk()).toBe(0);
    await collector.restart();
    const requests = collector.requests.length;
    await client.pass(25 * 60 * minuteMs);
    expect(collector.requests).toHaveLength(requests);
    expect(client.disk.get('reportClient')).toBeNull();
    expect([...client.alarms.keys()].filter((name) => name.startsWith('report'))).toEqual([]);
    expect((await client.optionsView()).reports).toBeNull();

    await client.deliverPolicy({ reportAddress: collector.address });
    await client.pass(minuteMs);
    const fresh = collector.received.slice(-2);
    expect(fresh.map(({ name }) => name)).toEqual(['policy.changed', 'heartbeat']);
    expect(fresh[0]?.client).not.toBe(before?.client);
    expect(fresh[0]?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
  });
});

describe('A visit', () => {
  const told = async (client: Client) => {
    await client.pass(minuteMs);
    return collector.received
      .filter(({ name }) => name === 'page.labeled')
      .map(
        ({ attributes }) => `${String(attributes['url.domain'])}${String(attributes['url.path'])}`,
      );
  };

  it('is told once, however often its page asks, and again after half an hour', async () => {
    const client = await start();
    const url = 'https://www.kaspersky.com/about';
    for (const request of [{}, { title: 'About' }, { title: 'About', isNoticeShown: true }])
      await client.visit(url, { request });
    await client.visit(`${url}?utm=1`);
    await client.visit(`${url}#team`);
    expect(await told(client)).toEqual(['www.kaspersky.com/about']);
    await client.kill(true);
    await client.visit(url);
    expect(await told(client)).toHaveLength(1);
    await client.visit(url, { tabId: 2 });
    expect(await told(client)).toHaveLength(2);
    await client.pass(31 * minuteMs);
    await client.visit(url);
    expect(await told(client)).toHaveLength(3);
  });
});

const secret = 'jAnE-s3cret';
const hostile = fc.oneof(
  fc.constantFrom(
    `https://${secret}:${secret}@www.kaspersky.com/a`,
    `https://www.kaspersky.com/a?${secret}`,
    `https://www.kaspersky.com/a#${secret}`,
    `https://www.kaspersky.com/a;session=${secret}`,
    `https://www.kaspersky.com/a%3Fq=${secret}`,
    `https://www.kaspersky.com/a%253Fq=${secret}`,
    `https://www.kaspersky.com/a%23${secret}`,
    `https://www.kaspersky.com/~${secret}/x`,
    `https://www.kaspersky.com/%7E${secret}/x`,
    `https://www.kaspersky.com/users/${secret}/x`,
    `https://www.kaspersky.com/Users//${secret}/x`,
    `https://www.kaspersky.com/users%2F${secret}`,
    `https://www.kaspersky.com/C:%5CUsers%5C${secret}%5Cx.exe`,
    `https://www.kaspersky.com/C:\\Users\\${secret}\\x.exe`,
    `https://www.kaspersky.com/${secret}@example.com/x`,
    `https://www.kaspersky.com/${secret}%40example.com`,
    `https://www.kaspersky.com/${secret}%2540example.com`,
    `https://www.kaspersky.com/web/https://user:${secret}@other.example/`,
    `file:///home/${secret}/x`,
    `data:text/html,${secret}`,
    `blob:https://www.kaspersky.com/${secret}`,
    `javascript:${secret}`,
    `chrome-extension://${secret}/`,
    secret,
  ),
  fc
    .tuple(fc.constantFrom('?', '#', ';', '%3f', '%23', '%3B'), fc.webPath(), fc.string())
    .map(([mark, path, tail]) => `https://www.kaspersky.com/${path}${mark}${tail}${secret}`),
  fc
    .tuple(fc.string(), fc.string())
    .map(
      ([name, word]) =>
        `https://${encodeURIComponent(name + secret)}:${encodeURIComponent(word)}@www.kaspersky.com/`,
    ),
);
const paths = fc
  .constantFrom('/home/', '/Users/', 'C:\\Users\\', '\\\\server\\home\\', 'file:///home/')
  .map((folder) => `${folder}${secret}/Downloads/kis.exe`);

describe('Discretion', () => {
  it('leaves user names, queries and fragments out of every address', () => {
    fc.assert(
      fc.property(hostile, (address) => {
        expect(JSON.stringify(addressAttributes(address)).toLowerCase()).not.toContain(
          secret.toLowerCase(),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves the folders out of every file name, and names that are addresses', () => {
    fc.assert(
      fc.property(fc.oneof(paths, hostile), (name) => {
        // A bare word is a file's name, and that is what is reported.
        fc.pre(name !== secret && /[/\\?#;]/.test(name));
        const reported = JSON.stringify(fileAttributes(name)).toLowerCase();
        fc.pre(
          !name.endsWith(`/${secret}`) && !name.startsWith('data:') && !name.startsWith('https:'),
        );
        expect(reported).not.toContain(secret.toLowerCase());
      }),
    );
    expect(fileAttributes('C:\\Users\\jane\\Downloads\\kis.exe')).toEqual({
      'file.name': 'kis.exe',
    });
    expect(fileAttributes('/home/jane/kis.exe')).toEqual({ 'file.name': 'kis.exe' });
    expect(fileAttributes('jane@example.com.exe')).toEqual({});
  });

  it('keeps what an auditor needs', () => {
    expect(
      addressAttributes(
        'https://www.softpedia.com/get/Antivirus/Kaspersky-Rescue-Disk.shtml?from=x#top',
      ),
    ).toEqual({
      'url.scheme': 'https',
      'url.domain': 'www.softpedia.com',
      'url.path': '/get/Antivirus/Kaspersky-Rescue-Disk.shtml',
    });
    expect(addressAttributes('http://user@localhost:8080/users/list')).toEqual({
      'url.scheme': 'http',
      'url.domain': 'localhost',
      'url.port': 8080,
      'url.path': '/users/-',
    });
  });

  it('holds in what leaves the computer, whatever a page or a download is called', async () => {
    const client = await start();
    const addresses = fc.sample(hostile, { numRuns: isWholeRun ? 150 : 40, seed: 7 });
    for (const [index, url] of addresses.entries()) {
      // A page of ours or a browser's own has no script of ours in it.
      if (/^https?:/.test(url) && URL.canParse(url)) {
        await client.visit(url, { tabId: index });
        await client.fromPage(url, 'snooze-site', {}, { tabId: index });
      }
      await client.download({
        id: index,
        url: download.url,
        filename: `/home/${secret}/Downloads/kis.exe`,
        referrer: url,
      });
    }
    await client.download({
      ...download,
      id: 1000,
      url: `${download.url}?token=${secret}`,
      referrer: `https://unlabeled.example/${secret}`,
    });
    await client.pass(10 * minuteMs);
    const sent = collector.requests.map(({ body }) => body).join('\n');
    expect(collector.received.filter(({ name }) => name === 'page.labeled').length).toBeGreaterThan(
      20,
    );
    expect(
      collector.received.filter(({ name }) => name === 'download.held').length,
    ).toBeGreaterThan(20);
    expect(sent.toLowerCase()).not.toContain(secret.toLowerCase());
    for (const word of ['unlabeled.example', 'intranet', 'other.example', 'token', '?', '#'])
      expect(sent).not.toContain(word);
  });
});
