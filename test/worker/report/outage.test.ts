// The collector is down for long, the browser is killed again and again, and events go on being made: the real worker over a real
// network, in a time of its own.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Received } from '../../cases/otlp.ts';
import {
  type Answer,
  startCollector,
  type RunningCollector,
} from '../../harness/servers/collector.ts';
import { seeded } from '../../../tools/bench/seeded.ts';
import { isWholeRun } from '../../harness/extent.ts';
import { startClient } from './client.ts';

const minuteMs = 60_000;
let collector: RunningCollector;

beforeAll(async () => {
  collector = await startCollector();
});
beforeEach(async () => {
  collector.clear();
  await collector.restart();
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  // A stalled answer is given up after 15 seconds; here sooner, since the network's time is real.
  const { timeout } = AbortSignal;
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout.call(AbortSignal, ms / 15));
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => collector.stop());

/** Each id once, in the order of their first arrival, and how many came again; what came again is the same to the last bit. */
function onceEach(received: readonly Received[]): {
  readonly events: readonly Received[];
  readonly duplicates: number;
} {
  const known = new Map<string, Received>();
  for (const one of received) {
    const first = known.get(one.id);
    if (first) expect(one.record).toEqual(first.record);
    else known.set(one.id, one);
  }
  return { events: [...known.values()], duplicates: received.length - known.size };
}

/** Every fifth minute without a collector ends with a kill; the rest come while it fails in other ways. */
const { events, minutesDown, kills } = isWholeRun
  ? { events: 10_000, minutesDown: 60, kills: 20 }
  : { events: 400, minutesDown: 20, kills: 8 };

test(
  `${String(events)} events, ${String(minutesDown)} minutes without a collector and ${String(kills)} kills: each arrives once by its id, in order`,
  { timeout: 900_000 },
  async () => {
    const chance = seeded(20260620);
    const client = await startClient({ policy: { reportAddress: collector.address }, chance });
    const made: string[] = [];
    let attempted = 0;
    const failures: readonly Answer[] = [
      'reset',
      'stall',
      { status: 500 },
      { status: 503, headers: { 'retry-after': '120' } },
      { status: 429 },
      'take-silently',
      'take-and-stall',
      { status: 502 },
    ];

    /** Visits some pages at once; those whose answer came before the browser's end are on the disk. */
    const visitSome = async (count: number) => {
      const visits = Array.from({ length: count }, async () => {
        attempted += 1;
        const path = `/page/${String(attempted)}`;
        // Of one site no more than 60 pages are reported within half an hour.
        const site = `s${String(Math.floor(attempted / 40))}.kaspersky.com`;
        await client.visit(`https://${site}${path}?account=jane#inbox`, {
          tabId: attempted % 7,
        });
        made.push(path);
      });
      await Promise.race([Promise.all(visits), client.idle()]);
    };

    // A tenth before, eight tenths while it is down, a tenth while it fails in every other way.
    const perRound = events / 10 / 20;
    for (let round = 0; round < 10; round += 1) {
      await visitSome(perRound * 2);
      await client.pass(minuteMs);
    }
    expect(collector.received.length).toBeGreaterThanOrEqual(events / 10);

    await collector.stop();
    const requestsBefore = collector.requests.length;
    let killed = 0;
    for (let minute = 0; minute < minutesDown; minute += 1) {
      await visitSome(Math.round((events * 0.8) / minutesDown));
      await client.pass(minuteMs / 2);
      if (minute % 5 === 3) {
        // Some visits are just being dealt with when the browser ends.
        const last = visitSome(5);
        for (let ticks = Math.floor(chance() * 12); ticks > 0; ticks -= 1)
          await new Promise((resolve) => setImmediate(resolve));
        await client.kill(killed % 4 === 3);
        await Promise.race([last, client.idle()]);
        killed += 1;
      }
      await client.pass(minuteMs / 2);
    }
    expect(collector.requests.length).toBe(requestsBefore);

    await collector.restart();
    while (killed < kills) {
      collector.answer(
        failures[killed % failures.length] ?? 'reset',
        failures[(killed + 3) % failures.length] ?? 'reset',
        'take',
      );
      await visitSome(perRound * 2);
      // The collector took the batch, and the browser ended before it could forget it: the same ids come again.
      if (killed % 2 === 0) await client.killOnAnswer();
      else {
        await client.pass(5 * minuteMs);
        await client.kill();
      }
      killed += 1;
    }
    collector.answer('take');
    while (made.length < events) await visitSome(events - made.length);
    await client.pass(3 * 60 * minuteMs);

    expect(collector.faults).toEqual([]);
    const { events: arrived, duplicates } = onceEach(collector.received);
    const pages = arrived
      .filter(({ name }) => name === 'page.labeled')
      .map(({ attributes }) => attributes['url.path']);
    expect(new Set(pages).size).toBe(pages.length);
    expect(made.filter((path) => !pages.includes(path))).toEqual([]);
    expect(pages.length).toBeLessThanOrEqual(attempted);
    // No place in the order is missing, none is taken twice, and each came after the one before.
    expect(arrived.map(({ sequence }) => sequence)).toEqual(arrived.map((_, index) => index + 1));
    expect(new Set(arrived.map(({ client: instance }) => instance)).size).toBe(1);
    expect(arrived.filter(({ name }) => name === 'reports.dropped')).toEqual([]);
    expect(duplicates).toBeGreaterThan(0);
    console.log(
      `${String(made.length)} visits answered, ${String(attempted)} begun, ${String(arrived.length)} events arrived, ${String(duplicates)} came again, ${String(killed)} kills, ${String(collector.requests.length)} requests.`,
    );
  },
);
