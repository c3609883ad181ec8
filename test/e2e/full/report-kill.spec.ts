// The browser's process is killed again and again while events are made and the collector fails: each event arrives once by its id, in order.
import { describe, expect, it } from 'vitest';
import type { Browser, Engine } from '../../harness/browsers/browser.ts';
import { eventually } from '../../harness/eventually.ts';
import { onEachComputer } from '../../harness/computer.ts';
import { createCollector, type Answer } from '../../harness/servers/collector.ts';
import { demoPages } from '../../harness/site/routes.ts';

const host = 'collector.example.com';
const orders = { reportAddress: `https://${host}/v1/logs` };

/** A tab makes some fifteen events a second; the ten thousand are made in test/worker/report/outage.test.ts. Firefox before 147 tells a page's new address only when it is compared, twice a second: fewer events, and fewer kills. */
const plan: Record<Engine, { readonly kills: number; readonly events: number }> = {
  chromium: {
    kills: Number(process.env['KILLS'] ?? '20'),
    events: Number(process.env['REPORT_EVENTS'] ?? '1000'),
  },
  firefox: { kills: 5, events: 40 },
};

interface Delivery {
  readonly queued: number;
  readonly delivered: number;
  readonly dropped: number;
}

async function delivery(browser: Browser): Promise<Delivery> {
  const answer = await browser.api<{ reply: { reports: Delivery } }>('runtime.sendMessage', {
    name: 'options-view',
    request: {},
  });
  return answer.reply.reports;
}

describe('Reports', () => {
  const collector = createCollector();
  onEachComputer(
    'A browser that is killed over its reports',
    () => ({ orders, hosts: { [host]: collector.handle } }),
    (computer) => {
      it('loses none, and sends none under two ids', { timeout: 20 * 60_000 }, async () => {
        const { browser, engine } = computer();
        const { kills, events } = plan[engine];
        // Firefox writes down which add-ons it has when it closes.
        await browser.restart();
        collector.clear();
        let [pushed, made] = [0, 0];
        for (let kill = 0; kill < kills; kill += 1) {
          // Down, but for a batch now and then whose answer is lost on the way.
          const down: Answer = { status: 503, headers: { 'retry-after': '1' } };
          if (kill % 3 === 2) collector.answer('take', 'take-silently', 'take', down);
          else collector.answer(down);
          const page = await browser.openPage(demoPages.vendor.url);
          const wanted = Math.ceil((events * (kill + 1)) / kills);
          // Pages behind others are slowed down.
          await page.toFront();
          // The page goes on showing other addresses until it ends with its browser.
          await page.evaluate(
            `(first, pauseMs) => { let number = first; const go = () => { history.pushState(null, '', '/page/' + ++number + '?jane#doe'); setTimeout(go, pauseMs); }; go(); }`,
            pushed,
            engine === 'chromium' ? 30 : 450,
          );
          const counts = await eventually(
            'The events',
            async () => {
              const now = await delivery(browser);
              return now.queued + now.delivered >= wanted ? now : null;
            },
            10 * 60_000,
          );
          made = counts.queued + counts.delivered;
          expect(counts.dropped).toBe(0);
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 400));
          pushed = Number(new URL(await page.url()).pathname.split('/').at(-1)) + 1000;
          await browser.kill();
          await eventually('The worker', () => delivery(browser).catch(() => null), 60_000);
        }
        collector.answer('take');
        const rest = await eventually(
          'An empty queue',
          async () => {
            const now = await delivery(browser);
            return now.queued === 0 && now.delivered >= made ? now : null;
          },
          3 * 60_000,
        ).catch(async (cause: unknown) => {
          throw new Error(`${JSON.stringify(await delivery(browser))} of ${String(made)}`, {
            cause,
          });
        });

        expect(collector.faults).toEqual([]);
        const known = new Map<string, string>();
        let duplicates = 0;
        const sequences: number[] = [];
        for (const { id, sequence, record } of collector.received) {
          const before = known.get(id);
          if (before === undefined) sequences.push(sequence);
          else {
            duplicates += 1;
            expect(before).toBe(JSON.stringify(record));
          }
          known.set(id, JSON.stringify(record));
        }
        // Each place once, in order, and none missing: what was on the disk has arrived.
        const [first = 0] = sequences;
        expect(sequences).toEqual(sequences.map((_, index) => first + index));
        expect(sequences.length).toBeGreaterThanOrEqual(made);
        expect(rest.dropped).toBe(0);
        const paths = collector.received
          .filter(({ name }) => name === 'page.labeled')
          .map(({ attributes }) => String(attributes['url.path']));
        expect(paths.every((path) => /^\/(page\/\d+)?$/.test(path))).toBe(true);
        expect(collector.requests.every(({ body }) => !/jane|doe/.test(body))).toBe(true);
        console.log(
          `${engine}: ${String(made)} events on the disk before the last of ${String(kills)} kills, ${String(known.size)} arrived, ${String(duplicates)} came again, in ${String(collector.requests.length)} requests.`,
        );
      });
    },
  );
});
