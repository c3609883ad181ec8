// Downloads beside the questions: those that were answered and that a browser announces once more
// after it was killed, and those that no question has room for yet. The whole worker, in memory.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { QuestionsView } from '../../src/core/decision/question.ts';
import { startClient, type Client } from './report/client.ts';

const folder = 'https://products.s.kaspersky-labs.com/homeuser/kis2015/';
const complete = { state: 'complete', paused: false, canResume: false };

beforeEach(() => {
  vi.restoreAllMocks();
  for (const level of ['info', 'error', 'warn'] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
});

const nameOf = (id: number) => `kis15.0.1.${String(id)}en_6872.exe`;

const begin = (client: Client, id: number, facts: object = complete, url = folder) =>
  client.download({
    id,
    url: `${url}${nameOf(id)}`,
    filename: `/tmp/${nameOf(id)}`,
    facts: { ...facts },
  });

async function namesOf(client: Client): Promise<string[]> {
  return (await client.ask<QuestionsView>('questions-view')).questions.map(({ name }) => name);
}

async function answer(client: Client, name: string, how: 'keep' | 'cancel'): Promise<void> {
  const { questions } = await client.ask<QuestionsView>('questions-view');
  const id = questions.find((one) => one.name === name)?.id ?? '';
  await client.ask('answer-question', { id, answer: how });
  await client.idle();
}

/** Its browser ends, starts again, and announces every download of its list. */
async function killAndAnnounce(client: Client): Promise<void> {
  await client.kill();
  await client.idle();
  for (const download of [...client.downloads.values()]) await client.emit('download', download);
}

describe('A browser that was killed announces its downloads once more, and', () => {
  it('a kept one isn’t asked about again', async () => {
    const client = await startClient({ policy: null });
    await begin(client, 1);
    await answer(client, nameOf(1), 'keep');
    await killAndAnnounce(client);
    expect(await namesOf(client)).toEqual([]);
  });

  it('one whose question is open is asked about once', async () => {
    const client = await startClient({ policy: null });
    await begin(client, 1);
    await killAndAnnounce(client);
    expect(await namesOf(client)).toEqual([nameOf(1)]);
  });

  it('one that the person was allowed to start once more isn’t asked about', async () => {
    const client = await startClient({ policy: null });
    // Made by the page, so nobody else can get it again.
    const blob = `blob:${folder}`;
    await begin(client, 1, {}, blob);
    client.downloads.delete(1);
    await client.emit('download-erased', 1);
    await answer(client, nameOf(1), 'keep');
    await begin(client, 2);
    expect(await namesOf(client)).toEqual([]);
    await killAndAnnounce(client);
    expect(await namesOf(client)).toEqual([]);
  });

  it('another file under the same address is asked about', async () => {
    const client = await startClient({ policy: null });
    await begin(client, 1);
    await answer(client, nameOf(1), 'keep');
    await client.kill();
    await client.pass(1000);
    // Its list was not saved, so the number is given once more.
    await begin(client, 1);
    expect(await namesOf(client)).toEqual([nameOf(1)]);
  });

  it('what a private window saw is on no disk', async () => {
    const client = await startClient({ policy: null });
    await client.download({
      id: 1,
      url: `${folder}${nameOf(1)}`,
      filename: `/tmp/${nameOf(1)}`,
      incognito: true,
      facts: complete,
    });
    await answer(client, nameOf(1), 'keep');
    expect(JSON.stringify([...client.disk])).not.toContain(nameOf(1));
  });
});

const many = Array.from({ length: 25 }, (_, index) => index + 1);

async function answerAll(client: Client): Promise<string[]> {
  const seen: string[] = [];
  for (let open = await namesOf(client); open.length > 0; open = await namesOf(client)) {
    seen.push(...open.slice(0, 1));
    await answer(client, open[0] ?? '', 'cancel');
  }
  return seen;
}

describe('Where a site has more downloads than questions', () => {
  it.each([
    ['that are complete', complete],
    ['that can be paused', {}],
    ['that a pause cancels', { paused: false, canResume: false, isCanceledByPause: true }],
  ])('those %s wait, and are asked about in the end', async (_, facts) => {
    const client = await startClient({ policy: null });
    for (const id of many) await begin(client, id, facts);
    expect((await namesOf(client)).length).toBe(20);
    // Long after they were new.
    await client.pass(10 * 60_000);
    expect((await answerAll(client)).toSorted()).toEqual(many.map(nameOf).toSorted());
  });

  it('they wait through the end of the browser', async () => {
    const client = await startClient({ policy: null });
    for (const id of many) await begin(client, id);
    await client.pass(10 * 60_000);
    await killAndAnnounce(client);
    expect((await answerAll(client)).toSorted()).toEqual(many.map(nameOf).toSorted());
  });

  it('what the browser tells of a waiting one meanwhile changes nothing', async () => {
    const client = await startClient({ policy: null });
    for (const id of many) {
      await begin(client, id, { paused: false, canResume: false, isCanceledByPause: true });
      await client.emit('download-changed', { id, state: {} });
    }
    await client.pass(10 * 60_000);
    for (const id of many) await client.emit('download-changed', { id, danger: {} });
    expect((await answerAll(client)).toSorted()).toEqual(many.map(nameOf).toSorted());
  });

  it('the question page is shown when one begins to wait, and at none of its changes', async () => {
    const client = await startClient({ policy: null });
    for (const id of many) await begin(client, id, {});
    expect(client.shown.length).toBe(many.length);
    for (const id of many.slice(20)) await client.emit('download-changed', { id, danger: {} });
    expect(client.shown.length).toBe(many.length);
  });

  it('one that is resumed while it waits is held again', async () => {
    const client = await startClient({ policy: null });
    for (const id of many) await begin(client, id, {});
    const running = { ...(client.downloads.get(25) ?? { id: 25, url: '' }), paused: false };
    client.downloads.set(25, running);
    await client.emit('download-changed', { id: 25, paused: {} });
    expect(client.downloads.get(25)?.['paused']).toBe(true);
  });

  it('one that the person deletes meanwhile is forgotten', async () => {
    const client = await startClient({ policy: null });
    for (const id of many) await begin(client, id);
    for (const id of [21, 22]) client.downloads.delete(id);
    expect((await answerAll(client)).length).toBe(23);
  });

  it('a question that the browser’s list answers makes room too', async () => {
    const client = await startClient({ policy: null });
    for (const id of many) await begin(client, id);
    client.downloads.set(1, { ...(client.downloads.get(1) ?? { id: 1, url: '' }), exists: false });
    await client.emit('download-changed', { id: 1, state: {} });
    const names = await namesOf(client);
    expect(names).toHaveLength(20);
    expect(names).toContain(nameOf(21));
  });

  it('those of private windows wait in memory alone, and go with the last one', async () => {
    const client = await startClient({ policy: null });
    for (const id of many)
      await client.download({
        id,
        url: `${folder}${nameOf(id)}`,
        filename: `/tmp/${nameOf(id)}`,
        incognito: true,
        facts: complete,
      });
    expect(JSON.stringify([...client.disk])).not.toContain('kis15.0.1');
    expect(JSON.stringify([...client.session])).toContain(nameOf(25));
    await client.closePrivateWindows();
    expect(JSON.stringify([...client.session])).not.toContain('kis15.0.1');
  });

  it('those of private windows wait for private questions alone', async () => {
    const client = await startClient({ policy: null });
    for (const id of many.slice(0, 20)) await begin(client, id);
    for (const id of many.slice(0, 21))
      await client.download({
        id: id + 100,
        url: `${folder}${nameOf(id + 100)}`,
        filename: `/tmp/${nameOf(id + 100)}`,
        incognito: true,
        facts: complete,
      });
    expect(await namesOf(client)).not.toContain(nameOf(121));
    await answer(client, nameOf(101), 'cancel');
    expect(await namesOf(client)).toContain(nameOf(121));
  });

  it('policy ends a further one at once all the same', async () => {
    const client = await startClient({ policy: null });
    for (const id of many.slice(0, 20)) await begin(client, id);
    await client.deliverPolicy({ mode: 'block' });
    await begin(client, 30);
    expect(client.downloads.has(30)).toBe(false);
  });
});
