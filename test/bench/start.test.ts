// A notice beside that of the smallest extension that could show one, in turns: with the worker awake, and
// with its start before.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  startChromium,
  type BenchBrowser,
  type WorkerReading,
} from '../../tools/bench/start/in-chromium.ts';
import { pause } from '../../tools/bench/start/launched.ts';
import { instrument } from '../../tools/bench/start/instrumented.ts';
import { servePage } from '../../tools/bench/start/page.ts';
import { writeSmallest } from '../../tools/bench/start/smallest.ts';
import { median } from '../../tools/bench/row.ts';
import { defaultBuilds } from '../harness/browsers/launch.ts';

const rounds = 30;
const restMs = 500;
const names = ['smallest', 'ours'] as const;
type Name = (typeof names)[number];

interface Figures {
  readonly awake: number[];
  readonly stopped: number[];
  readonly worker: WorkerReading[];
}

const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
const figures: Record<Name, Figures> = {
  smallest: { awake: [], stopped: [], worker: [] },
  ours: { awake: [], stopped: [], worker: [] },
};

const highest = (values: readonly number[]) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * 0.95)] ?? Number.NaN;

beforeAll(async () => {
  const server = await servePage();
  const start = (name: Name, build: string) =>
    startChromium(instrument(build, join(folder, name)), server.port);
  const browsers: Record<Name, BenchBrowser> = {
    smallest: await start('smallest', writeSmallest('chromium', join(folder, 'smallest-source'))),
    ours: await start('ours', defaultBuilds.chromium),
  };
  try {
    // The first round is the browser's own warming up.
    for (let round = 0; round <= rounds; round += 1) {
      for (const name of round % 2 === 0 ? names : names.toReversed()) {
        const browser = browsers[name];
        await browser.stopWorker();
        const stopped = await browser.visit();
        // The next page comes once the worker has dealt with this one.
        await pause(restMs);
        const awake = await browser.visit();
        if (round === 0) continue;
        figures[name].stopped.push(stopped);
        figures[name].awake.push(awake);
        figures[name].worker.push(await browser.readWorker());
      }
    }
  } finally {
    await browsers.smallest.close();
    await browsers.ours.close();
    server.close();
  }
}, 600_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Ours over the smallest's, by medians; says both. */
function ratio(what: string, valuesOf: (of: Figures) => readonly number[]): number {
  const [smallest, ours] = names.map((name) => valuesOf(figures[name]));
  const [least, own] = [median(smallest ?? []), median(ours ?? [])];
  console.log(
    `${what}: ${own.toFixed(1)} against ${least.toFixed(1)}, ${(own / least).toFixed(2)} times; 95 % within ${highest(ours ?? []).toFixed(1)} and ${highest(smallest ?? []).toFixed(1)}.`,
  );
  return own / least;
}

it('A notice with the worker awake takes at most 1.2 times as long', () => {
  expect(ratio('Notice, awake, ms', ({ awake }) => awake)).toBeLessThanOrEqual(1.2);
});

it('A notice with the worker stopped takes at most 1.35 times as long', () => {
  expect(ratio('Notice, stopped, ms', ({ stopped }) => stopped)).toBeLessThanOrEqual(1.35);
});

it('The worker’s first listener comes after at most 1.5 times as long', () => {
  const times = ({ worker }: Figures) => worker.map(({ firstListenerAt }) => firstListenerAt);
  expect(ratio('First listener, ms', times)).toBeLessThanOrEqual(1.5);
});

it('The worker’s heap after collection is at most 3.5 times as large', () => {
  const heaps = ({ worker }: Figures) => worker.map(({ heapBytes }) => heapBytes / 1024);
  expect(ratio('Heap, KB', heaps)).toBeLessThanOrEqual(3.5);
});

it('A start reads at most 90 KB of script, besides the advisory’s own', () => {
  const scripts = figures.ours.worker.at(-1)?.scripts ?? [];
  const own = scripts.filter(({ url }) => !/\/(note|head|rest|_packaged[^/]*)\.js$/.test(url));
  for (const { url, length } of scripts)
    console.log(`${url.replace(/^.*\//, '')}: ${String(length)} bytes`);
  expect(own.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(90 * 1024);
});
