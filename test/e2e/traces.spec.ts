// Traces of the software in real browsers: each detector where the thing is there, and where
// something lies.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Engine } from '../harness/browsers/browser.ts';
import { launchBrowser } from '../harness/browsers/launch.ts';
import { eventually } from '../harness/eventually.ts';
import { startSite, type HostHandler, type Site } from '../harness/servers/site.ts';
import {
  answeringScanner,
  families,
  interceptor,
  otherPrefix,
  ownPrefix,
  pageHandler,
  programName,
  scanner,
  scriptTag,
  searchResults,
  secureHost,
  similarExtensions,
  similarPrograms,
  styleTag,
  vendorExtension,
  type SecureHost,
} from '../harness/traces/stand-ins.ts';
import { found, rest, tracesSeen, watch } from '../harness/traces/watching.ts';

const engines = (process.env.ENGINES ?? 'chromium,firefox').split(',') as Engine[];

/** Until what a page showed has come to the worker, or would have. */
const settledMs = 1_200;

const scannerHosts = (...prefixes: string[]): Record<string, HostHandler> =>
  Object.fromEntries(
    prefixes.map((prefix) => [new URL(scanner(prefix)).hostname, answeringScanner]),
  );

describe.each(engines)('On a computer without it, %s', (engine) => {
  let site: Site;
  let browser: Browser;
  const secure: SecureHost[] = [];
  const [own, other] = [scanner(ownPrefix[engine]), scanner(otherPrefix[engine])];
  const elsewhere = 'https://mail.example/inbox?message=1';

  const lies: Record<string, [string, HostHandler]> = {
    'a saved page with a stale tag': [
      'https://saved.example/',
      pageHandler({ head: scriptTag(own) + styleTag(own, elsewhere) }),
    ],
    'a saved page with stale tags of both families': [
      'https://both.example/',
      pageHandler({
        head: scriptTag('', families.second) + scriptTag(own) + styleTag('', elsewhere),
        ownFiles: 'answers',
      }),
    ],
    'the prefix of another browser': [
      'https://prefix.example/',
      pageHandler({ head: scriptTag(other) + styleTag(other, 'https://prefix.example/') }),
    ],
    'an article that quotes the code': [
      'https://news.example/',
      pageHandler({
        body: `<pre>${(scriptTag(own) + styleTag(own, 'https://news.example/')).replaceAll('<', '&lt;')}</pre><p>img name="kl_1700000000000"</p>`,
      }),
    ],
    'a page saved and put back at its address': [
      'https://back.example/',
      pageHandler({ head: styleTag('', 'https://back.example/'), ownFiles: 'missing' }),
    ],
    'a server that answers every address': [
      'https://spa-one.example/',
      pageHandler({ head: scriptTag('', families.second), ownFiles: 'start-page' }),
    ],
    'a second such server': [
      'https://spa-two.example/',
      pageHandler({ head: scriptTag(''), ownFiles: 'start-page' }),
    ],
    'a host that looks like the scanner': [
      'https://alike.example/',
      pageHandler({
        head:
          scriptTag('https://gc.kis.v2.scr.kaspersky-labs.com.cdn.example') +
          styleTag(
            'https://gc.kis.v2.scr.kaspersky-labs.com.cdn.example',
            'https://alike.example/',
          ),
      }),
    ],
    'a saved page of search results': [
      'https://www.bing.com/search?q=a',
      pageHandler({ body: searchResults('1700000000000') }),
    ],
    'fresh icons on no search engine': [
      'https://icons.example/',
      pageHandler({ body: searchResults('Date.now()') }),
    ],
    'one small picture on a search engine': [
      'https://www.google.com/search?q=a',
      pageHandler({ body: searchResults('Date.now()', 1) }),
    ],
    'a look-alike of the start page': [
      'http://touch.kaspersky.com.start.example/',
      pageHandler({}),
    ],
  };

  beforeAll(async () => {
    secure.push(
      await secureHost('similar.example', { ...interceptor, organization: 'AO Kaspersky Labs' }),
      await secureHost('inside.example', {
        commonName: 'Proxy',
        organization: 'AO Kaspersky Lab, CN=Kaspersky Anti-Virus Personal Root Certificate',
      }),
      await secureHost('claims.example', interceptor),
    );
    const hosts = Object.fromEntries(
      Object.values(lies).map(([url, handler]) => [new URL(url).hostname, handler]),
    );
    const tunnels = {
      'similar.example': secure[0]?.port ?? 0,
      'inside.example': secure[1]?.port ?? 0,
      'claims.example': secure[2]?.port ?? 0,
    };
    site = await startSite(
      {
        ...hosts,
        ...scannerHosts('gc', 'ff'),
        'gc.kis.v2.scr.kaspersky-labs.com.cdn.example': answeringScanner,
        'link.example': pageHandler({
          body: '<a id="to" href="http://touch.kaspersky.com/">touch.kaspersky.com</a>',
        }),
        'touch.kaspersky.com': pageHandler({}),
      },
      tunnels,
    );
    browser = await launchBrowser(engine, {
      proxyPort: site.proxyPort,
      neighbors: similarExtensions(engine),
      registeredPrograms: similarPrograms,
    });
    await watch(browser);
    await browser.stopWorker();
    // The third claims the vendor's name and nobody trusts it.
    if (engine === 'firefox')
      for (const { authority } of secure.slice(0, 2)) await browser.trust(authority);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    for (const host of secure) host.close();
  });

  it.each(Object.entries(lies))('%s is none', async (_, [url]) => {
    const page = await browser.openPage(url);
    await rest(settledMs);
    expect(await found(browser)).toEqual([]);
    expect((await tracesSeen(browser)).level).not.toMatch(/found|probably/);
    await page.close();
  });

  it('the start page by a link is none', async () => {
    const page = await browser.openPage('https://link.example/');
    await page.evaluate(`() => { document.getElementById('to').click(); }`);
    await eventually('The start page', async () =>
      (await page.url()).includes('touch.kaspersky.com'),
    );
    await rest(settledMs);
    expect(await found(browser)).toEqual([]);
    await page.close();
  });

  it('the start page typed over another page is none', async () => {
    const page = await browser.openPage('https://news.example/');
    await page.goto('http://touch.kaspersky.com/');
    await rest(settledMs);
    expect(await found(browser)).toEqual([]);
    await page.close();
  });

  it('extensions of similar names are none, nor programs of similar names', async () => {
    // The watch has looked at both when it began.
    expect((await tracesSeen(browser)).watched).toEqual(
      engine === 'chromium' ? ['pages', 'extensions', 'programs'] : ['pages', 'extensions'],
    );
    expect(await found(browser)).toEqual([]);
  });

  it.runIf(engine === 'firefox').each(['similar', 'inside', 'claims'])(
    'the certificate of %s.example is none',
    async (name) => {
      const page = await browser.openPage(`https://${name}.example/`);
      expect(await page.text()).toContain('Secure');
      await rest(settledMs);
      expect(await found(browser)).toEqual([]);
      await page.close();
    },
  );

  it('says that there were stale copies, and asked the vendor for nothing itself', async () => {
    expect((await tracesSeen(browser)).level).toBe('stale');
    const asked = site.requests.filter(
      (url) => /kaspersky/.test(new URL(url).hostname) && !/main\.(js|css)/.test(url),
    );
    expect(asked.filter((url) => !/^https?:\/\/touch\.kaspersky\.com/.test(url))).toEqual([]);
  });
});

describe.each(engines)('On a computer with it, %s', (engine) => {
  let site: Site;
  let browser: Browser;
  let intercepted: SecureHost;
  const own = scanner(ownPrefix[engine]);

  beforeAll(async () => {
    intercepted = await secureHost('bank.example', interceptor);
    site = await startSite(
      {
        ...scannerHosts('gc', 'ff'),
        'live.example': pageHandler({
          head: scriptTag(own) + styleTag(own, 'https://live.example/list?page=2'),
        }),
        'one.example': pageHandler({ head: scriptTag(own) }),
        'two.example': pageHandler({ head: scriptTag('', families.second), ownFiles: 'answers' }),
        'www.bing.com': pageHandler({ body: searchResults('Date.now()') }),
        'touch.kaspersky.com': pageHandler({}),
      },
      { 'bank.example': intercepted.port },
    );
    browser = await launchBrowser(engine, {
      proxyPort: site.proxyPort,
      neighbors: [vendorExtension(engine)],
      registeredPrograms: [programName],
    });
    await watch(browser);
    // Chromium gives a worker that runs no new ways to ask; the next one, after a sleep, has them.
    await browser.stopWorker();
    if (engine === 'firefox') await browser.trust(intercepted.authority);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    intercepted.close();
  });

  const isFound = (id: string) =>
    eventually(`The trace ${id}`, async () => (await found(browser)).includes(id));
  const visit = async (url: string) => (await browser.openPage(url)).close();

  it('finds the vendor’s extension (D3)', () => isFound('extensions'));

  it.runIf(engine === 'chromium')('finds the registered program (D4)', () =>
    isFound('registered-program'),
  );

  it('finds a live tag (D1)', async () => {
    const page = await browser.openPage('https://live.example/list?page=2');
    await isFound('injected-tags');
    await page.close();
  });

  it('finds requests that the scanner answers, from the second site on (D2)', async () => {
    // The live page already has its own stylesheet, so start over from here.
    await browser.api('runtime.sendMessage', { name: 'forget-traces', request: {} });
    await visit('https://one.example/');
    await rest(settledMs);
    expect(await found(browser)).not.toContain('scanner-requests');
    await visit('https://two.example/');
    await isFound('scanner-requests');
  });

  it.runIf(engine === 'firefox')('finds the issuer of an intercepted connection (D5)', async () => {
    const page = await browser.openPage('https://bank.example/');
    await isFound('certificate');
    await page.close();
  });

  it('finds icons behind search results (D6)', async () => {
    const page = await browser.openPage('https://www.bing.com/search?q=a');
    await isFound('search-icons');
    await page.close();
  });

  it('finds the start page in a tab of its own (D7)', async () => {
    await browser.api('tabs.create', { url: 'http://touch.kaspersky.com/' });
    await isFound('start-page');
  });

  it('says so, with when, where, how sure, and what it can’t tell', async () => {
    const { level, isRunning, findings } = await tracesSeen(browser);
    expect({ level, isRunning }).toEqual({ level: 'found', isRunning: true });
    for (const finding of findings) {
      expect(finding.when).toMatch(/^today, /);
      expect(finding.browser).not.toBe('');
      expect(finding.limits).not.toBe('');
      expect(finding.sources.length).toBeGreaterThan(0);
    }
    const page = await browser.openExtensionPage('src/pages/popup/index.html#removal');
    await eventually('The sentence', async () =>
      /Kaspersky seems to be running on this computer/.test(await page.text()),
    );
    await page.close();
  });

  it('keeps no address of a page', async () => {
    const stored = JSON.stringify(await browser.api('storage.local.get', null));
    expect(stored).not.toMatch(/live\.example|one\.example|bank\.example|bing\.com/);
  });
});
