// An administrator's policy keeps us off hosts that we watch. No browser shows that to anybody, so
// the popup, the settings, the policy page and the heartbeat have to.
import { describe, expect, it } from 'vitest';
import type { Browser, Engine, PageHandle } from '../../harness/browsers/browser.ts';
import { onEachComputer, type PolicyFile } from '../../harness/computer.ts';
import { eventually } from '../../harness/eventually.ts';
import { showsText } from '../../harness/pages/own-page.ts';
import { createCollector } from '../../harness/servers/collector.ts';
import { demoPages } from '../../harness/site/routes.ts';

const collectorHost = 'collector.example.com';
const orders = { mode: 'block', reportAddress: `https://${collectorHost}/v1/logs` };
const blockedPage = 'src/pages/blocked/';
const troubles = 'kaspersky_ban_advisory.troubles';

type Entries = (ownId: string) => Readonly<Record<string, object>>;

/** Adds to the entries that the release makes. */
function withEntries(policy: PolicyFile, entries: Readonly<Record<string, object>>): PolicyFile {
  const added = Object.entries(entries).map(([id, entry]) => [
    id,
    { ...policy.ExtensionSettings[id], ...entry },
  ]);
  return {
    ...policy,
    ExtensionSettings: { ...policy.ExtensionSettings, ...Object.fromEntries(added) },
  };
}

const kaspersky = ['*://*.kaspersky.com'];

interface Way {
  readonly name: string;
  readonly entries: Entries;
  /** In which engines it keeps us off, tried with both. */
  readonly withheldIn: readonly Engine[];
}

const ways: readonly Way[] = [
  {
    name: 'runtime_blocked_hosts in our own entry',
    entries: (id) => ({ [id]: { runtime_blocked_hosts: kaspersky } }),
    withheldIn: ['chromium', 'firefox'],
  },
  {
    // Chromium reads our own entry alone; Firefox does so only if that has hosts.
    name: 'runtime_blocked_hosts for all extensions',
    entries: () => ({ '*': { runtime_blocked_hosts: kaspersky } }),
    withheldIn: ['firefox'],
  },
  {
    name: 'the same, and our own entry allows them again',
    entries: (id) => ({
      '*': { runtime_blocked_hosts: kaspersky },
      [id]: { runtime_blocked_hosts: kaspersky, runtime_allowed_hosts: kaspersky },
    }),
    withheldIn: [],
  },
  {
    // Firefox's own key.
    name: 'restricted_domains',
    entries: () => ({ '*': { restricted_domains: ['www.kaspersky.com'] } }),
    withheldIn: ['firefox'],
  },
];

const isBlocked = async (browser: Browser) =>
  (await browser.extensionPages(blockedPage)).length > 0 || null;

/** Goes there, as far as the policy and block mode let it. */
async function opened(browser: Browser, url: string): Promise<PageHandle> {
  const page = await browser.openPage('about:blank');
  await page.goto(url).catch((cause: unknown) => {
    // Chromium tells whoever drives it that the network rules stopped the page.
    if (!/ERR_BLOCKED_BY_CLIENT/.test(String(cause))) throw cause;
  });
  return page;
}

describe('A host that a policy withholds', () => {
  const collector = createCollector();
  let entries: Entries = () => ({});

  onEachComputer(
    'A host that a policy withholds',
    () => ({
      orders,
      edit: (policy, ownId) => withEntries(policy, entries(ownId)),
      hosts: { [collectorHost]: collector.handle },
    }),
    (computer) => {
      it.each(ways)('is told of: $name', async ({ entries: written, withheldIn }) => {
        const { browser, engine } = computer();
        entries = written;
        computer().write(orders);
        await browser.restart();
        await eventually('The extension', () => browser.isInstalled(), 60_000);
        const page = await opened(browser, demoPages.vendorDownload.url);
        if (!withheldIn.includes(engine)) {
          await eventually('The blocked page', () => isBlocked(browser), 30_000);
          const settings = await browser.openExtensionPage('src/pages/options/index.html');
          expect(await showsText(settings, /Warnings/)).not.toMatch(/runtime_blocked_hosts/);
          await settings.close();
          await page.close();
          return;
        }
        expect(await page.url()).toBe(demoPages.vendorDownload.url);

        const sentence = /A policy \(runtime_blocked_hosts[^)]*\) keeps the extension off/;
        const popup = await browser.clickIcon(page);
        await eventually('The popup’s word', async () => sentence.test(await popup.text()), 30_000);
        for (const own of ['policy', 'options']) {
          const shown = await browser.openExtensionPage(`src/pages/${own}/index.html`);
          await showsText(shown, sentence);
          await shown.close();
        }
        const before = collector.received.length;
        // The daily one, now.
        await browser.api('alarms.create', 'report-heartbeat', { when: Date.now() });
        const beat = await eventually(
          'The heartbeat',
          async () =>
            collector.received
              .slice(before)
              .find((one) => one.name === 'heartbeat' && one.attributes[troubles] !== ''),
          90_000,
        );
        expect(beat.attributes[troubles]).toMatch(/^policySites?(,notifications)?$|policySites?$/);
        await page.close();

        // Other hosts are stopped as before.
        const listing = await opened(browser, demoPages.listing.url);
        await eventually('The blocked page', () => isBlocked(browser), 30_000);
        await listing.close();
      });
    },
  );
});
