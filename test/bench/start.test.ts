// A notice beside that of the smallest extension that could show one, in turns: with the worker awake, and
// with its start before, for a server that answers at once and for one that takes as long as real ones do.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  startChromium,
  type ChromiumBrowser,
  type NoticeBrowser,
  type WorkerReading,
} from '../../tools/bench/start/in-chromium.ts';
import { startFirefox } from '../../tools/bench/start/in-firefox.ts';
import { instrument } from '../../tools/bench/start/instrumented.ts';
import { pause } from '../../tools/bench/start/launched.ts';
import { servePage } from '../../tools/bench/start/page.ts';
import { writeSmallest } from '../../tools/bench/start/smallest.ts';
import { median } from '../../tools/bench/row.ts';
import { defaultBuilds } from '../harness/browsers/launch.ts';
import { engines } from '../harness/engines.ts';

const rounds = 30;
/** By then the worker has dealt with the page before. */
const restMs = 1500;
/** From a request to its answer, somewhere between a server nearby and one across an ocean. */
const realAnswerMs = 200;
const names = ['smallest', 'ours'] as const;
type Name = (typeof names)[number];

interface Times {
  readonly awake: number[];
  readonly stopped: number[];
  readonly stoppedAndReal: number[];
}

const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
const noTimes = (): Times => ({ awake: [], stopped: [], stoppedAndReal: [] });

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function measure<Browser extends NoticeBrowser>(
  start: (name: Name, proxyPort: number) => Promise<Browser>,
  afterRound: (name: Name, browser: Browser) => Promise<void>,
): Promise<Record<Name, Times>> {
  const times = { smallest: noTimes(), ours: noTimes() };
  const server = await servePage();
  const browsers = {
    smallest: await start('smallest', server.port),
    ours: await start('ours', server.port),
  };
  try {
    // The first round is the browser's own warming up.
    for (let round = 0; round <= rounds; round += 1) {
      for (const name of round % 2 === 0 ? names : names.toReversed()) {
        const browser = browsers[name];
        await browser.stopWorker();
        server.answerAfter(realAnswerMs);
        const stoppedAndReal = await browser.visit();
        await pause(restMs);
        server.answerAfter(0);
        await browser.stopWorker();
        const stopped = await browser.visit();
        await pause(restMs);
        const awake = await browser.visit();
        if (round === 0) continue;
        times[name].stoppedAndReal.push(stoppedAndReal);
        times[name].stopped.push(stopped);
        times[name].awake.push(awake);
        await afterRound(name, browser);
      }
    }
  } finally {
    await browsers.smallest.close();
    await browsers.ours.close();
    server.close();
  }
  return times;
}

const highest = (values: readonly number[]) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * 0.95)] ?? Number.NaN;

/** Ours over the smallest's, by medians; says both. */
function ratio<Figures>(
  what: string,
  { smallest, ours }: Readonly<Record<Name, Figures>>,
  valuesOf: (of: Figures) => readonly number[],
): number {
  const [least, own] = [median(valuesOf(smallest)), median(valuesOf(ours))];
  console.log(
    `${what}: ${own.toFixed(1)} against ${least.toFixed(1)}, ${(own / least).toFixed(2)} times; 95 % within ${highest(valuesOf(ours)).toFixed(1)} and ${highest(valuesOf(smallest)).toFixed(1)}.`,
  );
  return own / least;
}

describe.each(engines)('In %s', (engine) => {
  let times = { smallest: noTimes(), ours: noTimes() };
  const worker: Record<Name, WorkerReading[]> = { smallest: [], ours: [] };
  const buildOf = (name: Name) =>
    name === 'ours'
      ? defaultBuilds[engine]
      : writeSmallest(engine, join(folder, `${engine}-source`));

  beforeAll(async () => {
    times =
      engine === 'firefox'
        ? await measure(
            (name, port) => startFirefox(buildOf(name), port),
            async () => undefined,
          )
        : await measure<ChromiumBrowser>(
            (name, port) => startChromium(instrument(buildOf(name), join(folder, name)), port),
            async (name, browser) => void worker[name].push(await browser.readWorker()),
          );
  }, 900_000);

  it('a notice with the worker awake takes at most 1.2 times as long', () => {
    expect(ratio('Notice, awake, ms', times, ({ awake }) => awake)).toBeLessThanOrEqual(1.2);
  });

  it('a notice with the worker stopped takes at most 1.35 times as long', () => {
    const stopped = ratio('Notice, stopped, ms', times, (of) => of.stopped);
    expect(stopped).toBeLessThanOrEqual(1.35);
  });

  it('a notice with the worker stopped takes no longer where the server takes its time', () => {
    const what = `Notice, stopped, answer after ${String(realAnswerMs)} ms, ms`;
    expect(ratio(what, times, (of) => of.stoppedAndReal)).toBeLessThanOrEqual(1.1);
  });

  describe.runIf(engine === 'chromium')('the worker', () => {
    const readings = (what: string, of: (reading: WorkerReading) => number) =>
      ratio(what, worker, (all) => all.map(of));

    it('has its first listener after at most 1.5 times as long', () => {
      const first = readings('First listener, ms', ({ firstListenerAt }) => firstListenerAt);
      expect(first).toBeLessThanOrEqual(1.5);
    });

    it('has a heap after collection that is at most 3.5 times as large', () => {
      const heap = readings('Heap, KB', ({ heapBytes }) => heapBytes / 1024);
      expect(heap).toBeLessThanOrEqual(3.5);
    });

    it('reads at most 90 KB of script for a start, besides the advisory’s own', () => {
      const scripts = worker.ours.at(-1)?.scripts ?? [];
      const own = scripts.filter(({ url }) => !/\/(note|head|rest|_packaged[^/]*)\.js$/.test(url));
      for (const { url, length } of scripts)
        console.log(`${url.replace(/^.*\//, '')}: ${String(length)} bytes`);
      expect(own.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(90 * 1024);
    });
  });
});
