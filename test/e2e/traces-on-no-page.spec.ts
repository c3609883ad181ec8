// Traces of the software on 200 pages that have none: real titles at real addresses, pages with data of every form, the demo site.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { pageCases, pageText } from '../cases/pages.ts';
import type { Browser } from '../harness/browsers/browser.ts';
import { launchBrowser } from '../harness/browsers/launch.ts';
import { engines } from '../harness/engines.ts';
import { eventually } from '../harness/eventually.ts';
import { startSite, type HostHandler, type Site } from '../harness/servers/site.ts';
import { demoPages } from '../harness/site/routes.ts';
import {
  answeringScanner,
  ownPrefix,
  pageHandler,
  scanner,
  styleTag,
} from '../harness/traces/stand-ins.ts';
import { found, rest, tracesSeen, watch } from '../harness/traces/watching.ts';

const wanted = 200;
const live = 'https://live.example/';
const plain = 'https://plain.example/';
const settledMs = 2_000;

const TitledSchema = v.object({
  url: v.pipe(v.string(), v.startsWith('https://')),
  title: v.pipe(v.string(), v.nonEmpty()),
});

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page that says its title as pages do, and has the tags of ordinary pages. */
const titledPage = (title: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(title)}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css?v=8c1d3d4e-0b7a-4a5e-9b8f-3c2f6f1f2a10"><script src="/assets/6f9619ff-8b86-d011-b42d-00cf4fc964ff/app.js"></script><h1>${escaped(title)}</h1><p><a href="/next">Kaspersky</a> <img alt="" width="16" height="16" src="data:,"></p></html>`;

function titledPages(): Map<string, string> {
  const lines = readFileSync(new URL('../cases/detection.jsonl', import.meta.url), 'utf8');
  const pages = lines
    .trimEnd()
    .split('\n')
    .flatMap((line): [string, string][] => {
      const parsed = v.safeParse(TitledSchema, JSON.parse(line));
      return parsed.success
        ? [[new URL(parsed.output.url).href, titledPage(parsed.output.title)]]
        : [];
    });
  return new Map(pages);
}

const demo = Object.values(demoPages).map(({ url }) => url);
const made = new Map([
  ...pageCases().map((page): [string, string] => [page.url, pageText(page)]),
  ...titledPages(),
]);
for (const url of demo) made.delete(url);
const addresses = [...demo, ...made.keys()].slice(0, wanted);

/** Answers with the page at the address; a browser may ask for anything else besides. */
const handlerOf = (host: string): HostHandler => {
  return (request, response) => {
    const text = made.get(new URL(request.url ?? '/', `https://${host}`).href);
    response
      .writeHead(text === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
      .end(text ?? 'Nothing');
  };
};

const demoHosts = new Set(demo.map((url) => new URL(url).hostname));
const hosts = [...new Set([...made.keys()].map((url) => new URL(url).hostname))].filter(
  (host) => !demoHosts.has(host),
);

describe.each(engines)('Pages without a trace, %s', (engine) => {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    site = await startSite({
      ...Object.fromEntries(hosts.map((host) => [host, handlerOf(host)])),
      'plain.example': pageHandler({ head: '<script src="/app.js"></script>' }),
      'live.example': pageHandler({ head: styleTag(scanner(ownPrefix[engine]), live) }),
      [new URL(scanner(ownPrefix[engine])).hostname]: answeringScanner,
    });
    browser = await launchBrowser(engine, { proxyPort: site.proxyPort });
    await watch(browser);
    await browser.stopWorker();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it(`${String(wanted)} of them leave nothing, not even a stale copy`, async () => {
    expect(addresses).toHaveLength(wanted);
    const page = await browser.openPage(addresses[0] ?? '');
    for (const address of addresses) await page.goto(address);
    await rest(settledMs);
    expect((await tracesSeen(browser)).findings).toEqual([]);
    const asked = new Set(site.requests);
    expect(addresses.filter((address) => !asked.has(address))).toEqual([]);
    await page.close();
  });

  it('and on no list, no script of ours runs in one', async () => {
    const page = await browser.openPage(plain);
    await rest(settledMs);
    expect(await page.extensionWorlds()).toEqual([]);
    await page.close();
  });

  it('and one page with a live tag is found among them', async () => {
    const page = await browser.openPage(live);
    await eventually('The trace', async () => (await found(browser)).includes('injected-tags'));
    await page.close();
  });
});
