import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PageHandle } from '../../../harness/browsers/browser.ts';
import { eventually } from '../../../harness/eventually.ts';
import { inEachBrowser } from '../../../harness/stage.ts';
import { pressControl, showsText } from '../../../harness/pages/own-page.ts';
import { demoPages } from '../../../harness/site/routes.ts';

const type = (page: PageHandle, id: string, text: string) =>
  page.evaluate(
    `(id, text) => { const input = document.getElementById(id); input.value = text; input.dispatchEvent(new Event('input', { bubbles: true })); }`,
    id,
    text,
  );

inEachBrowser('The tester of the options page', (stage) => {
  let page: PageHandle;
  beforeEach(async () => {
    page = await stage().browser.openExtensionPage('src/pages/options/index.html');
    await eventually('The tester', () =>
      page.evaluate<boolean>(`() => document.getElementById('tested') !== null`),
    );
  });
  afterEach(() => page.close());

  const result = () =>
    page.evaluate<string>(`() => document.querySelector('.result')?.innerText ?? ''`);

  it.each([
    [
      'https://www.softpedia.com/get/Antivirus/Kaspersky-Rescue-Disk.shtml',
      /portal\.download-path/,
      /download section|portal/i,
    ],
    ['kis21.3.10.391en_26074.exe', /file\.product-name/, /name/i],
    ['my-kaspersky-login.example', /name\.lookalike/, /name/i],
    [
      'https://www.reuters.com/technology/kaspersky-2024-06-20/',
      /name\.path/,
      /nothing there offers/i,
    ],
    ['https://www.example.org/', /no-rule/, /nothing/i],
  ])('says label, rule and reason of %s', async (input, rule, reason) => {
    await type(page, 'tested', input);
    await pressControl(page, /^test$/);
    await showsText(page, rule);
    expect(await result()).toMatch(reason);
    expect(await result()).toContain(input);
  });

  it('takes a title after the address, and says what each sign weighed', async () => {
    await type(page, 'tested', 'https://www.example.org/x/y Kaspersky Plus 3 devices 1 year');
    await pressControl(page, /^test$/);
    await showsText(page, /elsewhere\.store/);
    expect(await result()).toMatch(/Kaspersky Plus 3 devices 1 year/);
    expect(await result()).toMatch(/\+5\s+A number of devices or years/);
    expect(await result()).toMatch(/An offer needs \+10/);
  });

  it('prepares a report without query, fragment and credentials, copies it, and sends nothing', async () => {
    const sent = stage().site.requests.length;
    await type(
      page,
      'mistake-input',
      'https://me:secret@www.example.org/kaspersky-news?session=4711#part',
    );
    await pressControl(page, /copy report/);
    await showsText(page, /copied/i);
    const text = await page.evaluate<string>(
      `() => document.querySelector('textarea.report').value`,
    );
    expect(text.split('\n')).toEqual([
      'Address or file: https://www.example.org/kaspersky-news',
      'Label: mention',
      'Rule: name.path',
      expect.stringMatching(/^Advisory version: \d+$/),
    ]);
    expect(stage().site.requests.slice(sent)).toEqual([]);

    const elsewhere = await stage().browser.openPage(demoPages.unrelated.url);
    await elsewhere.toFront();
    await elsewhere.evaluate(
      `() => { const field = document.createElement('textarea'); document.body.append(field); field.focus(); }`,
    );
    await elsewhere.paste();
    expect(
      await eventually('The pasted text', () =>
        elsewhere.evaluate<string>(`() => document.querySelector('textarea').value`),
      ),
    ).toBe(text);
    await elsewhere.close();
  });
});
