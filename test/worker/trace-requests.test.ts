// Requests for the software’s own files: which pages are looked at, and which leave nothing.
import { describe, expect, it, vi } from 'vitest';
import { startClient, type Client } from './report/client.ts';

const style = 'E3E8934C-235A-4B0E-825A-35A08381A191';
const site = 'https://private.example';
const attr = Buffer.from(`${site}/list`).toString('base64url');

const answered = {
  url: `https://ff.kis.v2.scr.kaspersky-labs.com/${style}/abn/main.css?attr=${attr}`,
  type: 'stylesheet',
  statusCode: 200,
  responseHeaders: [{ name: 'Content-Type', value: 'text/css' }],
  fromCache: false,
  documentUrl: `${site}/list`,
  documentId: 'first',
  tabId: 7,
  frameId: 0,
  parentFrameId: -1,
  incognito: false,
};

const hear = (client: Client, more: object = {}) =>
  client.emit('request-answered', { ...answered, ...more });
const levelOf = async (client: Client) => (await client.optionsView()).traces.level;
const watching = (policy: Record<string, unknown> = { lookForTraces: true }) =>
  startClient({ policy, mayLook: true });

describe('A page that asks for the software’s files', () => {
  it('is looked at: that document, and none that came into its tab since', async () => {
    const client = await watching();
    await hear(client);
    expect(client.injected).toEqual([{ tabId: 7, documentIds: ['first'] }]);
    expect(await levelOf(client)).toBe('found');
  });

  it('is looked at where the browser doesn’t name documents', async () => {
    const client = await watching();
    await hear(client, { documentId: undefined });
    expect(client.injected).toEqual([{ tabId: 7 }]);
  });

  it('is looked at by a worker that slept', async () => {
    const client = await watching();
    await client.kill(true);
    await hear(client);
    expect(client.injected).toHaveLength(1);
  });

  it('for a frame in it is not', async () => {
    const client = await watching();
    await hear(client, { frameId: 3, parentFrameId: 0 });
    expect(client.injected).toEqual([]);
  });

  it('a thousand times is looked at three times, and the next page anew', async () => {
    const client = await watching();
    for (let turn = 0; turn < 6; turn += 1)
      await hear(client, { url: `${answered.url}&${String(turn)}` });
    expect(client.injected).toHaveLength(3);
    await hear(client, { documentId: 'second' });
    expect(client.injected).toHaveLength(4);
  });

  it('again before it was looked at is looked at once', async () => {
    const client = await watching();
    let shown = (): void => undefined;
    const untilShown = new Promise<void>((resolve) => (shown = resolve));
    client.breakApi('injectScript', () => untilShown);
    const all = [1, 2, 3].map(() => hear(client));
    await vi.waitFor(async () => expect(await levelOf(client)).toBe('found'));
    client.breakApi('injectScript', null);
    shown();
    await Promise.all(all);
    expect(client.injected).toHaveLength(1);
  });

  it.each([
    ['in a private window', { lookForTraces: true }, { incognito: true }],
    ['where policy forbids it', { lookForTraces: false }, {}],
    ['where nobody agreed', {}, {}],
    ['in no tab', { lookForTraces: true }, { tabId: -1 }],
  ])('leaves nothing %s', async (_, policy, more) => {
    const client = await watching(policy);
    await hear(client, more);
    expect(client.injected).toEqual([]);
    expect(client.disk.get('traceSightings') ?? []).toEqual([]);
    expect(client.session.get('traceSites') ?? []).toEqual([]);
  });
});

it('Pages that are open are looked at when the browser’s leave comes, but no private one', async () => {
  const client = await startClient({ policy: null, mayLook: true });
  client.showInTab(3, `${site}/open`);
  await client
    .fromPage(`${site}/private`, 'trace-seen', { seen: null }, { tabId: 4, isPrivate: true })
    .catch(() => null);
  client.breakApi('injectScript', () => Promise.reject(new Error('Nobody gave the permission.')));
  await client.ask('watch-for-traces', { areas: ['pages'] });
  expect(client.injected).toEqual([]);
  client.breakApi('injectScript', null);
  await client.emit('permission', { origins: ['https://*/*'] });
  expect(new Set(client.injected.map((target) => JSON.stringify(target)))).toEqual(
    new Set(['{"tabId":3}']),
  );
});

describe('A connection that the software vouches for', () => {
  it.each([
    [false, 'found'],
    [true, 'nothing'],
  ])('in a private window: %s', async (incognito, level) => {
    const client = await watching();
    await client.emit('headers-received', { requestId: '1', incognito });
    expect(await levelOf(client)).toBe(level);
  });
});
