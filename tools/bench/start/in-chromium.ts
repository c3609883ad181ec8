// One Chromium with one extension: a visit, a stop of the worker, and what the worker holds.
import * as v from 'valibot';
import { launchExtension, pause } from './launched.ts';
import { readNoticeAt, site } from './page.ts';

const HeapSchema = v.object({ usedSize: v.number() });
const ScriptSchema = v.object({ url: v.string(), length: v.number() });

export interface WorkerReading {
  readonly heapBytes: number;
  /** Own scripts that the worker has compiled. */
  readonly scripts: readonly { readonly url: string; readonly length: number }[];
  /** Milliseconds from the worker's own start. */
  readonly firstListenerAt: number;
}

/** A browser in which the notice is timed. */
export interface NoticeBrowser {
  stopWorker(): Promise<void>;
  /** Milliseconds from navigation to the notice. */
  visit(): Promise<number>;
  close(): Promise<void>;
}

export interface ChromiumBrowser extends NoticeBrowser {
  readWorker(): Promise<WorkerReading>;
}

export async function startChromium(
  extension: string,
  proxyPort: number,
): Promise<ChromiumBrowser> {
  const { pipe, workers, closeOwnPages, attach, open, evaluate, close } = await launchExtension(
    extension,
    proxyPort,
  );
  const page = await open('about:blank');

  return {
    async stopWorker(): Promise<void> {
      // On a busy machine the welcome page opens late, and would wake the worker again and again.
      await closeOwnPages();
      for (let found = await workers(); found.length > 0; found = await workers()) {
        for (const { targetId } of found)
          await pipe.send(v.unknown(), 'Target.closeTarget', { targetId }).catch(() => undefined);
        await pause(100);
      }
      // Its process goes a little later.
      await pause(300);
    },
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
    close,
  };
}
