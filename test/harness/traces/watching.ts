// What a person does and sees of traces.
import type { TracesView } from '../../../src/core/traces/view.ts';
import type { Browser } from '../browsers/browser.ts';
import { eventually } from '../eventually.ts';
import { pressControl } from '../pages/own-page.ts';

const options = 'src/pages/options/index.html';

/** Everything that looking may ask for, given once and taken back. */
export const asked = {
  permissions: ['management', 'nativeMessaging'],
  origins: ['http://*/*', 'https://*/*'],
};

export async function tracesSeen(browser: Browser): Promise<TracesView> {
  const answer = await browser.api<{ reply: { traces: TracesView } }>('runtime.sendMessage', {
    name: 'options-view',
    request: {},
  });
  return answer.reply.traces;
}

/** Presses a control of the settings that asks for permissions, and answers the browser. */
export async function pressAndAnswer(
  browser: Browser,
  control: RegExp,
  isGiven: boolean,
): Promise<void> {
  const page = await browser.openExtensionPage(options);
  await pressControl(page, control);
  if (browser.engine === 'firefox') await browser.answerLeave(isGiven);
  await eventually('The answer', async () => !/is asking you/.test(await page.text()));
  await page.close();
}

export async function watch(browser: Browser): Promise<void> {
  await browser.giveBefore(asked);
  await pressAndAnswer(browser, /^Keep watching/, true);
  await eventually('The watch', async () => {
    const { watched, areas } = await tracesSeen(browser);
    return watched.length === areas.length;
  });
}

/** Ids of what was found, surely or likely. */
export async function found(browser: Browser): Promise<string[]> {
  const { findings } = await tracesSeen(browser);
  return findings.filter(({ sureness }) => sureness !== 'stale').map(({ id }) => id);
}

export const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
