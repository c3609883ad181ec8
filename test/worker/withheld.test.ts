// Pages that an administrator's policy keeps us off, which the browser tells in an error alone.
import { expect, it, vi } from 'vitest';
import { startClient } from './report/client.ts';

it('are written down once: whoever shows them asks again at each change', async () => {
  const client = await startClient({ policy: null });
  client.showInTab(1, 'https://www.kaspersky.com/');
  await client.idle();
  client.breakApi('injectScript', async () => {
    throw new Error('This page cannot be scripted due to an ExtensionsSettings policy.');
  });
  const written = vi.spyOn(client.session as Map<string, unknown>, 'set');
  const writes = () => written.mock.calls.filter(([key]) => key === 'withheldHosts').length;
  for (let look = 0; look < 3; look += 1) {
    const { troubles } = await client.ask<{ troubles: { id: string }[] }>('policy-view');
    expect(troubles.map(({ id }) => id)).toContain('policySite');
  }
  expect(writes()).toBe(1);
});
