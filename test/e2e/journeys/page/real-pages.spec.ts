// What real pages say of themselves, in every form, read by the real content script: half of them offers, half not.
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageCases, pageText, type PageCase } from '../../../cases/pages.ts';
import { labelBehaviors } from '../../../../src/core/detection/model/labels.ts';
import type { PageHandle } from '../../../harness/browsers/browser.ts';
import { everySiteBuild } from '../../../harness/builds/every-site-build.ts';
import { eventually } from '../../../harness/eventually.ts';
import { badgeOf } from '../../../harness/pages/badge.ts';
import { inEachBrowser, type Stage } from '../../../harness/stage.ts';

const cases = pageCases();
const byPath = new Map(cases.map((one) => [new URL(one.url).pathname, one]));
const hosts = [...new Set(cases.map(({ url }) => new URL(url).hostname))];
/** The last of the pages draws itself after half a second; what is not there long after that does not come. */
const settledMs = 3_000;
const together = 29;
const folder = mkdtempSync(join(tmpdir(), 'advisory-build-'));

const isOffer = ({ labels }: PageCase): boolean =>
  labels.every((label) => labelBehaviors[label].badge === '!');

function answer(request: IncomingMessage, response: ServerResponse): void {
  const page = byPath.get(new URL(request.url ?? '/', 'https://site.example').pathname);
  response
    .writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
    .end(page ? pageText(page) : '');
}

/** Tabs are taken again for the next pages: a new one takes Chromium longer than a page. */
async function showAll(some: readonly PageCase[], tabs: PageHandle[], { browser }: Stage) {
  for (const [place, { url }] of some.entries()) {
    const tab = tabs[place];
    if (tab) await tab.goto(url);
    else tabs.push(await browser.openPage(url));
  }
}

/** Opens some pages at once and says which of them got the badge of an offer. */
async function warnedOf(
  some: readonly PageCase[],
  tabs: PageHandle[],
  stage: Stage,
): Promise<Set<PageCase>> {
  await showAll(some, tabs, stage);
  const badges = async () =>
    Promise.all(
      some.map(async (_, place) =>
        tabs[place] ? (await badgeOf(stage.browser, tabs[place])).text : '',
      ),
    );
  const offers = some.map(isOffer);
  const areThere = async () =>
    (await badges()).every((text, place) => !offers[place] || text === '!');
  await eventually('The badges of the offers', areThere).catch(() => undefined);
  await delay(settledMs);
  const texts = await badges();
  return new Set(some.filter((_, place) => texts[place] === '!'));
}

inEachBrowser(
  'Pages as they are',
  (stage) => {
    beforeAll(() => stage().browser.setEverySite(true));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const tabs: PageHandle[] = [];
    const judged = new Map<PageCase, boolean>();
    const parts = Array.from({ length: Math.ceil(cases.length / together) }, (_, place) => ({
      from: place * together + 1,
      some: cases.slice(place * together, (place + 1) * together),
    }));
    const isRight = (one: PageCase) => judged.get(one) === isOffer(one);
    it.each(parts)('are told apart, from number $from on', async ({ some }) => {
      const warned = await warnedOf(some, tabs, stage());
      for (const one of some) judged.set(one, warned.has(one));
      expect(some.filter((one) => !isRight(one)).map(({ file }) => file)).toEqual([]);
    });
    it('are told apart in every kind', () => {
      const kinds = [...new Set(cases.map(({ kind }) => kind))].sort();
      const figures = kinds.map((kind) => {
        const ofKind = cases.filter((one) => one.kind === kind);
        return { kind, all: ofKind.length, right: ofKind.filter(isRight).length };
      });
      for (const { kind, all, right } of figures)
        console.log(`pages, ${kind}: ${String(right)} of ${String(all)}`);
      expect(figures.filter(({ all, right }) => right < all)).toEqual([]);
    });
  },
  {
    hosts: Object.fromEntries(hosts.map((host) => [host, answer])),
    build: (engine) => Promise.resolve(everySiteBuild(engine, join(folder, engine))),
  },
);
