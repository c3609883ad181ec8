// The first-run page over what a browser says of an installation: the whole worker, in memory.
import { expect, it } from 'vitest';
import { startClient } from '../report/client.ts';

const isWelcome = (url: string) => url.includes('src/pages/welcome/');

it('opens once, though a browser that lost its notes says again that it was installed', async () => {
  const client = await startClient({ policy: { firstRunPage: true } });
  await client.emit('installed', { reason: 'install' });
  await client.idle();
  expect(client.shown.filter(isWelcome)).toHaveLength(1);
  await client.kill();
  await client.emit('installed', { reason: 'install' });
  await client.idle();
  expect(client.shown.filter(isWelcome)).toHaveLength(1);
});

it('stays closed after an update', async () => {
  const client = await startClient({ policy: { firstRunPage: true } });
  await client.emit('installed', { reason: 'update' });
  await client.idle();
  expect(client.shown.filter(isWelcome)).toEqual([]);
});
