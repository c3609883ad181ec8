// Some minutes of a busy day in a real browser: pages and downloads of many shapes, a worker that is ended
// again and again, a browser that is killed, a collector that changes its mind. What test/worker/soak.test.ts
// promises of an hour in memory.
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { QuestionsView } from '../../../src/core/decision/question.ts';
import type { OptionsView } from '../../../src/core/view/options.ts';
import { seeded } from '../../../tools/bench/seeded.ts';
import type { Browser } from '../../harness/browsers/browser.ts';
import { onEachComputer } from '../../harness/computer.ts';
import { eventually } from '../../harness/eventually.ts';
import { isWholeRun } from '../../harness/extent.ts';
import { click, form, link } from '../../harness/pages/clicked.ts';
import { shownNotice } from '../../harness/pages/notice.ts';
import type { Download } from '../../harness/pages/question.ts';
import { createCollector, type Answer } from '../../harness/servers/collector.ts';
import { sendFile } from '../../harness/servers/shapes.ts';
import type { HostHandler } from '../../harness/servers/site.ts';
import { demoPages } from '../../harness/site/routes.ts';

const visits = 60;
const workerEnds = 20;
/** Twenty kills of the browser, in other turns than the ends of its worker. */
const isKilledAfter = (turn: number) => turn % 3 === 2;
const host = 'www.softpedia.com';
const files = 'cdn.example.net';
const collectorHost = 'collector.example.com';

const minds: readonly Answer[] = [
  'take',
  { status: 503, headers: { 'retry-after': '5' } },
  'reset',
  'take-silently',
  { status: 200, headers: { 'content-type': 'text/html' } },
  { refusing: 1 },
];

const sizes = [2000, 50_000, 1_000_000];
const ways = ['get', 'slowly', 'resumable', 'once', 'form'];
const types = ['application/octet-stream', 'application/x-msdownload'];
/** Thirty. */
const shapes = sizes.flatMap((size) =>
  ways.flatMap((way) => types.map((type) => ({ size, way, type }))),
);

const used = new Set<string>();
const serve: HostHandler = (request, response) => {
  const { pathname, searchParams, href } = new URL(request.url ?? '/', `https://${files}`);
  const way = pathname.slice(1);
  if ((way === 'once' && used.has(href)) || (way === 'form' && request.method !== 'POST'))
    return void response.writeHead(403).end();
  used.add(href);
  sendFile(response, {
    bytes: Number(searchParams.get('size')),
    slowly: way === 'slowly' || way === 'resumable',
    name: searchParams.get('name') ?? '',
    type: searchParams.get('type') ?? '',
    tag: way === 'resumable' ? searchParams.get('name') : null,
  });
};

const offer = '<a href="https://products.s.kaspersky-labs.com/homeuser/kis.exe">A file</a>';
/** Bodies and heads of the pages' twenty shapes: each with and without an offer in its title. */
const parts: readonly string[] = [
  '<p>Plain</p>',
  `<ul>${`<li>${offer}</li>`.repeat(300)}</ul>`,
  `<iframe srcdoc='${offer}'></iframe><iframe sandbox srcdoc='${offer}'></iframe>`,
  '<script>setTimeout(() => { document.title += "!"; document.head.replaceWith(document.createElement("head")); }, 300);</script>',
  '<script>setTimeout(() => { document.open(); document.write("<title>Kaspersky Rescue Disk</title><p>Anew"); document.close(); }, 300);</script>',
  '<script>let n = 0; new MutationObserver(() => { if (n++ < 200) document.body.append("."); }).observe(document, { childList: true, subtree: true, attributes: true });</script>',
  '<script>let n = 0; setInterval(() => history.replaceState(null, "", "/get/" + n++ % 50), 50);</script>',
  '<div contenteditable>Mine</div><dialog id="d">A dialog</dialog><script>d.showModal();</script>',
  '<script>setInterval(() => { for (const one of document.querySelectorAll("[popover]")) one.remove(); }, 20);</script>',
  `<script>setTimeout(() => { location.href = URL.createObjectURL(new Blob(["<title>Kaspersky Rescue Disk</title>"], { type: "text/html" })); }, 300);</script>`,
];
const titles = ['Download Kaspersky Rescue Disk', 'Files'];
const pages: HostHandler = ({ url = '' }, response) => {
  const shape = Number(/shape=(\d+)/.exec(url)?.[1] ?? 0);
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${titles[shape % 2] ?? ''}</title><body>${parts[Math.floor(shape / 2) % parts.length] ?? ''}</body></html>`,
    );
};

/** A page that never rests wakes it again at once; ended it was all the same. */
async function endWorker(browser: Browser): Promise<void> {
  await browser.stopWorker().catch((cause: unknown) => {
    if (!String(cause).includes('did not stop')) throw cause;
  });
}

describe.runIf(isWholeRun)('Some minutes of a busy day', () => {
  const collector = createCollector();

  onEachComputer(
    'With ends, kills and a collector that changes its mind',
    () => ({
      orders: { reportAddress: `https://${collectorHost}/v1/logs` },
      hosts: { [collectorHost]: collector.handle, [host]: pages, [files]: serve },
    }),
    (computer) => {
      it('nothing listed passes unasked, no question is lost, nothing is counted that was not taken', async ({
        skip,
      }) => {
        skip(computer().engine === 'firefox', 'Its driver waits for pages that never rest.');
        const { browser } = computer();
        const chance = seeded(1);
        const ask = async <Reply>(name: string, request: object = {}): Promise<Reply> => {
          const answer = await browser.api<{ reply?: Reply; error?: string }>(
            'runtime.sendMessage',
            { name, request },
          );
          if (answer.reply === undefined) throw new Error(answer.error ?? 'No reply.');
          return answer.reply;
        };
        const asked = new Set<string>();
        const questionOf = new Map<string, string>();
        const twice = new Set<string>();
        const open = async () => {
          const view = await ask<QuestionsView>('questions-view');
          for (const { name, id } of view.questions) {
            asked.add(name);
            if ((questionOf.get(name) ?? id) !== id) twice.add(name);
            questionOf.set(name, id);
          }
          for (const { fileName } of view.answered) asked.add(fileName);
          return view.questions;
        };
        const listed = async () =>
          (await browser.api<Download[]>('downloads.search', {})).filter(({ url }) =>
            url.includes(files),
          );
        const nameOf = ({ url }: Pick<Download, 'url'>) =>
          new URL(url).searchParams.get('name') ?? '';

        let ends = 0;
        let kills = 0;
        for (let turn = 0; turn < visits; turn += 1) {
          collector.answer(minds[turn % minds.length] ?? 'take');
          const page = await browser.openPage('about:blank');
          // A page that never rests never finishes its loading, for which a driver would wait.
          await browser.api('tabs.update', page.tabId, {
            url: `https://${host}/get/x?shape=${String(turn % 20)}`,
          });
          if (ends < workerEnds && turn % 3 === 0) {
            await endWorker(browser);
            ends += 1;
          }
          const plain = await browser.openPage(demoPages.unrelated.url);
          const { size, way, type } = shapes[turn % shapes.length] ?? {
            size: 0,
            way: '',
            type: '',
          };
          const name = `kis15.0.1.${String(turn)}en_${String(6000 + turn)}.exe`;
          const query = new URLSearchParams({ size: String(size), name, type });
          await click(plain, way === 'form' ? form : link, `https://${files}/${way}?${query}`);
          await eventually('The question', async () => {
            await open();
            return asked.has(name);
          });
          const before = await open();
          // People answer some of them; the rest wait.
          for (const { id, mayKeep } of before.slice(0, 2))
            if (chance() < 0.6)
              await ask('answer-question', {
                id,
                answer: mayKeep && chance() < 0.5 ? 'keep' : 'cancel',
              }).catch(() => undefined);
          const waiting = (await open()).map((one) => one.name);
          if (isKilledAfter(turn)) {
            kills += 1;
            await browser.kill();
            const after = (await open()).map((one) => one.name);
            expect(waiting.filter((one) => !after.includes(one))).toEqual([]);
            continue;
          }
          await page.close();
          await plain.close();
          for (const own of await browser.extensionPages('src/pages/')) await own.close();
        }
        expect(ends).toBe(workerEnds);
        expect(kills).toBe(20);
        expect([...twice]).toEqual([]);

        await open();
        const all = await listed();
        const complete = all.filter(
          ({ state, filename }) => state === 'complete' && existsSync(filename),
        );
        expect(complete.map(nameOf).filter((one) => !asked.has(one))).toEqual([]);
        const waiting = (await open()).map((one) => one.name);
        const held = all.filter(({ state, paused }) => state === 'in_progress' && paused);
        expect(held.map(nameOf).filter((one) => !waiting.includes(one))).toEqual([]);

        collector.answer('take');
        const portal = await browser.openPage(`https://${host}/get/y?shape=0`);
        await shownNotice(portal);
        const { reports } = await ask<OptionsView>('options-view');
        const taken = new Set(
          collector.received.map(({ id, sequence }) => `${id} ${String(sequence)}`),
        );
        expect(reports?.delivered).toBeLessThanOrEqual(taken.size);
        expect(taken.size).toBeGreaterThan(0);
        expect(collector.faults).toEqual([]);
      }, 900_000);
    },
  );
});
