// Verifying, validating and compiling the largest advisory that is read, in a real Chromium.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { launch, type Page } from 'puppeteer-core';
import { build, type Rolldown } from 'vite';
import { signedEnvelope } from '../advisory/envelope.ts';
import { newKey } from '../advisory/key-file.ts';
import { growths, largeAdvisory } from './large-advisory.ts';
import type { LoadTimes } from './load-page.ts';
import { median, type Row } from './row.ts';

const rounds = 41;

async function pageScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, target: 'chrome137', lib: { entry: 'tools/bench/load-page.ts', formats: ['iife'], name: 'load' } },
  });
  const [output] = [built].flat() as Rolldown.RolldownOutput[];
  const chunk = output?.output.find((part) => part.type === 'chunk');
  if (!chunk) throw new Error('The page’s script was not built.');
  return chunk.code;
}

async function rowsOf(growth: keyof typeof growths, page: Page): Promise<readonly Row[]> {
  const payload = largeAdvisory(growth);
  const key = await newKey();
  const envelope = await signedEnvelope(new TextEncoder().encode(payload), 'advisory', [key]);
  const { whole, bare } = await page.evaluate((...args): Promise<LoadTimes> => globalThis.measureLoad(...args), envelope, payload, key.kid, key.x, rounds);
  // The first rounds are the code's, not the document's; what a worker does once is the first of all, and is shown too.
  const [warmWhole, warmBare] = [median(whole.slice(5)), median(bare.slice(5))];
  const what = `${(envelope.length / 1024).toFixed(0)} KB of ${growth}`;
  return [
    { name: `${what}: verify, validate, compile, the first time`, value: whole[0] ?? Number.NaN, unit: 'ms', limit: { atMost: 100 } },
    { name: `${what}: verify, validate, compile`, value: warmWhole, unit: 'ms', limit: { atMost: 100 } },
    { name: `${what}: against bare JSON.parse and one verify`, value: warmWhole / warmBare, unit: 'x', limit: { atMost: 3 } },
  ];
}

export async function advisoryLoadRows(chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'): Promise<readonly Row[]> {
  const script = await pageScript();
  // WebCrypto is there for secure origins only, and this computer counts as one.
  const server = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>bench</title>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await launch({ executablePath: chromium, args: ['--no-sandbox'], pipe: true });
  try {
    const rows: Row[] = [];
    for (const growth of Object.keys(growths) as (keyof typeof growths)[]) {
      // A new page each: what was compiled and collected for one kind must not help or hinder the next.
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${String(port)}/`);
      await page.evaluate(script);
      rows.push(...(await rowsOf(growth, page)));
      await page.close();
    }
    return rows;
  } finally {
    await browser.close();
    server.close();
  }
}
