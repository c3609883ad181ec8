// The browser's process is killed at random moments of an update. After each start the advisory is the old or the new one, whole.
import { expect, it } from 'vitest';
import { parseAdvisoryValue } from '../../../src/core/advisory/parse.ts';
import type { Explained } from '../../../src/core/detection/classify.ts';
import { eventually } from '../../harness/eventually.ts';
import { inEachBrowser } from '../../harness/stage.ts';
import {
  feedHost,
  nextAdvisory,
  pinnedBuild,
  pinnedKeys,
  publish,
} from '../../harness/builds/pinned-build.ts';
import { createFeed } from '../../harness/servers/feed.ts';

/** In each engine; fifty in all. */
const kills = Number(process.env['KILLS'] ?? '25');

const keys = pinnedKeys;
const feed = createFeed();

interface OptionsReply {
  readonly reply: {
    readonly advisory: {
      readonly version: number;
      readonly issued: string;
      readonly origin: string;
    };
    readonly repairs: readonly unknown[];
    readonly troubles: readonly { readonly id: string }[];
  };
}

inEachBrowser(
  'A browser that is killed over an update',
  (stage) => {
    const ask = <Reply>(name: string, request: object = {}) =>
      stage().browser.api<Reply>('runtime.sendMessage', { name, request });

    it(
      `${String(kills)} times has the old advisory or the new one, whole, and detects`,
      { timeout: kills * 20_000 },
      async () => {
        const { browser } = stage();
        // Firefox writes down which add-ons it has when it closes.
        await browser.restart();
        let [version, taken, usualMs] = [1, 0, 0];
        // How long an update takes here, so that the moments fall before, into and behind it; the first one is slower than all others.
        for (; version < 4; version += 1) {
          await publish(feed, nextAdvisory(version + 1), keys);
          const began = Date.now();
          await ask('check-feeds');
          usualMs = Date.now() - began;
        }

        for (let kill = 0; kill < kills; kill += 1) {
          const document = nextAdvisory(
            version + 1,
            (draft) => void (draft.subject.name = `Kaspersky ${String(kill)}`),
          );
          await publish(feed, document, keys);
          const asked = feed.requests.length;
          const over = ask('check-feeds').then(
            () => undefined,
            () => undefined,
          );
          await eventually('The request', async () => feed.requests.length > asked);
          await new Promise((resolve) => setTimeout(resolve, Math.random() * usualMs));
          await browser.kill();
          await over;

          // If the disk takes longer than the worker waits, the packaged advisory is used meanwhile, and the page says so.
          const { reply } = await eventually(
            'The worker, with what is stored',
            async () => {
              const answer = await ask<OptionsReply>('options-view').catch(() => null);
              return answer?.reply.troubles.every(({ id }) => id !== 'unreadable') && answer;
            },
            30_000,
          );
          expect([version, version + 1]).toContain(reply.advisory.version);
          expect(reply.repairs).toEqual([]);
          const { advisory } = await browser.api<{
            advisory?: { accepted: { envelope: string; version: number } };
          }>('storage.local.get', 'advisory');
          const envelope = JSON.parse(advisory?.accepted.envelope ?? '{}') as { payload: string };
          const stored: unknown = JSON.parse(
            Buffer.from(envelope.payload, 'base64url').toString('utf8'),
          );
          expect(parseAdvisoryValue(stored).ok).toBe(true);
          if (reply.advisory.version === version + 1) {
            expect(stored).toEqual(document);
            taken += 1;
            version += 1;
          }
          const judged = await ask<{ reply: Explained }>('classify', {
            type: 'url',
            value: 'https://www.kaspersky.com/downloads/standard',
          });
          expect(judged.reply.verdict.label).toBe('product-download');
        }
        console.log(
          `${String(taken)} of ${String(kills)} killed updates had been taken over; an update takes ${String(usualMs)} ms here.`,
        );
        await ask('check-feeds');
        expect(
          (await ask<OptionsReply>('options-view')).reply.advisory.version,
        ).toBeGreaterThanOrEqual(version);
      },
    );
  },
  { hosts: { [feedHost]: feed.handle }, build: (engine) => pinnedBuild(engine) },
);
