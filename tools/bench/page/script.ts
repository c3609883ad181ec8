// Script of one load of a page without traces, by Chromium's own trace, while traces are watched
// for and while they aren't, in turns.
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { launchExtension, pause } from '../start/launched.ts';

const EventSchema = v.object({
  name: v.string(),
  ph: v.string(),
  pid: v.number(),
  tid: v.number(),
  ts: v.number(),
  dur: v.optional(v.number(), 0),
  /** Time on the processor, in µs: what other work on the machine takes is not in it. */
  tdur: v.optional(v.number(), 0),
  args: v.optional(v.unknown()),
});
type TraceEvent = v.InferOutput<typeof EventSchema>;
const CollectedSchema = v.object({ value: v.array(EventSchema) });

const LoaderSchema = v.object({ loaderId: v.string() });
const LifecycleSchema = v.object({ ...LoaderSchema.entries, name: v.string() });

/** Compiling, running, and what the browser does to start an extension's script. */
const scriptEvents: ReadonlySet<string> = new Set([
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'ScriptInjection::InjectJs',
  'v8.compile',
  'v8.produceCache',
  'v8.run',
]);
const categories = 'devtools.timeline,v8,disabled-by-default-v8.compile,extensions';

/**
 * In ms for a load: what ran on the thread that has the page, until its next one. What is inside
 * another is counted once.
 */
function scriptTime(inOrder: readonly TraceEvent[], url: string): number {
  const commits = inOrder.filter(({ name }) => name === 'CommitLoad');
  const commit = commits.find(({ args }) => JSON.stringify(args).includes(`"${url}"`));
  if (!commit) throw new Error(`The trace lacks ${url}.`);
  const { pid, tid } = commit;
  const isThere = (event: TraceEvent) => event.pid === pid && event.tid === tid;
  const next = commits.find((one) => isThere(one) && one.ts > commit.ts);
  let [sum, end] = [0, commit.ts];
  for (const event of inOrder) {
    const { name, ph, ts, dur, tdur } = event;
    if (!isThere(event) || ph !== 'X' || !scriptEvents.has(name)) continue;
    if (ts < end || (next && ts >= next.ts)) continue;
    sum += tdur;
    end = ts + dur;
  }
  return sum / 1000;
}

const card = (number: number) =>
  `<li><a href="/p/${String(number)}"><img alt="" width="16" height="16" src="data:,">Item ${String(number)}</a></li>`;
const html = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css?v=8c1d3d4e-0b7a-4a5e-9b8f-3c2f6f1f2a10"><title>Items</title><script src="/assets/6f9619ff-8b86-d011-b42d-00cf4fc964ff/app.js"></script><ul>${Array.from({ length: 300 }, (_, number) => card(number)).join('')}</ul></html>`;

const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
  css: ['text/css', 'li { color: black }'],
  js: ['text/javascript', 'globalThis.ready = true;'],
};

/** Answers for every host. */
async function serve(): Promise<{ readonly port: number; close(): void }> {
  const server = createServer(({ url = '' }, response) => {
    const [type, text] = files[/\.(css|js)(\?|$)/.exec(url)?.[1] ?? ''] ?? ['text/html', html];
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => void server.close() };
}

const ManifestSchema = v.looseObject({ host_permissions: v.array(v.string()) });
const smallest = 'smallest.js';

/** A copy of the build with the permissions given that a person is asked for, and a script to compare with. */
function permitted(build: string, folder: string): void {
  cpSync(build, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = v.parse(ManifestSchema, JSON.parse(readFileSync(file, 'utf8')));
  manifest.host_permissions = ['http://*/*', 'https://*/*'];
  writeFileSync(file, JSON.stringify(manifest));
  writeFileSync(join(folder, smallest), 'document.scripts.length;');
}

/** What runs beside the page's own script. */
const contestants = ['nothing', 'watch', 'smallest'] as const;
type Contestant = (typeof contestants)[number];
const page = 'http://items.example/list';

/** In ms, one for each round. */
export type PageScript = Readonly<Record<Contestant, readonly number[]>>;

/** Loads the page `rounds` times beside each, in turns. `build`: one for Chromium. */
export async function measurePageScript(build: string, rounds: number): Promise<PageScript> {
  const folder = mkdtempSync(join(tmpdir(), 'page-script-'));
  permitted(build, folder);
  const server = await serve();
  const browser = await launchExtension(folder, server.port);
  const { pipe } = browser;
  try {
    const [worker] = await browser.workers();
    const own = `chrome-extension://${new URL(worker?.url ?? '').host}`;
    const control = await browser.open(`${own}/src/pages/options/index.html`);
    await pause(1_000);
    const change = async (to: Contestant) => {
      await browser.evaluate(
        `(async () => {
          await chrome.scripting.unregisterContentScripts({ ids: ['smallest'] }).catch(() => undefined);
          await chrome.runtime.sendMessage({ name: 'watch-for-traces', request: { areas: ${to === 'watch' ? `['pages']` : '[]'} } });
          if (${String(to === 'smallest')}) await chrome.scripting.registerContentScripts([{ id: 'smallest', js: ['${smallest}'], matches: ['http://*/*'], runAt: 'document_end' }]);
          const { reply } = await chrome.runtime.sendMessage({ name: 'options-view', request: {} });
          if ((reply.traces.watched.length > 0) !== ${String(to === 'watch')}) throw new Error('The watch is not as asked.');
        })()`,
        control,
      );
    };
    const tab = await browser.open(page);
    await pipe.send(v.unknown(), 'Page.enable', {}, tab);
    await pipe.send(v.unknown(), 'Page.setLifecycleEventsEnabled', { enabled: true }, tab);
    const [events, loaded]: [TraceEvent[], Set<string>] = [[], new Set()];
    let isTraced = false;
    pipe.onEvent((method, params) => {
      if (method === 'Tracing.dataCollected')
        events.push(...v.parse(CollectedSchema, params).value);
      if (method === 'Tracing.tracingComplete') isTraced = true;
      if (method !== 'Page.lifecycleEvent') return;
      const { name, loaderId } = v.parse(LifecycleSchema, params);
      if (name === 'load') loaded.add(loaderId);
    });
    const until = async (isSo: () => boolean) => {
      while (!isSo()) await pause(20);
    };

    const load = async (url: string) => {
      const { loaderId } = await pipe.send(LoaderSchema, 'Page.navigate', { url }, tab);
      await until(() => loaded.has(loaderId));
      // Until an extension's script has run that waits for the end.
      await pause(400);
    };

    const loads: Record<Contestant, string[]> = { nothing: [], watch: [], smallest: [] };
    await pipe.send(v.unknown(), 'Tracing.start', { categories, transferMode: 'ReportEvents' });
    // The first round is the browser warming up.
    for (let round = 0; round <= rounds; round += 1) {
      for (const beside of round % 2 === 0 ? contestants : contestants.toReversed()) {
        await change(beside);
        const url = `${page}?${beside}-${String(round)}`;
        await load(url);
        if (round > 0) loads[beside].push(url);
        // A change may look at the page that is open, which is not a part of a load.
        await load(`${page}?after-${beside}-${String(round)}`);
      }
    }
    await pipe.send(v.unknown(), 'Tracing.end');
    await until(() => isTraced);
    const inOrder = events.toSorted((one, other) => one.ts - other.ts || other.dur - one.dur);
    const of = (beside: Contestant) => loads[beside].map((url) => scriptTime(inOrder, url));
    return { nothing: of('nothing'), watch: of('watch'), smallest: of('smallest') };
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
