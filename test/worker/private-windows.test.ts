// Nothing that a private window saw outlives it, on the disk or in memory; and nothing of it is shown elsewhere meanwhile.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageVisitReply } from '../../src/messages.ts';
import type { QuestionsView } from '../../src/core/decision/question.ts';
import { startClient } from './report/client.ts';

const listing = 'https://play.google.com/store/apps/details?id=com.kms.free';
const vendor = 'https://www.kaspersky.com/';
const file = {
  id: 7,
  url: 'https://products.s.kaspersky-labs.com/homeuser/kis2015/kis15.0.1.415en_6872.exe',
  filename: '/home/jane.doe/Downloads/kis15.0.1.415en_6872.exe',
  incognito: true,
};
const seen = /kaspersky|kis15|google|com\.kms/i;
/** What we know by ourselves, or of every page alike. */
const own = ['glance', 'policy', 'networkBasis', 'advisoryFeed'];

beforeEach(() => {
  vi.restoreAllMocks();
  for (const level of ['info', 'error', 'warn'] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
});

async function leftovers(mode: string, isSleep: boolean) {
  const client = await startClient({ policy: { mode, mayProceed: true } });
  const here = { tabId: 5, isPrivate: true };
  await client.visit(vendor, here);
  await client.visit(listing, here);
  await client.fromPage(vendor, 'snooze-site', {}, here);
  await client.fromPage(vendor, 'notice-closed', {}, here);
  await client.ask('proceed', { url: listing });
  await client.download(file);
  const { questions } = await client.ask<QuestionsView>('questions-view');
  for (const { id } of questions) await client.ask('answer-question', { id, answer: 'cancel' });
  await client.download({ ...file, id: 8 });
  await client.idle();
  expect(JSON.stringify([...client.disk])).not.toMatch(seen);
  if (isSleep) await client.kill(true);
  await client.closePrivateWindows();
  await client.idle();
  return [...client.session].filter(([name]) => !own.includes(name) && name !== 'passes');
}

describe('When the last private window closes,', () => {
  it.each([
    ['warn', false],
    ['warn', true],
    ['block', false],
  ])('nothing of it is left: %s, worker asleep before: %s', async (mode, isSleep) => {
    expect(JSON.stringify(await leftovers(mode, isSleep))).not.toMatch(seen);
  });

  it('its questions are gone, and those of ordinary windows stay', async () => {
    const client = await startClient({ policy: null });
    await client.visit(vendor, { tabId: 5, isPrivate: true });
    await client.download(file);
    await client.download({ ...file, id: 9, url: `${file.url}?2`, incognito: false });
    const ids = async () =>
      (await client.ask<QuestionsView>('questions-view')).questions.map(({ id }) => id);
    expect(await ids()).toHaveLength(2);
    await client.closePrivateWindows();
    expect(await ids()).toHaveLength(1);
  });
});

describe('What a private window saw', () => {
  it('silences nothing in an ordinary one, and is not listed in the settings', async () => {
    const client = await startClient({ policy: null });
    const here = { tabId: 5, isPrivate: true };
    const notice = async (page = {}) =>
      ((await client.visit(vendor, page)) as PageVisitReply).notice !== null;
    expect(await notice(here)).toBe(true);
    await client.fromPage(vendor, 'notice-closed', {}, here);
    await client.idle();
    expect(await notice({ tabId: 6, isPrivate: true })).toBe(false);
    await client.fromPage(vendor, 'snooze-site', {}, here);
    expect((await client.optionsView()).snoozes).toEqual([]);
    expect(await notice({ tabId: 1 })).toBe(true);
  });

  it('is silenced by what an ordinary one saw', async () => {
    const client = await startClient({ policy: null });
    await client.visit(vendor, { tabId: 1 });
    await client.fromPage(vendor, 'notice-closed', {}, { tabId: 1 });
    await client.idle();
    const reply = await client.visit(vendor, { tabId: 5, isPrivate: true });
    expect((reply as PageVisitReply).notice).toBe(null);
  });
});
