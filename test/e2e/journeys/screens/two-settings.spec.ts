// The settings in two windows at once, with the worker asleep: what one adds, the other doesn't take back.
import { afterEach, expect, it } from 'vitest';
import type { PageHandle } from '../../../harness/browsers/browser.ts';
import { eventually } from '../../../harness/eventually.ts';
import { fillField } from '../../../harness/pages/own-page.ts';
import { inEachBrowser } from '../../../harness/stage.ts';

const submit = `() => document.getElementById('exception').form.requestSubmit()`;

inEachBrowser('The settings in two windows', (stage) => {
  const windows: PageHandle[] = [];
  afterEach(async () => {
    for (const page of windows.splice(0)) await page.close();
  });
  const exceptions = async () =>
    (
      await stage().browser.api<{ settings?: { exceptions?: string[] } }>(
        'storage.local.get',
        'settings',
      )
    ).settings?.exceptions ?? [];

  const openTwo = async (): Promise<[PageHandle, PageHandle]> => {
    const open = async () => {
      const page = await stage().openOwn('src/pages/options/index.html');
      await eventually('The field', () =>
        page.evaluate<boolean>(`() => document.getElementById('exception') !== null`),
      );
      return page;
    };
    return [await open(), await open()];
  };

  it('both add to one list, and both show what both added', async () => {
    const [one, other] = await openTwo();
    await fillField(one, 'exception', 'one.example.com');
    await fillField(other, 'exception', 'other.example.com');
    await stage().browser.stopWorker();
    // One right after the other, since a driver speaks to one window at a time: the worker still starts.
    await one.evaluate(submit);
    await other.evaluate(submit);
    await eventually(
      'Both of them',
      async () => (await exceptions()).toSorted().join() === 'one.example.com,other.example.com',
    );
    for (const page of [one, other])
      await eventually('Both, shown', async () => {
        const text = await page.text();
        return text.includes('one.example.com') && text.includes('other.example.com');
      });
  });

  it('one adds while the other removes', async () => {
    const [one, other] = await openTwo();
    const before = await exceptions();
    await fillField(one, 'exception', 'third.example.com');
    await eventually('Something to remove', async () =>
      (await other.text()).includes('one.example.com'),
    );
    await stage().browser.stopWorker();
    await one.evaluate(submit);
    await other.evaluate(
      `() => [...document.querySelectorAll('li')].find((row) => row.textContent.includes('one.example.com')).querySelector('button').click()`,
    );
    expect(before).toContain('one.example.com');
    await eventually(
      'What both wanted',
      async () => (await exceptions()).toSorted().join() === 'other.example.com,third.example.com',
    );
  });
});
