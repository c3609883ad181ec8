// Orders of a policy that the worker keeps itself, whatever a page of ours or a content script asks for: the whole worker, in memory.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { QuestionsView } from '../../../src/core/decision/question.ts';
import { startClient, type Client } from '../report/client.ts';

const listing = 'https://play.google.com/store/apps/details?id=com.kms.free';
const download = {
  id: 7,
  url: 'https://products.s.kaspersky-labs.com/homeuser/kis2015/15.0.1.415/english-415/kis15.0.1.415en_6872.exe',
  filename: '/home/jane.doe/Downloads/kis15.0.1.415en_6872.exe',
};

beforeEach(() => {
  vi.restoreAllMocks();
  for (const level of ['info', 'error', 'warn'] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
});

async function heldQuestion(client: Client): Promise<string> {
  await client.download(download);
  const { questions } = await client.ask<QuestionsView>('questions-view');
  expect(questions).toHaveLength(1);
  return questions[0]?.id ?? '';
}

describe('Where there is no way on', () => {
  it('“keep” is refused, the download stays held, and it can still be canceled', async () => {
    const client = await startClient({ policy: { mode: 'warn', mayProceed: false } });
    const id = await heldQuestion(client);
    await expect(client.ask('answer-question', { id, answer: 'keep' })).rejects.toThrow(
      /policy does not let people go on/,
    );
    await client.idle();
    expect(client.resumed).toEqual([]);
    expect(
      (await client.ask<QuestionsView>('questions-view')).questions.map((question) => question.id),
    ).toEqual([id]);
    expect(
      (await client.ask<QuestionsView>('answer-question', { id, answer: 'cancel' })).questions,
    ).toEqual([]);
  });

  it('a page that is stopped is not gone on to: in block mode, unless the policy says so', async () => {
    const blocking = await startClient({ policy: { mode: 'block' } });
    await expect(blocking.ask('proceed', { url: listing })).rejects.toThrow(
      /policy does not let people go on/,
    );
    expect(blocking.shown).toEqual([]);
    const lenient = await startClient({ policy: { mode: 'block', mayProceed: true } });
    await lenient.ask('proceed', { url: listing });
    expect(lenient.shown).toEqual([listing]);
  });

  it('and where there is one, “keep” goes on', async () => {
    const client = await startClient({ policy: { mode: 'warn' } });
    const id = await heldQuestion(client);
    expect(
      (await client.ask<QuestionsView>('answer-question', { id, answer: 'keep' })).questions,
    ).toEqual([]);
    await client.idle();
    expect(client.resumed).toEqual([download.id]);
  });
});

describe('Where warnings may not be dismissed', () => {
  it.each([{}, { isPrivate: true }])('a site can’t be silenced by its page: %j', async (page) => {
    const client = await startClient({ policy: { mayDismiss: false } });
    await client.visit(listing, page);
    await expect(client.fromPage(listing, 'snooze-site', {}, page)).rejects.toThrow(
      /policy does not let people snooze a site/,
    );
    expect(client.disk.has('snoozes')).toBe(false);
    expect(await client.visit(listing, page)).toMatchObject({
      notice: { title: expect.any(String) },
    });
  });

  it('nor by a page of ours, which has no way to ask for it', async () => {
    const client = await startClient({ policy: { mayDismiss: false } });
    await expect(client.ask('snooze-site')).rejects.toThrow(/may not come from here/);
    expect(client.disk.has('snoozes')).toBe(false);
  });

  it('and where they may, the site is silent', async () => {
    const client = await startClient({ policy: null });
    await client.visit(listing);
    await client.fromPage(listing, 'snooze-site', {});
    expect(client.disk.get('snoozes')).toHaveLength(1);
    expect(await client.visit(listing)).toMatchObject({ notice: null });
  });
});

describe('A setting that the policy orders', () => {
  const orders = {
    mode: 'warn',
    snoozeDays: 7,
    exceptions: ['research.example.com'],
    jurisdictions: ['us'],
    language: 'en',
  };
  const wishes = {
    mode: 'inform',
    snoozeDays: 90,
    exceptions: ['play.google.com'],
    jurisdictions: [],
    language: 'es',
  };

  it.each(Object.entries(wishes))('can’t be changed: %s', async (name, value) => {
    const client = await startClient({ policy: orders });
    await expect(client.ask('change-setting', { name, value })).rejects.toThrow(
      /is ordered by your organization’s policy/,
    );
    expect(client.disk.get('settings') ?? {}).toEqual({});
    expect((await client.optionsView()).settings).toMatchObject(orders);
  });

  it('can’t be changed by a settings file, which says what it left out, nor by starting anew', async () => {
    const client = await startClient({ policy: { mode: 'warn' } });
    const file = await client.ask<string>('settings-file');
    const text = JSON.stringify({ ...(JSON.parse(file) as object), settings: wishes });
    expect(await client.ask('load-settings', { text })).toMatchObject({ locked: ['mode'] });
    expect((await client.optionsView()).settings).toMatchObject({ ...wishes, mode: 'warn' });
    await client.ask('reset-settings');
    expect((await client.optionsView()).settings.mode).toBe('warn');
  });

  it('can be where the policy names it as a default', async () => {
    const client = await startClient({ policy: { ...orders, peopleMayChange: ['mode'] } });
    await client.ask('change-setting', { name: 'mode', value: 'inform' });
    expect((await client.optionsView()).settings.mode).toBe('inform');
    await expect(client.ask('change-setting', { name: 'snoozeDays', value: 90 })).rejects.toThrow(
      /ordered/,
    );
  });
});

describe('What is stopped in a private window', () => {
  const told = /kaspersky|kis15|google|com\.kms/i;

  it('is told of by a notification that names neither page nor site', async () => {
    const client = await startClient({ policy: { mode: 'block' } });
    await client.visit(listing, { isPrivate: true, tabId: 5 });
    await client.idle();
    expect(client.notifications).toHaveLength(1);
    expect(JSON.stringify(client.notifications)).not.toMatch(told);
    expect(client.shown).toEqual([]);
    expect(JSON.stringify([...client.disk])).not.toMatch(/com\.kms|play\.google/);
  });

  it('nor the file or address of a download, and no page of ours opens in an ordinary window', async () => {
    const client = await startClient({ policy: { mode: 'block' } });
    await client.download({ ...download, incognito: true });
    expect(client.notifications).toHaveLength(1);
    expect(JSON.stringify(client.notifications)).not.toMatch(told);
    expect(client.shown).toEqual([]);
    expect(JSON.stringify([...client.disk])).not.toMatch(/kis15|kaspersky-labs/);
  });

  it('and in an ordinary one our page says which', async () => {
    const client = await startClient({ policy: { mode: 'block' } });
    await client.download(download);
    expect(client.shown.map((address) => new URL(address).searchParams.get('download'))).toEqual([
      download.url,
    ]);
    expect(client.notifications).toEqual([]);
  });
});

describe('Two changes to one list at the same time', () => {
  it.each(['jurisdictions', 'exceptions'])('are both kept: %s', async (name) => {
    const client = await startClient({ policy: null });
    const change = (add: readonly string[], remove: readonly string[] = []) =>
      client.ask('change-list', { name, add, remove });
    await Promise.all([change(['one.example']), change(['other.example'])]);
    await Promise.all([change(['third.example']), change([], ['one.example'])]);
    const { settings } = await client.optionsView();
    expect(settings[name as 'exceptions'].toSorted()).toEqual(['other.example', 'third.example']);
  });

  it('begin with what a policy suggests', async () => {
    const policy = { exceptions: ['research.example.com'], peopleMayChange: ['exceptions'] };
    const client = await startClient({ policy });
    await client.ask('change-list', { name: 'exceptions', add: ['my.example'], remove: [] });
    expect((await client.optionsView()).settings.exceptions).toEqual([
      'research.example.com',
      'my.example',
    ]);
  });

  it('can’t be made where a policy orders the list', async () => {
    const client = await startClient({ policy: { exceptions: ['research.example.com'] } });
    const change = { name: 'exceptions', add: ['my.example'], remove: [] };
    await expect(client.ask('change-list', change)).rejects.toThrow(/is ordered by/);
  });
});

it('Settings that come from a file, or are reset, are told to open pages at once', async () => {
  const client = await startClient({ policy: null });
  client.showInTab(7, 'https://www.kaspersky.com/');
  const text = await client.ask<string>('settings-file');
  for (const [name, request] of [
    ['load-settings', { text }],
    ['reset-settings', {}],
  ] as const) {
    client.toldTabs.length = 0;
    await client.ask(name, request);
    expect(client.toldTabs).toEqual([[7, 'advisory-changed']]);
  }
});

it('Every site is watched as soon as the policy says so, and no longer than it does', async () => {
  const client = await startClient({
    policy: { watchEverySite: false },
    isOnEverySite: true,
  });
  client.showInTab(7, 'https://intranet.example/');
  expect(client.registered).toEqual([]);
  await client.deliverPolicy({ watchEverySite: true });
  expect(client.registered).toMatchObject([{ matches: ['*://*/*'] }]);
  expect(client.injected).toEqual([{ tabId: 7, allFrames: true }]);
  await client.deliverPolicy({ watchEverySite: false });
  expect(client.registered).toEqual([]);
  expect(client.toldTabs).toContainEqual([7, 'every-site-ended']);
});
