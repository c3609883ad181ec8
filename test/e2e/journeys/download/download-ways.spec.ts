// The same file is asked about whichever way it comes, and a file that has nothing to do with it never is.
import type { ServerResponse } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { eventually, never } from '../../../harness/eventually.ts';
import { someOf } from '../../../harness/extent.ts';
import { inEachBrowser } from '../../../harness/stage.ts';
import { badgeOf } from '../../../harness/pages/badge.ts';
import { askedAbout, questionPath } from '../../../harness/pages/question.ts';
import { demoFiles, demoPages } from '../../../harness/site/routes.ts';
import type { HostHandler } from '../../../harness/servers/site.ts';

const installer = 'kis15.0.1.415en_6872.exe';

/** A body that trickles, so that there is something to hold. */
function send(response: ServerResponse, type: string, disposition = 'attachment'): void {
  response.writeHead(200, {
    'content-type': type,
    'content-disposition': disposition,
    'content-length': 3_000_000,
  });
  const timer = setInterval(() => response.write(Buffer.alloc(20_000, 0x2e)), 100);
  response.on('close', () => clearInterval(timer));
}

const cdn: HostHandler = (request, response) => {
  const path = request.url ?? '';
  if (path.includes('/hop'))
    response.writeHead(302, { location: path.endsWith('1') ? '/hop2' : demoFiles.slow }).end();
  else if (path.includes('/away')) response.writeHead(302, { location: '/0af3' }).end();
  else if (path.includes('/named'))
    send(response, 'application/octet-stream', `attachment; filename="${installer}"`);
  else if (path.includes('/offered'))
    send(response, 'application/x-msdownload', 'attachment; filename="setup.exe"');
  else if (path.includes('/typed'))
    send(
      response,
      'application/vnd.android.package-archive',
      'attachment; filename="Kaspersky_Plus_2025"',
    );
  else if (path.includes('/paper'))
    send(response, 'application/pdf', 'attachment; filename="Kaspersky_Plus_2025"');
  else send(response, 'application/octet-stream', 'attachment; filename="notes.bin"');
};

/** The vendor sends a program under an address and a name that say nothing. */
const vendor: HostHandler = (_request, response) =>
  send(response, 'application/x-msdownload', 'attachment; filename="get"');

interface Way {
  readonly from?: string;
  readonly url: string;
  /** The name that the question shows. */
  readonly fileName: string;
}

const asked: Readonly<Record<string, Way>> = {
  'at its own address': { url: demoFiles.slow, fileName: installer },
  'after two redirects': { url: 'https://cdn.example.net/hop1', fileName: installer },
  'under a name that the server gives': {
    url: 'https://cdn.example.net/named?id=7',
    fileName: installer,
  },
  'with a nameless installer, from a page that offers it': {
    from: demoPages.portal.url,
    url: 'https://cdn.example.net/offered',
    fileName: 'setup.exe',
  },
  'by its type, where the name has no ending': {
    url: 'https://cdn.example.net/typed',
    fileName: 'Kaspersky_Plus_2025',
  },
  'by its type alone, from the vendor': { url: 'https://dl.kaspersky.com/get', fileName: 'get' },
};

const letThrough: Readonly<Record<string, Way>> = {
  'the same nameless installer from another page': {
    url: 'https://cdn.example.net/offered',
    fileName: 'setup.exe',
  },
  'the same nameless installer from another page of the site': {
    from: 'https://www.softpedia.com/get/Office/Notes.shtml',
    url: 'https://cdn.example.net/offered',
    fileName: 'setup.exe',
  },
  'a document that bears the name': {
    url: 'https://cdn.example.net/paper',
    fileName: 'Kaspersky_Plus_2025',
  },
  'a file behind a redirect': { url: 'https://cdn.example.net/away', fileName: 'notes.bin' },
};

inEachBrowser(
  'Whichever way a file comes',
  (stage) => {
    interface Item {
      readonly id: number;
      readonly filename: string;
      readonly paused: boolean;
      readonly state: string;
    }
    const items = () => stage().browser.api<Item[]>('downloads.search', {});
    const start = async ({ from = demoPages.unrelated.url, url }: Way) => {
      const page = await stage().open(from);
      if (from === demoPages.portal.url)
        await eventually(
          'Its verdict',
          async () => (await badgeOf(stage().browser, page)).text === '!',
        );
      // A person's click: what a script sets has no referrer in Firefox.
      await page.evaluate(
        `(file) => { const link = document.createElement('a'); link.href = file; link.textContent = 'File'; link.style.cssText = 'position:fixed;inset:0 auto auto 0;width:200px;height:60px;background:white'; document.body.append(link); }`,
        url,
      );
      await page.clickAt(40, 30);
    };

    afterEach(async () => {
      const { browser } = stage();
      for (const page of await browser.extensionPages(questionPath)) await page.close();
      for (const { id, state } of await items())
        if (state === 'in_progress') await browser.api('downloads.cancel', id);
      await browser.api('downloads.erase', {});
    });

    it.each(someOf(Object.entries(asked), 3))(
      'it is held and asked about: %s',
      async (_way, way) => {
        await start(way);
        await askedAbout(stage().browser, way.fileName);
        await eventually('The hold', async () =>
          (await items()).every(({ paused, state }) => paused || state === 'interrupted'),
        );
      },
    );

    it.each(someOf(Object.entries(letThrough), 2))(
      'nothing is asked about %s',
      async (_way, way) => {
        // The site of that page has another page open, which offers it.
        if (way.from) await stage().open(demoPages.portal.url);
        await start(way);
        await eventually('The download', async () =>
          (await items()).some(({ filename }) => filename !== ''),
        );
        await never(
          'A question',
          async () => (await stage().browser.extensionPages(questionPath)).length > 0,
        );
        expect((await items()).map(({ paused }) => paused)).toEqual([false]);
      },
    );
  },
  { hosts: { 'cdn.example.net': cdn, 'dl.kaspersky.com': vendor } },
);
