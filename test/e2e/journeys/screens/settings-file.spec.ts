import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { PageHandle } from '../../../harness/browsers/browser.ts';
import { eventually } from '../../../harness/eventually.ts';
import { inEachBrowser } from '../../../harness/stage.ts';
import { pressControl, showsText } from '../../../harness/pages/own-page.ts';
import type { Download } from '../../../harness/pages/question.ts';

const fileName = 'ban-advisory-settings.json';

/** As a person chooses a file in the browser's own window. */
const chooseFile = `(text) => {
  const input = document.querySelector('#backup input[type=file]');
  const files = new DataTransfer();
  files.items.add(new File([text], 'settings.json', { type: 'application/json' }));
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}`;

inEachBrowser('Settings', (stage) => {
  const stored = async () =>
    (
      await stage().browser.api<{ settings?: Record<string, unknown> }>(
        'storage.local.get',
        'settings',
      )
    ).settings ?? {};
  const open = async (): Promise<PageHandle> => {
    const options = await stage().browser.openExtensionPage('src/pages/options/index.html');
    await showsText(options, /save settings to a file/i);
    return options;
  };

  it('are saved to a file, taken back from it, and reset only after a question', async () => {
    const { browser } = stage();
    const snoozes = [
      { host: 'www.kaspersky.com', until: new Date(Date.now() + 86_400_000).toISOString() },
    ];
    await browser.api('storage.local.set', {
      settings: { mode: 'inform', snoozeDays: 7, exceptions: ['research.example.com'] },
      snoozes,
    });
    const options = await open();
    await pressControl(options, /save settings to a file/);
    const saved = await eventually('The file', async () =>
      (await browser.api<Download[]>('downloads.search', {})).find(
        ({ filename, state }) => filename.endsWith(fileName) && state === 'complete',
      ),
    );
    const text = readFileSync(saved.filename, 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      settings: { mode: 'inform', snoozeDays: 7, exceptions: ['research.example.com'] },
    });

    await pressControl(options, /reset all settings/);
    await pressControl(options, /keep my settings/);
    expect(await stored()).toMatchObject({ mode: 'inform' });
    await pressControl(options, /reset all settings/);
    await pressControl(options, /reset now/);
    await showsText(options, /all settings were reset/i);
    expect(await stored()).toEqual({});
    expect(await browser.api('storage.local.get', 'snoozes')).toEqual({ snoozes: [] });

    await options.evaluate(chooseFile, text);
    await showsText(options, /loaded:/i);
    expect(await stored()).toEqual({
      mode: 'inform',
      snoozeDays: 7,
      exceptions: ['research.example.com'],
    });
    await options.close();
  });

  it('from a file with faults are taken over as far as they are good, and the rest is named', async () => {
    const options = await open();
    const before = await stored();
    await options.evaluate(
      chooseFile,
      JSON.stringify({
        kind: 'kaspersky-ban-advisory-settings',
        format: 1,
        settings: { mode: 'block', snoozeDays: 21, exceptions: ['good.example', 'no host'] },
      }),
    );
    const text = await showsText(options, /were skipped/i);
    for (const part of ['mode', 'exceptions entry 2: "no host"']) expect(text).toContain(part);
    expect(await stored()).toEqual({ ...before, snoozeDays: 21, exceptions: ['good.example'] });
    await options.evaluate(chooseFile, 'no file of ours');
    await showsText(options, /nothing was changed/i);
    expect(await stored()).toEqual({ ...before, snoozeDays: 21, exceptions: ['good.example'] });
    await options.close();
  });
});
