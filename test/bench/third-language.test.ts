// A language more costs a start nothing: a build with a third one, of 200 KB of filler, beside the real one,
// in turns.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import packaged from '../../src/data/advisory.json' with { type: 'json' };
import { startChromium, type ChromiumBrowser } from '../../tools/bench/start/in-chromium.ts';
import { instrument } from '../../tools/bench/start/instrumented.ts';
import { servePage } from '../../tools/bench/start/page.ts';
import { median } from '../../tools/bench/row.ts';
import { defaultBuilds } from '../harness/browsers/launch.ts';
import { outFile, ownBuild } from '../harness/builds/own-build.ts';

const rounds = 30;
const third = 'fr';
/** So many of a Spanish text make a filler of 200 KB. */
const copies = 3;
const names = ['two languages', 'three languages'] as const;
type Name = (typeof names)[number];

/** Other parts are read for later events, sooner or later. */
const isOfEachStart = /\/(start|work|head|_packaged-advisory_[^/]*)\.js$/;

const folder = mkdtempSync(join(tmpdir(), 'bench-language-'));
const stopped: Record<Name, number[]> = { 'two languages': [], 'three languages': [] };
const read: Partial<Record<Name, number>> = {};
let filler = 0;

/** The advisory with filler wherever it has a text in Spanish. */
function withThird(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withThird);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, withThird(one)] as const);
  const made: Record<string, unknown> = Object.fromEntries(entries);
  if (typeof made['en'] === 'string' && typeof made['es'] === 'string') {
    const text = Array.from({ length: copies }, () => made['es']).join(' ');
    made[third] = text;
    filler += text.length;
  }
  return made;
}

async function buildWithThird(): Promise<string> {
  const advisory = withThird(packaged) as typeof packaged;
  const file = outFile('advisory-third-language.json');
  writeFileSync(file, JSON.stringify({ ...advisory, languages: [...packaged.languages, third] }));
  return ownBuild('chromium', 'third-language', { ADVISORY_FILE: file });
}

beforeAll(async () => {
  const server = await servePage();
  const start = (name: Name, build: string) =>
    startChromium(instrument(build, join(folder, name.replaceAll(' ', '-'))), server.port);
  const browsers: Record<Name, ChromiumBrowser> = {
    'two languages': await start('two languages', defaultBuilds.chromium),
    'three languages': await start('three languages', await buildWithThird()),
  };
  try {
    for (let round = 0; round <= rounds; round += 1) {
      for (const name of round % 2 === 0 ? names : names.toReversed()) {
        await browsers[name].stopWorker();
        const at = await browsers[name].visit();
        if (round === 0) continue;
        stopped[name].push(at);
        if (round < rounds) continue;
        const { scripts } = await browsers[name].readWorker();
        const ofStart = scripts.filter(({ url }) => isOfEachStart.test(url));
        read[name] = ofStart.reduce((sum, { length }) => sum + length, 0);
      }
    }
  } finally {
    for (const name of names) await browsers[name].close();
    server.close();
  }
}, 600_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('A start reads no more script with a third language than with two', () => {
  const [two = 0, three = 0] = names.map((name) => read[name]);
  console.log(
    `Filler: ${(filler / 1024).toFixed(0)} KB. Read at a start: ${String(three)} bytes against ${String(two)}.`,
  );
  expect(two).toBeGreaterThan(0);
  // The list of languages grows by a line.
  expect(three - two).toBeLessThanOrEqual(512);
});

it('A notice with the worker stopped takes at most 1.1 times as long', () => {
  const [two, three] = names.map((name) => median(stopped[name]));
  const ratio = (three ?? Number.NaN) / (two ?? Number.NaN);
  console.log(
    `Notice, stopped, ms: ${String(three)} against ${String(two)}, ${ratio.toFixed(2)} times.`,
  );
  expect(ratio).toBeLessThanOrEqual(1.1);
});
