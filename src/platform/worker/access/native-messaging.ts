import browser from 'webextension-polyfill';

/** Chromium refuses within milliseconds; what takes longer was started. */
const startedAfterMs = 2_000;

/**
 * What the browser says of a program that is registered under this name; null where nobody gave the permission, `started` where it
 * let us in. Nothing is ever sent to it.
 */
export function askForProgram(name: string): Promise<string | null> {
  const { runtime } = browser;
  if (typeof (runtime as Partial<typeof runtime>).connectNative !== 'function')
    return Promise.resolve(null);
  return new Promise((resolve) => {
    const port = runtime.connectNative(name);
    const leave = () => {
      port.disconnect();
      resolve('started');
    };
    const timer = setTimeout(leave, startedAfterMs);
    port.onMessage.addListener(leave);
    port.onDisconnect.addListener(() => {
      clearTimeout(timer);
      resolve(port.error?.message ?? runtime.lastError?.message ?? '');
    });
  });
}
