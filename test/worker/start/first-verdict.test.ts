// The first verdict of a browser that starts: how often it waits for the disk, and what has to wait
// for it. A browser that is busy with its own start takes its time over each answer, which no
// stopwatch measures twice alike; how many answers there are in a row is a number.
import { expect, it, vi } from 'vitest';
import { startClient } from '../report/client.ts';

type Waiting = { readonly key: string; readonly answer: () => void };

it('waits for the disk once, and nothing else of the start comes before it', async () => {
  const disk = new Map<string, unknown>([
    [
      'policy',
      {
        raw: { mode: 'warn', organizationName: 'Example Corporation' },
        deliveredAt: '2026-11-23T08:00:00Z',
      },
    ],
  ]);
  const log: string[] = [];
  let waiting: Waiting[] = [];
  const slow = <Value>(what: string, key: string, value: () => Value) =>
    new Promise<Value>((resolve) => {
      log.push(`${what} ${key}`);
      waiting.push({ key, answer: () => resolve(value()) });
    });
  const asked: string[] = [];
  vi.doMock('../../../src/platform/worker/storage/storage.ts', () => ({
    closeStorageToPages: async () => undefined,
    readAhead: (_: string, keys: readonly string[]) => void asked.push(...keys),
    readStored: (_: string, key: string) => slow('read', key, () => structuredClone(disk.get(key))),
    writeStored: (_: string, key: string, value: unknown) =>
      slow('write', key, () => void disk.set(key, structuredClone(value))),
  }));
  const client = await startClient({
    policy: { mode: 'warn', organizationName: 'Example Corporation' },
  });
  // Whoever visits a page needs these; they are on their way before one asks.
  expect(log).toEqual(expect.arrayContaining(['read snoozes', 'read seenNotices']));
  let answered: unknown;
  let before: readonly string[] = [];
  client.visit('https://play.google.com/store/apps/details?id=com.kms.free').then(
    (reply) => {
      answered = reply;
      before = log.map((entry) => entry.split(' ')[1] ?? '');
    },
    (fault: unknown) => (answered = fault),
  );

  await client.idle();
  let rounds = 0;
  const answerAll = async () => {
    const now = waiting;
    waiting = [];
    for (const { answer } of now) answer();
    await client.idle();
  };
  while (answered === undefined && rounds < 50) {
    // Other waits, such as for a file of the package, don't involve the disk.
    if (waiting.length > 0) rounds += 1;
    await answerAll();
  }
  expect(answered).toMatchObject({ notice: { title: expect.any(String) } });
  expect(rounds).toBe(1);
  // One call fetches all of it before the first schema is loaded.
  expect(before.filter((key) => !asked.includes(key))).toEqual([]);
  for (const later of [
    'isSessionStarted',
    'questions',
    'advisoryFeed',
    'glance',
    'networkBasis',
    'reportClient',
  ])
    expect(before).not.toContain(later);

  // The rest of the start is only later, not lost.
  for (let more = 0; disk.get('isSessionStarted') !== true && more < 100; more += 1)
    await answerAll();
  expect(disk.get('isSessionStarted')).toBe(true);
  expect(disk.get('seenNotices')).toHaveLength(1);
});
