// One Chromium with one extension: a visit, a stop of the worker, and what the worker holds.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { CdpPipe } from './cdp-pipe.ts';
import { readNoticeAt, site } from './page.ts';

const EvaluatedSchema = v.object({ result: v.object({ value: v.optional(v.unknown()) }) });
const TargetsSchema = v.object({
  targetInfos: v.array(v.object({ targetId: v.string(), type: v.string(), url: v.string() })),
});
const AttachedSchema = v.object({ sessionId: v.string() });
const CreatedSchema = v.object({ targetId: v.string() });
const HeapSchema = v.object({ usedSize: v.number() });
const ScriptSchema = v.object({ url: v.string(), length: v.number() });

export interface WorkerReading {
  readonly heapBytes: number;
  /** Own scripts that the worker has compiled. */
  readonly scripts: readonly { readonly url: string; readonly length: number }[];
  /** Milliseconds from the worker's own start. */
  readonly firstListenerAt: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function startChromium(extension: string, proxyPort: number) {
  const profile = mkdtempSync(join(tmpdir(), 'bench-start-'));
  const pipe = new CdpPipe(process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', [
    '--headless=new',
    '--no-sandbox',
    '--no-first-run',
    '--disable-quic',
    '--disable-component-update',
    `--user-data-dir=${profile}`,
    `--proxy-server=http://127.0.0.1:${String(proxyPort)}`,
    `--load-extension=${extension}`,
    '--disable-features=DisableLoadExtensionCommandLineSwitch',
    'about:blank',
  ]);
  const workers = async () =>
    (await pipe.send(TargetsSchema, 'Target.getTargets')).targetInfos.filter(
      ({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension://'),
    );
  const attach = async (targetId: string) =>
    (await pipe.send(AttachedSchema, 'Target.attachToTarget', { targetId, flatten: true }))
      .sessionId;
  while ((await workers()).length === 0) await pause(50);
  await pause(1500);
  for (const { targetId, url, type } of (await pipe.send(TargetsSchema, 'Target.getTargets'))
    .targetInfos)
    if (type === 'page' && url.startsWith('chrome-extension://'))
      await pipe.send(v.unknown(), 'Target.closeTarget', { targetId });
  const { targetId: tab } = await pipe.send(CreatedSchema, 'Target.createTarget', {
    url: 'about:blank',
  });
  const page = await attach(tab);
  const evaluate = async (expression: string, session: string) =>
    (
      await pipe.send(
        EvaluatedSchema,
        'Runtime.evaluate',
        { expression, returnByValue: true, awaitPromise: true },
        session,
      )
    ).result.value;

  return {
    async stopWorker(): Promise<void> {
      for (let found = await workers(); found.length > 0; found = await workers()) {
        for (const { targetId } of found)
          await pipe.send(v.unknown(), 'Target.closeTarget', { targetId }).catch(() => undefined);
        await pause(100);
      }
      // Its process goes a little later.
      await pause(300);
    },
    /** Milliseconds from navigation to the notice. */
    async visit(): Promise<number> {
      await pipe.send(v.unknown(), 'Page.navigate', { url: 'about:blank' }, page);
      await pause(50);
      await pipe.send(v.unknown(), 'Page.navigate', { url: site }, page);
      for (const deadline = Date.now() + 20_000; Date.now() < deadline; await pause(50)) {
        const at = await evaluate(`(${readNoticeAt})()`, page).catch(() => null);
        if (typeof at === 'number') return at;
      }
      throw new Error('No notice came.');
    },
    async readWorker(): Promise<WorkerReading> {
      const [worker] = await workers();
      if (!worker) throw new Error('The worker does not run.');
      const session = await attach(worker.targetId);
      const scripts: v.InferOutput<typeof ScriptSchema>[] = [];
      pipe.onEvent((method, params, from) => {
        if (method !== 'Debugger.scriptParsed' || from !== session) return;
        const script = v.parse(ScriptSchema, params);
        if (script.url.startsWith('chrome-extension://')) scripts.push(script);
      });
      await pipe.send(v.unknown(), 'Debugger.enable', {}, session);
      const firstListenerAt = Number(await evaluate('globalThis.firstListenerAt', session));
      await pipe.send(v.unknown(), 'Debugger.disable', {}, session);
      for (let round = 0; round < 3; round += 1)
        await pipe.send(v.unknown(), 'HeapProfiler.collectGarbage', {}, session);
      const { usedSize } = await pipe.send(HeapSchema, 'Runtime.getHeapUsage', {}, session);
      await pipe.send(v.unknown(), 'Target.detachFromTarget', { sessionId: session });
      return { heapBytes: usedSize, scripts, firstListenerAt };
    },
    async close(): Promise<void> {
      await pipe.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

export type BenchBrowser = Awaited<ReturnType<typeof startChromium>>;
