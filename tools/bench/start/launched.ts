// A Chromium with one extension, driven by the bare protocol, and the first-run page closed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { CdpPipe } from './cdp-pipe.ts';

const EvaluatedSchema = v.object({
  result: v.object({ value: v.optional(v.unknown()) }),
  exceptionDetails: v.optional(v.unknown()),
});
const TargetsSchema = v.object({
  targetInfos: v.array(v.object({ targetId: v.string(), type: v.string(), url: v.string() })),
});
const AttachedSchema = v.object({ sessionId: v.string() });
const CreatedSchema = v.object({ targetId: v.string() });

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function launchExtension(extension: string, proxyPort: number) {
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
  const targets = async () => (await pipe.send(TargetsSchema, 'Target.getTargets')).targetInfos;
  const workers = async () =>
    (await targets()).filter(
      ({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension://'),
    );
  const attach = async (targetId: string) =>
    (await pipe.send(AttachedSchema, 'Target.attachToTarget', { targetId, flatten: true }))
      .sessionId;
  while ((await workers()).length === 0) await pause(50);
  await pause(1500);
  const closeOwnPages = async () => {
    for (const { targetId, url, type } of await targets())
      if (type === 'page' && url.startsWith('chrome-extension://'))
        await pipe.send(v.unknown(), 'Target.closeTarget', { targetId });
  };
  await closeOwnPages();

  return {
    pipe,
    workers,
    closeOwnPages,
    attach,
    /** A session in a new tab. */
    async open(url: string): Promise<string> {
      const created = await pipe.send(CreatedSchema, 'Target.createTarget', { url });
      return attach(created.targetId);
    },
    async evaluate(expression: string, session: string): Promise<unknown> {
      const { result, exceptionDetails } = await pipe.send(
        EvaluatedSchema,
        'Runtime.evaluate',
        { expression, returnByValue: true, awaitPromise: true },
        session,
      );
      if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
      return result.value;
    },
    async close(): Promise<void> {
      await pipe.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
