// A browser starts the worker for an event, and hands that to who listens when the worker's first turn is over: who comes later misses it.
import { expect, it, vi } from 'vitest';

/** Every event that the flows live on. Missing here is a flow that a sleeping worker would lose. */
const events = [
  'alarms.onAlarm',
  'downloads.onChanged',
  'downloads.onCreated',
  'downloads.onErased',
  'notifications.onButtonClicked',
  'notifications.onClicked',
  'permissions.onAdded',
  'permissions.onRemoved',
  'runtime.onInstalled',
  'runtime.onMessage',
  'runtime.onStartup',
  'storage.onChanged',
  'webRequest.onBeforeRedirect',
  'webRequest.onBeforeRequest',
  'webRequest.onCompleted',
  'webRequest.onErrorOccurred',
  'windows.onRemoved',
];

it('Every listener is registered in the worker’s first turn', async () => {
  const heard = new Set<string>();
  let isOver = false;
  const known: Readonly<Record<string, unknown>> = {
    'i18n.getUILanguage': () => 'en',
    'runtime.id': 'us',
    'runtime.getURL': (path: string) => `chrome-extension://us/${path}`,
  };
  /** Any member of the API: what it is asked for never comes, as if the first turn lasted for ever. */
  const member = (path: string): unknown =>
    known[path] ??
    new Proxy(() => new Promise(() => undefined), {
      has: () => true,
      get: (_, name) =>
        typeof name === 'string' ? member(path === '' ? name : `${path}.${name}`) : undefined,
      apply(_, __, args) {
        if (!path.endsWith('.addListener')) return new Promise(() => undefined);
        if (heard.size === 0) queueMicrotask(() => (isOver = true));
        if (!isOver) heard.add(path.slice(0, -'.addListener'.length));
        return args;
      },
    });
  // Loaded after the first turn; what it listens to would come too late.
  vi.doMock('../../../src/background/runtime/work.ts', () => ({}));
  vi.doMock('webextension-polyfill', () => ({ default: member('') }));
  await import('../../../src/background/index.ts');
  expect([...heard].sort()).toEqual(events);
});
