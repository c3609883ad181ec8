// A day with the extension: 500 visits, 20 of them to listed pages, 30 downloads, 10 popups, and 16 hours
// of sleep, on a clock of its own. How often the worker is woken, how long it stays awake, and what it
// writes to the disk.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { defaultBuilds } from '../harness/browsers/launch.ts';
import { startClient, type Client } from '../worker/report/client.ts';

const [second, minute, hour] = [1000, 60_000, 3_600_000];
/** Browsers stop a worker that has had no event for so long. */
const idleMs = 30 * second;
const dayMs = 24 * hour;
const awakeMs = 8 * hour;

const listed = [
  'https://www.kaspersky.com/downloads/standard',
  'https://www.kaspersky.com/antivirus',
  'https://support.kaspersky.com/kis',
  'https://play.google.com/store/apps/details?id=com.kms.free',
  'https://www.softpedia.com/get/Antivirus/Kaspersky-Rescue-Disk.shtml',
];

type Kind = 'listed page' | 'page' | 'download' | 'popup';
interface Happening {
  readonly at: number;
  readonly kind: Kind;
  readonly number: number;
}

/** Spread evenly over the eight hours in which somebody is there. */
const spread = (kind: Kind, count: number): Happening[] =>
  Array.from({ length: count }, (_, number) => ({
    at: Math.round(((number + 0.5) * awakeMs) / count),
    kind,
    number,
  }));

const day: readonly Happening[] = [
  ...spread('listed page', 20),
  ...spread('page', 480),
  ...spread('download', 30),
  ...spread('popup', 10),
].sort((one, other) => one.at - other.at);

/** Whether a content script of the build runs in the page, and so would wake the worker. */
function isWatched(url: string): boolean {
  const manifest = v.parse(
    v.object({ content_scripts: v.array(v.object({ matches: v.array(v.string()) })) }),
    JSON.parse(readFileSync(join(defaultBuilds.chromium, 'manifest.json'), 'utf8')),
  );
  const { hostname } = new URL(url);
  const fits = (match: string) => {
    const [, pattern = ''] = /^[^:]+:\/\/([^/]+)\//.exec(match) ?? [];
    if (pattern === '*') return true;
    return pattern.startsWith('*.')
      ? hostname === pattern.slice(2) || hostname.endsWith(pattern.slice(1))
      : hostname === pattern;
  };
  return manifest.content_scripts.some(({ matches }) => matches.some(fits));
}

async function happen(client: Client, { kind, number }: Happening): Promise<void> {
  if (kind === 'listed page')
    await client.visit(listed[number % listed.length] ?? '', { tabId: 1 + number });
  else if (kind === 'popup') await client.popupView();
  else if (kind === 'download')
    await client.download({
      id: 1 + number,
      url: `https://downloads.example.net/${String(number)}/setup.zip`,
      filename: `/tmp/setup-${String(number)}.zip`,
    });
}

const figures = { wakeUps: 0, alarms: 0, awake: 0, written: 0, first: 0, last: 0 };
const sizeOf = (items: ReadonlyMap<string, unknown>) =>
  JSON.stringify(Object.fromEntries(items)).length;

beforeAll(async () => {
  for (const level of ['info', 'error', 'warn'] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
  const client = await startClient({ policy: null });
  // The browser in memory writes to it itself.
  const disk = client.disk as Map<string, unknown>;
  const put = disk.set.bind(disk);
  disk.set = (key, value) => {
    figures.written += JSON.stringify({ [key]: value }).length;
    return put(key, value);
  };
  const startAt = client.now();
  let lastAt = startAt;
  /** To a moment at which the worker hears something: its start, where it slept. */
  const wakeAt = async (at: number) => {
    await client.pass(Math.max(0, at - 1 - client.now()));
    const isAsleep = at - lastAt > idleMs;
    figures.awake += isAsleep ? idleMs : at - lastAt;
    if (isAsleep) {
      await client.kill(true);
      figures.wakeUps += 1;
    }
    lastAt = at;
    await client.pass(Math.max(0, at - client.now()));
  };
  const ringUntil = async (end: number) => {
    for (;;) {
      const next = Math.min(...client.alarms.values());
      if (!(next <= end)) return;
      figures.alarms += 1;
      await wakeAt(Math.max(next, client.now() + 1));
    }
  };
  for (const one of day) {
    if (one.kind === 'page' && !isWatched(`https://site-${String(one.number)}.example/`)) continue;
    await ringUntil(startAt + one.at);
    await wakeAt(startAt + one.at);
    await happen(client, one);
    figures.first ||= sizeOf(client.disk);
  }
  await ringUntil(startAt + dayMs);
  figures.last = sizeOf(client.disk);
}, 600_000);

it('Pages that no list names never wake the worker', () => {
  const woken = day.filter(({ kind }) => kind !== 'page').length;
  console.log(
    `Wake-ups: ${String(figures.wakeUps)}, ${String(figures.alarms)} of them by alarms, for ${String(woken)} events.`,
  );
  expect(figures.wakeUps).toBeLessThanOrEqual(woken + figures.alarms);
});

it('Two alarms ring in a day at most', () => {
  expect(figures.alarms).toBeLessThanOrEqual(2);
});

it('The worker is awake for at most half an hour and a minute of the day', () => {
  console.log(`Awake: ${(figures.awake / minute).toFixed(1)} minutes.`);
  expect(figures.awake).toBeLessThanOrEqual(31 * minute);
});

it('The day writes at most 8 KB to the disk, and leaves at most 4 KB more on it', () => {
  const grown = figures.last - figures.first;
  console.log(
    `Written: ${(figures.written / 1024).toFixed(1)} KB; on the disk ${(figures.first / 1024).toFixed(1)} KB, at the end ${(grown / 1024).toFixed(1)} KB more.`,
  );
  expect(figures.written).toBeLessThanOrEqual(8 * 1024);
  expect(grown).toBeLessThanOrEqual(4 * 1024);
});
