// Verifies, validates and compiles the largest accepted advisory in a real Chromium.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { launch, type Page } from 'puppeteer-core';
import { build, type Rolldown } from 'vite';
import { signedEnvelope } from '../advisory/signing/envelope.ts';
import { newKey } from '../advisory/signing/key-file.ts';
import { growths, largeAdvisory } from './large-advisory.ts';
import type { LoadTimes } from './load-page.ts';
import type { Row } from './row.ts';

const rounds = 41;

async function pageScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'chrome137',
      lib: { entry: 'tools/bench/load-page.ts', formats: ['iife'], name: 'load' },
    },
  });
  const [output] = [built].flat() as Rolldown.RolldownOutput[];
  const chunk = output?.output.find((part) => part.type === 'chunk');
  if (!chunk) throw new Error('The page’s script was not built.');
  return chunk.code;
}

async function rowsOf(
  growth: keyof typeof growths,
  withPage: <Value>(work: (page: Page) => Promise<Value>) => Promise<Value>,
): Promise<readonly Row[]> {
  const payload = largeAdvisory(growth);
  const key = await newKey();
  const envelope = await signedEnvelope(new TextEncoder().encode(payload), 'advisory', [key]);
  const measure = (times: number) =>
    withPage((page) =>
      page.evaluate(
        (...args): Promise<LoadTimes> => globalThis.measureLoad(...args),
        envelope,
        payload,
        key.kid,
        key.x,
        times,
      ),
    );
  const { whole, bare } = await measure(rounds);
  const firsts = [whole[0], (await measure(1)).whole[0], (await measure(1)).whole[0]].map(
    (first) => first ?? Number.NaN,
  );
  // The first round includes one-time work and is shown too. Otherwise the fastest counts, since
  // slower ones include other load.
  const [quickWhole, quickBare] = [Math.min(...whole), Math.min(...bare)];
  const what = `${(envelope.length / 1024).toFixed(0)} KB of ${growth}`;
  return [
    {
      name: `${what}: verify, validate, compile, the first time`,
      value: Math.min(...firsts),
      unit: 'ms',
      limit: { atMost: 100 },
    },
    {
      name: `${what}: verify, validate, compile`,
      value: quickWhole,
      unit: 'ms',
      limit: { atMost: 100 },
    },
    {
      name: `${what}: against bare JSON.parse and one verify`,
      value: quickWhole / quickBare,
      unit: 'x',
      limit: { atMost: 3 },
    },
  ];
}

export async function advisoryLoadRows(
  chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
): Promise<readonly Row[]> {
  const script = await pageScript();
  // WebCrypto requires a secure origin; localhost is one.
  const server = createServer((_request, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><title>bench</title>'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await launch({ executablePath: chromium, args: ['--no-sandbox'], pipe: true });
  try {
    /**
     * A separate process for each, so that compiled code and garbage of one don't affect the next.
     */
    const withPage = async <Value>(work: (page: Page) => Promise<Value>): Promise<Value> => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${String(port)}/`);
      await page.evaluate(script);
      const value = await work(page);
      await context.close();
      return value;
    };
    const rows: Row[] = [];
    for (const growth of Object.keys(growths) as (keyof typeof growths)[])
      rows.push(...(await rowsOf(growth, withPage)));
    return rows;
  } finally {
    await browser.close();
    server.close();
  }
}
