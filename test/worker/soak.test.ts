// An hour of a day: a disk that fails one write in twenty, a collector that changes its mind every minute, downloads and pages of many
// shapes, and a browser that ends again and again. The real worker, in a time of its own.
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { QuestionsView } from '../../src/core/decision/question.ts';
import { seeded } from '../../tools/bench/seeded.ts';
import { isWholeRun } from '../harness/extent.ts';
import {
  startCollector,
  type Answer,
  type RunningCollector,
} from '../harness/servers/collector.ts';
import { startClient, type Client } from './report/client.ts';

const minuteMs = 60_000;
const { minutes, kills } = isWholeRun ? { minutes: 60, kills: 20 } : { minutes: 12, kills: 6 };

const minds: readonly Answer[] = [
  'take',
  { status: 503, headers: { 'retry-after': '120' } },
  'reset',
  { status: 429 },
  'take-silently',
  { status: 200, headers: { 'content-type': 'text/html' } },
  { refusing: 1 },
  { status: 413 },
  { status: 302, headers: { location: 'https://login.example.com/' } },
  'take',
];

const folder = 'https://products.s.kaspersky-labs.com/homeuser/kis2015/';
const running = { paused: false, canResume: false };
const complete = { ...running, state: 'complete', bytesReceived: 5000 };
const mimes = [
  '',
  'application/octet-stream',
  'application/x-msdownload',
  'binary/octet-stream',
  'application/zip',
];
const states = [
  { paused: true, canResume: true },
  running,
  { ...running, canResume: true },
  complete,
  { ...complete, bytesReceived: 3_000_000 },
  { ...running, bytesReceived: 0, totalBytes: -1 },
];
/** Thirty: each state under each type. */
const shapes = states.flatMap((state) => mimes.map((mime) => ({ ...state, mime })));

/** Twenty: pages that speak and pages that don't, each in another way of writing its address. */
const pages = [
  'https://www.kaspersky.com/',
  'https://www.kaspersky.com/downloads/standard',
  'https://play.google.com/store/apps/details?id=com.kms.free',
  'https://www.softpedia.com/get/Antivirus/Kaspersky-Rescue-Disk.shtml',
  'https://www.example.org/',
].flatMap((url) => [
  url,
  `${url}#part`,
  url.replace('https:', 'http:'),
  url.replace('www.', 'WWW.'),
]);

let collector: RunningCollector;
beforeAll(async () => {
  collector = await startCollector();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => collector.stop());

/** Names of all questions asked or answered so far. */
async function noteAsked(client: Client, asked: Set<string>): Promise<void> {
  const view = await client.ask<QuestionsView>('questions-view');
  for (const { name } of view.questions) asked.add(name);
  for (const { fileName } of view.answered) asked.add(fileName);
}

test.each(isWholeRun ? [1, 2, 3] : [1])(
  `${String(minutes)} minutes with ${String(kills)} ends: nothing listed passes unasked, no question is lost, nothing is counted that was not taken (%i)`,
  { timeout: 900_000 },
  async (seed) => {
    for (const level of ['info', 'error', 'warn'] as const)
      vi.spyOn(console, level).mockImplementation(() => undefined);
    const { timeout } = AbortSignal;
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout.call(AbortSignal, ms / 15));
    const rejections: unknown[] = [];
    const note = (cause: unknown) => void rejections.push(cause);
    process.on('unhandledRejection', note);
    const chance = seeded(seed);
    collector.clear();
    const client = await startClient({ policy: { reportAddress: collector.address }, chance });
    client.breakApi('set', async () => {
      if (chance() < 1 / 20) throw new Error('QUOTA_BYTES quota exceeded');
    });

    const asked = new Set<string>();
    const named = new Map<number, string>();
    let next = 0;
    let ended = 0;
    for (let minute = 0; minute < minutes; minute += 1) {
      collector.answer(minds[minute % minds.length] ?? 'take');
      for (let count = 0; count < 2; count += 1) {
        next += 1;
        const name = `kis15.0.1.${String(next)}en_${String(6000 + next)}.exe`;
        named.set(next, name);
        const facts = shapes[next % shapes.length] ?? {};
        const sharing = next % 4 === 0 ? folder : `https://dl${String(next % 7)}.example.net/get/`;
        await client.download({
          id: next,
          url: `${sharing}${name}`,
          filename: `/tmp/${name}`,
          facts,
        });
        const page = pages[next % pages.length] ?? '';
        await client.visit(page, { tabId: next % 9 });
      }
      await noteAsked(client, asked);
      const { questions } = await client.ask<QuestionsView>('questions-view');
      // People answer some of them; the rest wait.
      for (const { id, mayKeep } of questions.slice(0, 2))
        await client
          .ask('answer-question', { id, answer: mayKeep && chance() < 0.5 ? 'keep' : 'cancel' })
          .catch(() => undefined);
      await client.pass(minuteMs / 2);
      await noteAsked(client, asked);
      if (ended < kills && minute % Math.floor(minutes / kills) === 1) {
        // In turn the worker falls asleep, and the browser ends.
        await client.kill(ended % 2 === 0);
        await client.idle();
        ended += 1;
      }
      await client.pass(minuteMs / 2);
    }
    client.breakApi('set', null);
    await client.pass(5 * minuteMs);
    await noteAsked(client, asked);

    expect([...named.values()].filter((name) => !asked.has(name))).toEqual([]);
    // Every held download has a question.
    const open = (await client.ask<QuestionsView>('questions-view')).questions.map(
      ({ name }) => name,
    );
    const held = [...client.downloads.values()].filter(
      (one) => one['state'] === 'in_progress' && one['paused'],
    );
    expect(
      held.map(({ id }) => named.get(id)).filter((name) => !open.includes(name ?? '')),
    ).toEqual([]);

    collector.answer('take');
    await client.pass(6 * 60 * minuteMs);
    const { reports } = await client.optionsView();
    // An answer that a killed worker finishes is queued again under its id, at another place.
    const taken = new Set(
      collector.received.map(({ id, sequence }) => `${id} ${String(sequence)}`),
    );
    expect(reports?.queued).toBe(0);
    expect(reports?.delivered).toBeGreaterThan(minutes);
    expect(reports?.delivered).toBeLessThanOrEqual(taken.size);
    expect(collector.faults).toEqual([]);
    process.off('unhandledRejection', note);
    expect(rejections).toEqual([]);
  },
);
