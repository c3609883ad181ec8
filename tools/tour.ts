// `npm start`: with a display, opens a real browser with the extension on the demo pages; without
// one, runs the same tour headless in both engines, with screenshots and a table of findings.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { View } from '../test/harness/browsers/browser.ts';
import { launchBrowser } from '../test/harness/browsers/launch.ts';
import { showUpdate, startFeedDemo } from '../test/harness/feed-demo.ts';
import { startSite } from '../test/harness/servers/site.ts';
import { demoPages, startPage } from '../test/harness/site/routes.ts';
import { heldDownload, options, popups, visit, type Finding } from './tour/stops.ts';
import { table } from './tour/table.ts';

const pictures = fileURLToPath(new URL('../out/tour', import.meta.url));

async function headlessTour(): Promise<number> {
  const site = await startSite();
  const findings: Finding[] = [];
  const updates: string[] = [];
  let failed = 0;
  for (const engine of ['chromium', 'firefox'] as const) {
    const folder = join(pictures, engine);
    mkdirSync(folder, { recursive: true });
    const picture = (page: View, name: string) => page.screenshot(join(folder, `${name}.png`));
    const browser = await launchBrowser(engine, { proxyPort: site.proxyPort });
    const stops: readonly (() => Promise<void>)[] = [
      ...Object.values(demoPages).map(
        (demo) => async () => void findings.push(await visit(browser, demo, picture)),
      ),
      () => popups(browser, picture),
      async () => void findings.push(await heldDownload(browser, picture)),
      () => options(browser, picture),
    ];
    for (const stop of stops) {
      await stop().catch((cause: unknown) => {
        failed += 1;
        console.error(`A stop of the tour in ${engine} failed:`, cause);
      });
    }
    await browser.close();
    await showUpdate(engine, picture).then(
      ({ before, after, date }) =>
        updates.push(
          `${engine}: an open page said ${before}; after an update of the advisory, without a reload: ${after}; and ${date}`,
        ),
      (cause: unknown) => {
        failed += 1;
        console.error(`The update in ${engine} failed:`, cause);
      },
    );
  }
  await site.close();
  console.log(table(findings));
  console.log(`\n${updates.join('\n')}`);
  console.log(`\nPictures: ${pictures}`);
  return failed === 0 ? 0 : 1;
}

/** Time to look at a page before the update changes it. */
const updateAfterMs = 30_000;

async function tourOnScreen(): Promise<number> {
  const { browser, update, close } = await startFeedDemo('chromium', { headed: true });
  await browser.openPage(demoPages.otherListing.url);
  await browser.openPage(startPage);
  console.log('The browser shows the demo pages; the tour ends when you close it.');
  console.log(
    `In ${String(updateAfterMs / 1000)} seconds an update of the advisory arrives from a feed on this computer: a date moves in the popup,`,
  );
  console.log(
    `${demoPages.otherListing.url} is warned about without a reload, and ${demoPages.unrelated.url} is listed.`,
  );
  const timer = setTimeout(() => {
    update().then(
      () => console.log('The update is there.'),
      (cause: unknown) => console.error('The update failed:', cause),
    );
  }, updateAfterMs);
  await browser.closed();
  clearTimeout(timer);
  await close();
  return 0;
}

/** Resolves to the exit code. */
export function tour(): Promise<number> {
  const hasDisplay =
    Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) ||
    ['darwin', 'win32'].includes(process.platform);
  return hasDisplay ? tourOnScreen() : headlessTour();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await tour().catch((cause: unknown) => {
    // A missing browser prints one plain line; anything else its stack.
    console.error(
      cause instanceof Error && /Install it with/.test(cause.message) ? cause.message : cause,
    );
    return 1;
  });
}
