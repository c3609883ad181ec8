// The notice's days and date in words: an engine's first formatters take long, so they are made once.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startClient } from '../report/client.ts';

const day = 24 * 60 * 60_000;

/** How often a formatter was made for these words; screens make some of their own. */
let made = 0;

beforeEach(() => {
  made = 0;
  const { NumberFormat } = Intl;
  vi.spyOn(Intl, 'NumberFormat').mockImplementation(function (...args) {
    if (new Error('Who asks?').stack?.includes('snooze-words.ts:')) made += 1;
    return new NumberFormat(...args);
  });
});
afterEach(() => vi.restoreAllMocks());

it('Words are made once, for later starts of the worker and the next days too', async () => {
  const client = await startClient({ policy: {} });
  await client.visit('https://www.kaspersky.com/downloads/standard');
  await client.idle();
  const atFirst = made;
  expect(atFirst).toBeGreaterThan(0);

  for (const [site, ms] of Object.entries({ 'www.kaspersky.de': 0, 'www.kaspersky.fr': day })) {
    await client.pass(ms);
    await client.kill(true);
    const reply = await client.visit(`https://${site}/downloads/standard`);
    expect(reply).toMatchObject({ notice: { snoozeLabel: expect.any(String) } });
    expect(made).toBe(atFirst);
  }
});

it('Another length has words of its own', async () => {
  const client = await startClient({ policy: {} });
  await client.visit('https://www.kaspersky.com/downloads/standard');
  await client.idle();
  const atFirst = made;
  await client.deliverPolicy({ snoozeDays: 7 });
  await client.visit('https://www.kaspersky.de/downloads/standard');
  expect(made).toBeGreaterThan(atFirst);
});

it('A private window leaves none behind', async () => {
  const client = await startClient({ policy: {} });
  await client.visit('https://www.kaspersky.com/downloads/standard', { isPrivate: true });
  await client.idle();
  const inPrivate = made;
  await client.visit('https://www.kaspersky.de/downloads/standard');
  expect(made).toBeGreaterThan(inPrivate);
});
