// What a collector answers, and what becomes of the events: the real worker, a real HTTP server, a clock of its own.
import { openDB } from 'idb';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import { queueLimit } from '../../../src/core/report/delivery.ts';
import advisory from '../../../src/data/advisory.json' with { type: 'json' };
import { someOf } from '../../harness/extent.ts';
import { startCollector, type RunningCollector } from '../../harness/servers/collector.ts';
import { startClient, type Client } from './client.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const page = (number: number) => `https://www.kaspersky.com/page/${String(number)}`;

let collector: RunningCollector;
let client: Client;

beforeAll(async () => {
  collector = await startCollector(() => client.now());
});
beforeEach(async () => {
  await collector.restart();
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  const { timeout } = AbortSignal;
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout.call(AbortSignal, ms / 15));
  client = await startClient({
    policy: { reportAddress: collector.address, reportHeaders: { 'X-Api-Key': 'secret' } },
  });
  await client.pass(minuteMs);
  collector.clear();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => collector.stop());

const names = () => collector.received.map(({ name }) => name);
const pages = () =>
  collector.received
    .filter(({ name }) => name === 'page.labeled')
    .map(({ attributes }) => attributes['url.path']);
const reports = async () => {
  const view = (await client.optionsView()).reports;
  if (!view) throw new Error('Nothing is reported.');
  return view;
};

describe('A collector that takes them', () => {
  it('gets what was gathered for a moment in one request, with the policy’s headers and no others', async () => {
    for (const number of [1, 2, 3]) await client.visit(page(number));
    expect(collector.requests).toHaveLength(0);
    await client.pass(3 * secondMs);
    expect(collector.requests).toHaveLength(1);
    expect(pages()).toEqual(['/page/1', '/page/2', '/page/3']);
    expect(collector.requests[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-api-key': 'secret',
    });
    expect(collector.requests[0]?.headers).not.toHaveProperty('cookie');
    expect(collector.requests[0]?.headers).not.toHaveProperty('referer');
    expect(await reports()).toMatchObject({
      queued: 0,
      dropped: 0,
      failure: null,
      deliveredAt: new Date(client.now() - secondMs).toISOString(),
    });
    expect(client.alarms.has('report-delivery')).toBe(false);
  });

  it('gets what a worker left that fell asleep before the delivery: the alarm wakes it', async () => {
    await client.visit(page(1));
    await client.kill(true);
    await client.pass(30 * secondMs);
    expect(pages()).toEqual(['/page/1']);
  });

  it('gets what was left when the browser was closed, at its next start', async () => {
    await client.visit(page(1));
    await client.kill();
    await client.pass(5 * secondMs);
    expect(pages()).toEqual(['/page/1']);
    expect(names()).toEqual(['page.labeled', 'heartbeat']);
  });

  it('gets a heartbeat each day, and at each start', async () => {
    await client.pass(3 * 24 * hourMs);
    expect(names()).toEqual(['heartbeat', 'heartbeat', 'heartbeat']);
    await client.kill();
    await client.pass(minuteMs);
    expect(collector.received.at(-1)?.attributes).toMatchObject({
      'kaspersky_ban_advisory.advisory.version': advisory.version,
      'kaspersky_ban_advisory.policy.hash': (await reports()).policyHash,
      'kaspersky_ban_advisory.policy.faults': 0,
      'kaspersky_ban_advisory.mode': 'warn',
    });
    expect(names()).toHaveLength(4);
  });
});

describe('A collector that fails', () => {
  it.each(someOf([500, 502, 503, 504, 408, 429, 401, 403, 404], 3))(
    'with %i gets the same events again, later and later, at most hourly',
    async (status) => {
      collector.answer({ status });
      await client.visit(page(1));
      await client.pass(12 * hourMs);
      const gaps = collector.requests
        .slice(1)
        .map(({ at }, index) => at - (collector.requests[index]?.at ?? 0));
      expect(gaps.length).toBeGreaterThan(12);
      expect(gaps.slice(0, 9)).toEqual(gaps.slice(0, 9).toSorted((one, other) => one - other));
      expect(Math.max(...gaps)).toBeLessThanOrEqual(hourMs);
      expect(new Set(collector.requests.map(({ body }) => body)).size).toBe(1);
      expect(await reports()).toMatchObject({ queued: 1, dropped: 0, failure: { status } });
      collector.answer('take');
      await client.pass(hourMs);
      expect(pages()).toEqual(['/page/1']);
      expect(await reports()).toMatchObject({ queued: 0, dropped: 0 });
    },
  );

  it.each([
    ['seconds', () => '600'],
    ['a date', () => new Date(client.now() + 600 * secondMs + 2 * secondMs).toUTCString()],
  ])(
    'with Retry-After in %s is left alone until then, whatever happens meanwhile',
    async (_, header) => {
      collector.answer({ status: 503, headers: { 'retry-after': header() } }, 'take');
      await client.visit(page(1));
      await client.pass(5 * secondMs);
      const [first] = collector.requests;
      await client.visit(page(2));
      await client.kill(true);
      await client.pass(9 * minuteMs);
      await client.visit(page(3));
      await client.kill();
      await client.pass(20 * secondMs);
      expect(collector.requests).toHaveLength(1);
      await client.pass(5 * minuteMs);
      expect((collector.requests[1]?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(
        599 * secondMs,
      );
      expect(pages()).toEqual(['/page/1', '/page/2', '/page/3']);
    },
  );

  it('and says when to come back does not make a later failure wait longer', async () => {
    const busy = { status: 503, headers: { 'retry-after': '60' } };
    collector.answer(busy, ...Array.from({ length: 19 }, () => busy), 'reset', 'take');
    await client.visit(page(1));
    await client.pass(30 * minuteMs);
    expect(collector.requests).toHaveLength(22);
    expect(
      (collector.requests[21]?.at ?? 0) - (collector.requests[20]?.at ?? 0),
    ).toBeLessThanOrEqual(minuteMs);
    expect(pages()).toEqual(['/page/1']);
  });

  it.each(['stall', 'reset'] as const)('by a %s gets them again', async (answer) => {
    collector.answer(answer, answer, 'take');
    await client.visit(page(1));
    await client.pass(10 * minuteMs);
    expect(collector.requests).toHaveLength(3);
    expect(pages()).toEqual(['/page/1']);
    expect((await reports()).failure?.status).toBeNull();
  });

  it('by an answer that never comes may get them twice: under the same id, the same to the last bit', async () => {
    collector.answer('take-silently', 'take');
    await client.visit(page(1));
    await client.pass(10 * minuteMs);
    expect(pages()).toEqual(['/page/1', '/page/1']);
    expect(collector.received[0]).toEqual(collector.received[1]);
  });

  it('by an answer without end has taken them: the status is what counts', async () => {
    collector.answer('take-and-stall');
    await client.visit(page(1));
    await client.pass(10 * minuteMs);
    expect(pages()).toEqual(['/page/1']);
  });

  it('while it restarts gets everything in the order in which it happened', async () => {
    await client.visit(page(1));
    await collector.stop();
    await client.pass(minuteMs);
    await client.visit(page(2));
    await client.pass(10 * minuteMs);
    await collector.restart();
    await client.visit(page(3));
    await client.pass(hourMs);
    expect(pages()).toEqual(['/page/1', '/page/2', '/page/3']);
  });

  it.each([400, 422, 415])(
    'with %i for good loses the batch, is not asked again with it, and is told how many',
    async (status) => {
      collector.answer({ status }, 'take');
      await client.visit(page(1));
      await client.visit(page(2));
      await client.pass(10 * minuteMs);
      expect(collector.requests).toHaveLength(1);
      expect(await reports()).toMatchObject({ queued: 0, dropped: 2, failure: { status } });
      await client.visit(page(3));
      await client.pass(10 * minuteMs);
      expect(
        collector.received.map(({ name, attributes }) => [
          name,
          attributes['kaspersky_ban_advisory.dropped'],
        ]),
      ).toEqual([
        ['page.labeled', undefined],
        ['reports.dropped', 2],
      ]);
    },
  );

  it('with 413 gets them in smaller parts, and loses none', async () => {
    for (let number = 1; number <= 9; number += 1) await client.visit(page(number));
    collector.answer({ status: 413 }, { status: 413 }, 'take');
    await client.pass(minuteMs);
    expect(pages()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `/page/${String(number)}`));
    expect(await reports()).toMatchObject({ queued: 0, dropped: 0 });
  });

  it('in part is believed: what it refused is counted', async () => {
    collector.answer({ refusing: 1 }, 'take');
    await client.visit(page(1));
    await client.visit(page(2));
    await client.pass(minuteMs);
    expect(await reports()).toMatchObject({ queued: 0, dropped: 1 });
    await client.visit(page(3));
    await client.pass(minuteMs);
    expect(names().at(-1)).toBe('reports.dropped');
  });
});

describe('A full queue', () => {
  it('drops the oldest beyond its bound, counts them, and tells', async () => {
    await collector.stop();
    await client.visit(page(1));
    await client.pass(minuteMs);
    // As if they had been made one by one.
    const database = await openDB('reports');
    const transaction = database.transaction('events', 'readwrite');
    for (let number = 2; number <= queueLimit; number += 1) {
      void transaction.store.add({
        id: `seeded-${String(number)}`,
        name: 'page.labeled',
        at: new Date(client.now()).toISOString(),
        attributes: { 'url.path': `/page/${String(number)}` },
      });
    }
    await transaction.done;
    database.close();
    for (let number = queueLimit + 1; number <= queueLimit + 30; number += 1)
      await client.visit(page(number));
    expect(await reports()).toMatchObject({ queued: queueLimit, dropped: 30 });

    await collector.restart();
    await client.pass(2 * hourMs);
    expect(collector.faults).toEqual([]);
    expect([...new Set(pages())]).toEqual(
      Array.from({ length: queueLimit }, (_, index) => `/page/${String(index + 31)}`),
    );
    expect(
      collector.received
        .filter(({ name }) => name === 'reports.dropped')
        .map(({ attributes }) => attributes['kaspersky_ban_advisory.dropped']),
    ).toEqual([30]);
  });

  it('does not drop what is just being sent', async () => {
    const database = await openDB('reports');
    const transaction = database.transaction('events', 'readwrite');
    for (let number = 1; number <= queueLimit - 1; number += 1) {
      void transaction.store.add({
        id: `seeded-${String(number)}`,
        name: 'page.labeled',
        at: new Date(client.now()).toISOString(),
        attributes: { 'url.path': `/page/${String(number)}` },
      });
    }
    await transaction.done;
    database.close();
    collector.answer('stall', 'take');
    await client.visit(page(queueLimit));
    const delivery = client.pass(3 * secondMs);
    await vi.waitFor(() => expect(collector.requests).toHaveLength(1));
    await client.visit(page(queueLimit + 1));
    await delivery;
    expect((await reports()).dropped).toBe(0);
    await client.pass(hourMs);
    expect(pages()[0]).toBe('/page/1');
    expect(new Set(pages()).size).toBe(queueLimit + 1);
  });

  it('passes over what is broken on the disk, and counts it', async () => {
    const database = await openDB('reports');
    await database.add('events', { id: 'x', name: 'no.such.event', at: 'never', attributes: 7 });
    database.close();
    await client.visit(page(1));
    await client.pass(minuteMs);
    expect(pages()).toEqual(['/page/1']);
    expect(await reports()).toMatchObject({ queued: 0, dropped: 1 });
  });
});

it('A page that changes its address twenty times a second pushes no other report out', async () => {
  for (let number = 0; number < 400; number += 1) await client.visit(page(number));
  await client.visit('https://play.google.com/store/apps/details?id=com.kms.free');
  await client.pass(minuteMs);
  expect(pages()).toHaveLength(61);
  expect(pages().at(-1)).toBe('/store/apps/details');
});
