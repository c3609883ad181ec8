// Reports to an organization about updates: each acceptance and each refusal, once.
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, expect, it } from 'vitest';
import { status } from '../../harness/servers/feed.ts';
import { feedStage } from './stage.ts';

const stage = feedStage();

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  await stage().client.restart();
  // Nobody listens there: what is reported stays in the queue.
  await stage().client.deliverPolicy({ reportAddress: 'http://127.0.0.1:9/v1/logs' });
});

async function told(): Promise<unknown[]> {
  const database = await openDB('reports');
  const events: unknown[] = await database.getAll('events');
  database.close();
  return events.flatMap((event) => {
    const { name, attributes } = event as { name: string; attributes: Record<string, unknown> };
    if (!name.startsWith('advisory.')) return [];
    return [
      [
        name,
        attributes['kaspersky_ban_advisory.feed'],
        attributes['kaspersky_ban_advisory.advisory.version'],
        attributes['error.type'],
      ],
    ];
  });
}

it('A newer advisory is told, once', async () => {
  const { client, publish } = stage();
  await publish(3);
  await client.check();
  await client.check();
  expect(await told()).toEqual([['advisory.updated', 'public', 3, undefined]]);
});

it('A refused document is told with its reason, and again only when that changes', async () => {
  const { client, feed, publish } = stage();
  await publish(1);
  await client.check();
  await client.check();
  feed.put('/advisory.json', status(500));
  await client.check();
  await publish(3);
  await client.check();
  expect(await told()).toEqual([
    ['advisory.refused', 'public', 2, 'rollback'],
    ['advisory.refused', 'public', 2, 'status'],
    ['advisory.updated', 'public', 3, undefined],
  ]);
});

it('A feed that can’t be reached has brought nothing that was refused', async () => {
  const { client, feed } = stage();
  feed.put('/advisory.json', (request) => request.socket.destroy());
  await client.check();
  expect(await told()).toEqual([]);
});
