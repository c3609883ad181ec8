// What real pages say of themselves, in every form, read by the real content script: half of them offers, half not.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { pageCases, pageText, type PageCase } from '../../../cases/pages.ts';
import { labelBehaviors } from '../../../../src/core/detection/model/labels.ts';
import type { PageHandle } from '../../../harness/browsers/browser.ts';
import { eventually } from '../../../harness/eventually.ts';
import { badgeOf } from '../../../harness/pages/badge.ts';
import { inEachBrowser, type Stage } from '../../../harness/stage.ts';

const cases = pageCases();
const byPath = new Map(cases.map((one) => [new URL(one.url).pathname, one]));
const hosts = [...new Set(cases.map(({ url }) => new URL(url).hostname))];
/** Sites that the advisory names; on the others a person has to click the icon. */
const watched = new Set(['www.microcenter.com', 'filehippo.com']);
/** The last of the pages draws itself after half a second; what is not there long after that does not come. */
const settledMs = 3_000;
const together = 28;

const isOffer = ({ labels }: PageCase): boolean =>
  labels.every((label) => labelBehaviors[label].badge === '!');
const isWatched = ({ url }: PageCase): boolean => watched.has(new URL(url).hostname);

function answer(request: IncomingMessage, response: ServerResponse): void {
  const page = byPath.get(new URL(request.url ?? '/', 'https://site.example').pathname);
  response
    .writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
    .end(page ? pageText(page) : '');
}

/** Opens some pages at once and says which of them got the badge of an offer. */
async function warnedOf(some: readonly PageCase[], { browser }: Stage): Promise<Set<PageCase>> {
  const opened: [PageCase, PageHandle][] = [];
  for (const one of some) {
    const page = await browser.openPage(one.url);
    if (!isWatched(one)) await browser.clickIcon(page);
    opened.push([one, page]);
  }
  const badges = async () =>
    Promise.all(opened.map(async ([, page]) => (await badgeOf(browser, page)).text));
  const offers = some.map(isOffer);
  const areThere = async () =>
    (await badges()).every((text, place) => !offers[place] || text === '!');
  await eventually('The badges of the offers', areThere).catch(() => undefined);
  await delay(settledMs);
  const texts = await badges();
  for (const [, page] of opened) await page.close();
  return new Set(some.filter((_, place) => texts[place] === '!'));
}

inEachBrowser(
  'Pages as they are',
  (stage) => {
    const judged = new Map<PageCase, boolean>();
    const parts = Array.from({ length: Math.ceil(cases.length / together) }, (_, place) => ({
      from: place * together + 1,
      some: cases.slice(place * together, (place + 1) * together),
    }));
    const isRight = (one: PageCase) => judged.get(one) === isOffer(one);
    it.each(parts)('are told apart, from number $from on', async ({ some }) => {
      const warned = await warnedOf(some, stage());
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
  { hosts: Object.fromEntries(hosts.map((host) => [host, answer])) },
);
