import { expect, it } from 'vitest';
import { eventually } from '../../harness/eventually.ts';
import { inEachBrowser } from '../../harness/stage.ts';
import { badgeOf } from '../../harness/pages/badge.ts';
import { shownNotice } from '../../harness/pages/notice.ts';
import { showsText } from '../../harness/pages/own-page.ts';
import { demoPages } from '../../harness/site/routes.ts';

inEachBrowser('Corrupted storage', (stage) => {
  it('is repaired, said on the options page, and what is sound is kept', async () => {
    const { browser } = stage();
    await browser.api('storage.local.set', {
      settings: { snoozeDays: 7, mode: 'shout', exceptions: 12, jurisdictions: [] },
      snoozes: 'not a list',
      advisory: { document: { format: 1, version: 'many' }, storedAt: 'never' },
    });
    await browser.restart();

    const options = await browser.openExtensionPage('src/pages/options/index.html');
    // Each item is repaired when it is first read; the page follows.
    await showsText(options, /settings\.mode/);
    const text = await showsText(options, /settings\.exceptions/);
    expect(text).toMatch(/Its value wasn’t recognized\. The default is used instead\./);
    expect(text).toMatch(/The list is now empty\./);
    expect(text).not.toMatch(/Invalid \w+:|Expected \S+ but received/);

    const stored = await eventually('The repair', async () => {
      const items = await browser.api<Record<string, unknown>>('storage.local.get', null);
      return Array.isArray(items.snoozes) ? items : null;
    });
    expect(stored.settings).toMatchObject({ snoozeDays: 7 });
  });

  it('does not stop detection: the packaged advisory stands in', async () => {
    const { browser } = stage();
    const page = await browser.openPage(demoPages.portal.url);
    await shownNotice(page);
    expect((await badgeOf(browser, page)).text).toBe('!');
  });
});
