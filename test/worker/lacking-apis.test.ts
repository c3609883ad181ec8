// Browsers without some APIs, such as Firefox for Android: the worker starts without an error, warns on pages, and the popup names the
// missing parts.
import { afterEach, expect, it, vi } from 'vitest';
import type { PageVisitReply } from '../../src/messages.ts';
import android from '../cases/firefox-android.json' with { type: 'json' };
import { startClient } from './report/client.ts';

const downloadEvents = [
  'onCreated',
  'onChanged',
  'onErased',
  'search',
  'pause',
  'resume',
  'erase',
].map((name) => `downloads.${name}`);
const vendor = 'https://www.kaspersky.com/';

afterEach(() => vi.restoreAllMocks());

it.each([
  ['Firefox for Android', android.lacks, ['downloads']],
  ['no windows', ['windows'], []],
  ['no notifications', ['notifications'], ['notifications']],
  ['no download events', downloadEvents, ['downloads']],
  ['no downloads at all', ['downloads'], ['downloads']],
])(
  'Without its APIs the worker warns all the same, and says so: %s',
  async (_what, lacks, missing) => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    for (const level of ['info', 'warn'] as const)
      vi.spyOn(console, level).mockImplementation(() => undefined);
    const client = await startClient({ policy: null, lacks });
    const reply = (await client.visit(vendor)) as PageVisitReply;
    expect(reply.notice).not.toBe(null);
    // A page that keeps hiding the notice, where no notification can replace it.
    await client.fromPage(vendor, 'notice-hidden', {});
    await client.optionsView();
    await client.idle();
    const { troubles } = await client.popupView();
    expect(troubles.map(({ id }) => id).toSorted()).toEqual(missing);
    await client.kill(true);
    await client.idle();
    expect(error.mock.calls).toEqual([]);
  },
);

it('On Android the browser’s word that there is no policy is an error without words, which is no failure', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const client = await startClient({ policy: null, os: 'android' });
  expect(((await client.visit(vendor)) as PageVisitReply).notice).not.toBe(null);
  await client.idle();
  await client.kill(true);
  await client.idle();
  expect(error.mock.calls).toEqual([]);
});
