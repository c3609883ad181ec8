// Verifying, validating and compiling the largest advisory that is read, in a real Chromium.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { launch } from 'puppeteer-core';
import { build, type Rolldown } from 'vite';
import { signedEnvelope } from '../advisory/envelope.ts';
import { newKey } from '../advisory/key-file.ts';
import { largeAdvisory } from './large-advisory.ts';
import type { LoadTimes } from './load-page.ts';
import { median, type Row } from './row.ts';

const rounds = 25;

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

export async function advisoryLoadRows(chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'): Promise<readonly Row[]> {
  const payload = largeAdvisory('languages');
  const key = await newKey();
  const envelope = await signedEnvelope(new TextEncoder().encode(payload), 'advisory', [key]);
  // WebCrypto is there for secure origins only, and this computer counts as one.
  const server = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>bench</title>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await launch({ executablePath: chromium, args: ['--no-sandbox'], pipe: true });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${String(port)}/`);
    await page.evaluate(await pageScript());
    const { whole, bare } = await page.evaluate((...args): Promise<LoadTimes> => globalThis.measureLoad(...args), envelope, payload, key.kid, key.x, rounds);
    // The first rounds are the code's, not the document's; what a worker does once is the first of all, and is shown too.
    const [warmWhole, warmBare] = [median(whole.slice(3)), median(bare.slice(3))];
    return [
      { name: 'advisory in an envelope of', value: envelope.length / 1024, unit: 'KB' },
      { name: 'verify, validate and compile it, the first time', value: whole[0] ?? Number.NaN, unit: 'ms', limit: { atMost: 100 } },
      { name: 'verify, validate and compile it', value: warmWhole, unit: 'ms', limit: { atMost: 100 } },
      { name: 'the same / bare JSON.parse and one WebCrypto verify', value: warmWhole / warmBare, unit: 'x', limit: { atMost: 3 } },
    ];
  } finally {
    await browser.close();
    server.close();
  }
}
