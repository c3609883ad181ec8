// A slow worker, a browser that refuses, and two requests at once.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageVisitReply } from '../../src/messages.ts';
import type { QuestionsView } from '../../src/core/decision/question.ts';
import { startClient, type Client } from './report/client.ts';

/** Network filters can't read an escaped path, so its page tells of itself. */
const escaped = 'https://www.softpedia.com/get/Antivirus/%4Baspersky-Rescue-Disk.shtml';
const folder = 'https://products.s.kaspersky-labs.com/homeuser/kis2015/';
const file = (id: number) => ({
  id,
  url: `${folder}kis15.0.1.415en_6872.exe?${String(id)}`,
  filename: '/home/jane.doe/Downloads/kis15.0.1.415en_6872.exe',
});
const questionsOf = async (client: Client) =>
  (await client.ask<QuestionsView>('questions-view')).questions;
const hangs = () => new Promise(() => undefined);

beforeEach(() => {
  vi.restoreAllMocks();
  for (const level of ['info', 'error', 'warn'] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
});

describe('In block mode', () => {
  it('an offer whose page can’t be replaced in a private window gets the notice', async () => {
    const client = await startClient({ policy: { mode: 'block' } });
    const reply = await client.visit(escaped, { tabId: 5, isPrivate: true });
    expect((reply as PageVisitReply).notice).not.toBe(null);
    expect(client.notifications).toHaveLength(1);
    const ordinary = await client.visit(escaped, { tabId: 1 });
    expect((ordinary as PageVisitReply).notice).toBe(null);
    expect(client.navigated).toHaveLength(1);
  });

  it('a tab that shows another page by now keeps it', async () => {
    const client = await startClient({ policy: { mode: 'block' } });
    client.showInTab(1, 'https://www.example.org/');
    await client.visit(escaped, { tabId: 1 });
    expect(client.navigated).toEqual([]);
    client.showInTab(1, escaped);
    await client.visit(escaped, { tabId: 1 });
    expect(client.navigated).toHaveLength(1);
  });

  it.each([
    ['in its tab', false, 'https://www.softpedia.com/', 1],
    ['in a new one, as the person asked', true, 'https://www.softpedia.com/', 0],
    ['in a new one, where the tab shows another page', false, 'https://www.example.org/', 0],
  ])('a followed link is told of %s', async (_where, isNewTab, shown, navigated) => {
    const client = await startClient({ policy: { mode: 'block' } });
    client.showInTab(1, shown);
    const request = { url: file(1).url, isNewTab };
    await client.fromPage('https://www.softpedia.com/', 'link-followed', request);
    expect(client.shown).toHaveLength(1);
    expect(client.navigated).toHaveLength(navigated);
  });

  it('pressing the notification of what was stopped leads to what can be said of it', async () => {
    const client = await startClient({ policy: { mode: 'block' } });
    await client.download({ ...file(1), incognito: true });
    expect(client.notifications).toHaveLength(1);
    await client.emit('notification', 'blocked');
    expect(client.shown.map((url) => new URL(url).hash)).toEqual(['#ban']);
  });

  it('a setting is saved though the browser refuses the rules that follow from it', async () => {
    const client = await startClient({ policy: { mode: 'block' } });
    client.breakApi('updateDynamicRules', () => Promise.reject(new Error('Too many')));
    const change = { name: 'exceptions', add: ['my.example'], remove: [] };
    const view = await client.ask<{ settings: object }>('change-list', change);
    expect(view.settings).toMatchObject({ exceptions: ['my.example'] });
  });
});

it('A policy that arrives unseen before the installation is told of is followed whole', async () => {
  const client = await startClient({ policy: null });
  expect(client.alarms.has('report-heartbeat')).toBe(false);
  client.changePolicyUnseen({
    reportAddress: 'https://collector.example.com/v1/logs',
    feedAddress: 'https://advisory.example.com/kaspersky/',
    feedKeys: ['11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'],
  });
  await Promise.all([
    client.emit('installed', { reason: 'install' }),
    client.emit('managed', {}, 'managed'),
  ]);
  expect([...client.alarms.keys()]).toEqual(
    expect.arrayContaining(['report-heartbeat', 'feed-check']),
  );
});

describe('Answers', () => {
  it('that a worker left behind are carried out one by one: one that fails again stops no other', async () => {
    const client = await startClient({ policy: null });
    await client.download({ ...file(1), refusal: 'The disk is gone' });
    await client.download(file(2));
    const disk = client.disk as Map<string, unknown>;
    const open = disk.get('questions') as object[];
    expect(open).toHaveLength(2);
    disk.set(
      'questions',
      open.map((one) => ({ ...one, answer: 'cancel' })),
    );
    await client.kill(true);
    await client.idle();
    await expect
      .poll(() => (disk.get('questions') as { url: string }[]).map(({ url }) => url), {
        timeout: 10_000,
      })
      .toEqual([file(1).url]);
  });

  it('given twice at once count once', async () => {
    const client = await startClient({ policy: null });
    await client.download(file(1));
    const [question] = await questionsOf(client);
    const answer = { id: question?.id, answer: 'keep' };
    const both = [client.ask('answer-question', answer), client.ask('answer-question', answer)];
    await Promise.all(both);
    await client.idle();
    expect(client.resumed.length + client.begun.length).toBe(1);
  });
});

it('A first answer that hangs holds up nothing else', async () => {
  const client = await startClient({ policy: { mode: 'block' } });
  client.breakApi('update', hangs);
  await client.kill(true);
  void client.visit(escaped);
  const reply = await Promise.race([
    client.optionsView().then(() => 'answered'),
    new Promise((resolve) => setTimeout(() => resolve('hangs'), 15_000)),
  ]);
  expect(reply).toBe('answered');
});

it('A sender hears of a failure at once, and no rejection is left unhandled', async () => {
  vi.resetModules();
  let heard: (message: unknown, sender: object, respond: (answer: unknown) => void) => unknown;
  vi.doMock('webextension-polyfill', () => ({
    default: {
      runtime: {
        onMessage: { addListener: (listener: typeof heard) => void (heard = listener) },
      },
    },
  }));
  const { onMessage } = await import('../../src/platform/worker/runtime.ts');
  onMessage(() => Promise.reject(new Error('It broke')));
  expect(await new Promise((resolve) => void heard({}, {}, resolve))).toEqual({
    error: 'Error: It broke',
  });
});
