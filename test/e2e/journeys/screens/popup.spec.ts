import { expect, it } from 'vitest';
import advisory from '../../../../src/data/advisory.json' with { type: 'json' };
import type { View } from '../../../harness/browsers/browser.ts';
import { eventually } from '../../../harness/eventually.ts';
import { inEachBrowser } from '../../../harness/stage.ts';
import { demoPages } from '../../../harness/site/routes.ts';

const everything = '() => document.body.textContent.replace(/\\s+/g, " ")';

inEachBrowser('The popup', (stage) => {
  const popupOn = async (url: string): Promise<View> => {
    const page = await stage().open(url);
    return stage().browser.clickIcon(page);
  };
  const shows = (popup: View, wanted: RegExp) =>
    eventually(`The words ${wanted}`, async () =>
      wanted.test(await popup.evaluate<string>(everything)),
    );

  it('says on a vendor’s page what the page is, and why', async () => {
    const popup = await popupOn(demoPages.vendorDownload.url);
    await shows(popup, /www\.kaspersky\.com/);
    await shows(popup, /rule/i);
  });

  it('holds the dates, the alternatives, the removal steps and the advisory’s version', async () => {
    const popup = await popupOn(demoPages.vendor.url);
    const openPlace = (name: string) =>
      popup.evaluate(
        `(name) => [...document.querySelectorAll('[role=tab], .sides button')].find((one) => one.textContent === name).click()`,
        name,
      );
    await shows(popup, /Sep(tember)? 29, 2024/);
    await shows(
      popup,
      new RegExp(`version ${'version' in advisory ? String(advisory.version) : '\\d+'}`, 'i'),
    );
    await openPlace('Switch');
    await shows(popup, /Microsoft Defender/);
    await shows(popup, /uninstall/i);
    await openPlace('The ban');
    await openPlace('Dates');
    await shows(popup, /dates\./);
  });

  it('puts links to its sources beside the statements', async () => {
    const popup = await popupOn(demoPages.vendor.url);
    const count = await eventually('Links to sources', async () => {
      const found = await popup.evaluate<number>(
        `() => document.querySelectorAll('a[href^="https://"]').length`,
      );
      return found > 0 && found;
    });
    expect(count).toBeGreaterThan(0);
  });

  it('explains on threat research that it is out of scope, and nothing is drawn in the page', async () => {
    const popup = await popupOn(demoPages.research.url);
    await shows(popup, /securelist\.com/);
    const [page] = stage().opened;
    expect(await page?.shadowTrees()).toEqual([]);
  });

  it('checks any page on a click, without a standing permission for it', async () => {
    const popup = await popupOn(demoPages.unrelated.url);
    await shows(popup, /example\.org/);
  });

  it('answers with a stopped background worker', async () => {
    const page = await stage().open(demoPages.vendor.url);
    await stage().browser.stopWorker();
    await shows(await stage().browser.clickIcon(page), /www\.kaspersky\.com/);
  });

  it('gives every control a name', async () => {
    const popup = await popupOn(demoPages.vendor.url);
    await shows(popup, /www\.kaspersky\.com/);
    const nameless = await popup.evaluate<string[]>(
      `() => [...document.querySelectorAll('button, a[href], select, input, summary')]
        .filter((control) => !(control.getAttribute('aria-label') || control.getAttribute('aria-labelledby') || control.textContent.trim() || control.labels?.length))
        .map((control) => control.localName + '.' + control.className)`,
    );
    expect(nameless).toEqual([]);
  });
});
