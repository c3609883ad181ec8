// When the feed is asked: spread, backed off, over restarts and over a browser that dies in between.
import { describe, expect, it } from 'vitest';
import {
  afterFailureMs,
  afterSuccessMs,
  firstDelayMs,
  intervalMs,
  nextCheckAt,
} from '../../../src/core/update/schedule.ts';
import { feedStateAt } from '../../../src/core/update/feed-state.ts';
import { makeRoot } from '../../harness/publisher.ts';
import { status } from '../../harness/servers/feed.ts';
import { setClock, startClient } from './client.ts';
import { feedStage } from './stage.ts';

const hourMs = 3_600_000;
const evenly = Array.from({ length: 1000 }, (_, index) => index / 1000);

describe('The schedule', () => {
  it('asks every twelve hours on average, never in lockstep', () => {
    const delays = evenly.map((chance) => afterSuccessMs(() => chance));
    expect(delays.reduce((sum, delay) => sum + delay, 0) / delays.length / intervalMs).toBeCloseTo(
      1,
      1,
    );
    expect(Math.max(...delays) - Math.min(...delays)).toBeGreaterThan(5 * hourMs);
  });

  it('spreads the first check of computers that were installed in one second over the whole interval', () => {
    const delays = evenly.map((chance) => firstDelayMs(() => chance));
    expect(Math.min(...delays)).toBeLessThan(0.1 * hourMs);
    expect(Math.max(...delays)).toBeGreaterThan(14 * hourMs);
  });

  it('backs off, doubling, to a day, and never asks sooner than the server wants', () => {
    const longest = [1, 2, 3, 4, 5, 6, 7, 8, 20].map((failures) =>
      afterFailureMs(failures, 0, () => 0.999999),
    );
    for (const [index, delay] of longest.slice(1, 6).entries())
      expect(delay / (longest[index] ?? 0)).toBeCloseTo(2, 3);
    expect(Math.max(...longest)).toBeLessThanOrEqual(24 * hourMs);
    expect(afterFailureMs(1, 5 * hourMs, () => 0)).toBe(5 * hourMs);
    expect(
      afterFailureMs(1, 1e12, () => 0),
      'a server can’t put it off for ever',
    ).toBe(24 * hourMs);
  });

  it('doesn’t believe a time that a wrong clock has stored', () => {
    expect(nextCheckAt(1e15, 0, () => 0.5)).toBeLessThan(16 * hourMs);
  });
});

describe('A client', () => {
  const stage = feedStage();
  const due = () => stage().client.alarms.get('feed-check') ?? 0;

  it('plans its next check after each one, and keeps the plan over a restart', async () => {
    const { client } = stage();
    const planned = due();
    expect(planned - Date.now()).toBeGreaterThanOrEqual(9 * hourMs);
    await client.restart();
    expect(due()).toBe(planned);
  });

  it('asks nothing when its alarm rings before the time', async () => {
    const { client, feed } = stage();
    const before = feed.requests.length;
    await client.ring();
    expect(feed.requests.length).toBe(before);
  });

  it('asks when its alarm rings, and takes the update over', async () => {
    const { client, publish } = stage();
    await publish(3);
    setClock(1.9);
    await client.ring();
    expect(await client.version()).toBe(3);
  });

  it('that was off while a check fell due asks within the hour, not at once', async () => {
    const { client } = stage();
    setClock(30);
    await client.restart();
    expect(due() - Date.now()).toBeLessThanOrEqual(hourMs);
  });

  it('backs off from a feed that fails, and is back in its rhythm after a success', async () => {
    const { client, feed, publish } = stage();
    feed.put('/advisory.json', status(500));
    const delays: number[] = [];
    for (let failure = 0; failure < 4; failure += 1) {
      await client.check();
      delays.push(due() - Date.now());
    }
    expect(delays[3]).toBeGreaterThan((delays[0] ?? 0) * 3.9);
    await publish(3);
    await client.check();
    expect(due() - Date.now()).toBeGreaterThanOrEqual(9 * hourMs);
  });

  it('knows nothing of a feed at another address', async () => {
    const { client, keys } = stage();
    const known = feedStateAt('https://other.example/', null);
    expect(known).toMatchObject({ failures: 0, nextCheckAt: null, verifiedAt: null });
    await client.restart({
      pin: {
        address: 'https://other.example/',
        root: makeRoot({ version: 1, root: keys.root, advisory: keys.advisory }),
      },
    });
    expect((await client.view()).updates.feed).toMatchObject({ verifiedAt: null, refusal: null });
  });

  it('says on the options page when it was verified, by which key, and what changed', async () => {
    const { client, keys, publish } = stage();
    await publish(3, { deadlines: [] });
    expect((await client.check())?.reason).toBe('schema');
    await publish(3, {
      questions: [
        { id: 'how', question: { en: 'How?' }, answer: { en: 'So.' }, sources: ['order'] },
      ],
    });
    await client.check();
    const { updates, advisory } = await client.view();
    expect(updates.feed).toMatchObject({
      verifiedAt: new Date().toISOString(),
      verifiedBy: [keys.advisory[0]?.kid],
      refusal: null,
    });
    expect(advisory.changes).toEqual([
      { subject: 'questions', kind: 'added', what: { en: 'How?' } },
      { subject: 'questions', kind: 'removed', what: { en: 'Why?' } },
    ]);
  });

  it('that dies over a check is woken for the next one', async () => {
    const { feed, keys } = stage();
    const client = await startClient({
      pin: {
        address: feed.address,
        root: makeRoot({ version: 1, root: keys.root, advisory: keys.advisory }),
      },
    });
    feed.put('/advisory.json', () => undefined);
    const under = client.check();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(client.alarms.get('feed-check')).toBeLessThanOrEqual(Date.now() + hourMs / 2);
    await client.restart();
    expect(client.alarms.get('feed-check')).toBeLessThanOrEqual(Date.now() + hourMs / 2);
    void under;
    feed.put('/advisory.json', status(404));
  });
});
